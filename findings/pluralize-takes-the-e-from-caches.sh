#!/usr/bin/env bash
# pluralize 8.0.0: the singular of caches is "cach" and of cookies "cooky", one basis is "a basi", and three GPUs are "GPUS".
#
# Expected: words of irregular kinds (virus, octopus) may be wrong; those of every day with a plain -s are right in both directions, and what
#           pluralize made of a word, singular makes into that word again. Abbreviations get a small s: URLs, APIs, IDs.
# Observed: singular("caches") is "cach" and singular("cookies") "cooky", though plural("cache") and plural("cookie") gave them. A word that is
#           singular already loses its s: lens, canvas, basis, oasis and Node's fs are "len", "canva", "basi", "oasi" and "f", and isPlural() is true of
#           the first two. An abbreviation is written on in capitals, since all of its letters are: pluralize("URL", 3, true) is "3 URLS".
# So:       addSingularRule(/^(cach|cooki)es$/i, "$1e") and the like for words that a site has; addPluralRule(/^([A-Z]{2,})$/, "$1s") does not help,
#           as the case is restored afterwards: write counts of abbreviations without it.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund pluralize@8.0.0
cat > words.cjs <<'JS'
const pluralize = require("pluralize");

const rounds = ["cache", "cookie", "axis", "post"].map((word) => [word, pluralize.plural(word), pluralize.singular(pluralize.plural(word))]);
const singulars = ["lens", "canvas", "basis", "oasis", "fs", "status"].map((word) => [word, pluralize.singular(word), pluralize.isPlural(word)]);
const counts = ["URL", "API", "GPU", "ID"].map((word) => pluralize(word, 3, true));
pluralize.addPluralRule(/^([A-Z]{2,})$/, "$1s");
const afterRule = pluralize("URL", 3, true);
console.log(rounds, singulars, counts, afterRule);
const asDescribed =
  rounds.join(" ") === "cache,caches,cach cookie,cookies,cooky axis,axes,axe post,posts,post" &&
  singulars.join(" ") === "lens,len,true canvas,canva,true basis,basi,false oasis,oasi,false fs,f,true status,status,false" &&
  counts.join() === "3 URLS,3 APIS,3 GPUS,3 IDS" &&
  afterRule === "3 URLS";
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node words.cjs
