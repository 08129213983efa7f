#!/usr/bin/env bash
# pluralize 8.0.0 (behind many ORMs' and generators' names of tables and routes): singular("caches") is "cach", and plural("virus") "viri".
#
# Expected: ordinary English of programs goes from one to many and back: cache and caches, cookie and cookies, lens and lenses.
# Observed: "caches" → "cach", "cookies" → "cooky", "lenses" → "lense", "biases" → "biase", "canvases" → "canvase", "axes" → "axe"; "lens", "bias"
#           and "canvas" are their own plurals. A model `Cache` with the table "caches" is named `Cach` on the way back, and a singular
#           of "lenses" is another word than the plural came from. "databases", "movies" and "responses" are right.
# So:       addSingularRule() and addPluralRule() for the words in use, and a test that each comes back.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund pluralize@8.0.0
cat > words.cjs <<'JS'
const pluralize = require("pluralize");

const words = { cache: "caches", cookie: "cookies", lens: "lenses", bias: "biases", canvas: "canvases", virus: "viruses", database: "databases", movie: "movies" };
const seen = {};
for (const [one, many] of Object.entries(words)) seen[one] = { plural: pluralize.plural(one), many, singular: pluralize.singular(many) };
console.table(seen);
const asDescribed =
  Object.values(seen).map(({ singular }) => singular).join() === "cach,cooky,lense,biase,canvase,virus,database,movie" &&
  Object.values(seen).map(({ plural }) => plural).join() === "caches,cookies,lens,bias,canvas,viri,databases,movies";
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node words.cjs
