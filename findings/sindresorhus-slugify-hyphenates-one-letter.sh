#!/usr/bin/env bash
# @sindresorhus/slugify 3.0.1: a capital that is written with two letters gets a hyphen behind its first one: "Œuvre" is "o-euvre".
#
# Expected: `decamelize`, which is on, puts a hyphen where the title changes from a small letter to a capital: "fooBar" is "foo-bar".
#           "Œuvre", "Æsop" and "ÖBB" have no such place.
# Observed: letters are replaced first, and hyphens are looked for in what came out: Œuvre is OEuvre and then "o-euvre", Æsop "a-esop",
#           ÖBB "oe-bb", and of "ЖЁЛТЫЙ" the hyphens fall between the letters that stand for one. "Ärzte" and "Œ" alone are
#           left alone, as is all in small letters: the same word has two addresses, by its place in the title.
# So:       `decamelize: false` for titles; what was published with the default needs redirects then.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @sindresorhus/slugify@3.0.1
cat > slugs.mjs <<'JS'
import slugify from "@sindresorhus/slugify";

const titles = ["Œuvre", "œuvre", "Æsop", "ÖBB", "Ärzte", "ЖЁЛТЫЙ", "жёлтый"];
const seen = Object.fromEntries(titles.map((title) => [title, [slugify(title), slugify(title, { decamelize: false })]]));
console.log(seen);
const wanted = { Œuvre: "o-euvre oeuvre", œuvre: "oeuvre oeuvre", Æsop: "a-esop aesop", ÖBB: "oe-bb oebb", Ärzte: "aerzte aerzte" };
const asDescribed =
  Object.entries(wanted).every(([title, slugs]) => seen[title].join(" ") === slugs) &&
  seen.ЖЁЛТЫЙ[0].includes("-") && !seen.жёлтый[0].includes("-");
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node slugs.mjs
