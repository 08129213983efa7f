#!/usr/bin/env bash
# flexsearch 0.8.212: with the default settings, doubled letters and digits count once, and numbers are cut into threes.
#
# Expected: the default is an exact index: its encoder is described as a plain one, and the fuzzy ones ("LatinBalance", "LatinSoundex") are
#           chosen by name. 100 and 1000 are two words, and "letter" is not "leter".
# Observed: a search for 100 finds "1000", 20 finds "2000", 3 finds "3333" and 12 finds "1122", though no part of a word is indexed
#           (`tokenize: "strict"`): repeated characters are taken out of words before they are kept. Numbers are split into groups of three first,
#           so that 4567 (456 and 7) finds 1234567, and 234567, which is in it, does not.
# So:       for texts with numbers (status codes, years, ports), `encoder: new Encoder({ dedupe: false, numeric: false })`.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund flexsearch@0.8.212
cat > search.mjs <<'JS'
import FlexSearch from "flexsearch";

const { Encoder, Index } = FlexSearch;
const texts = ["1000", "100", "2000", "3333", "1122", "1234567", "book"];
const found = (options, query) => {
  const index = new Index(options);
  texts.forEach((text, id) => index.add(id, `it says ${text} here`));
  return index.search(query).map((id) => texts[id]).sort().join(" ");
};
const queries = ["100", "20", "3", "12", "4567", "234567", "bok"];
const exact = { tokenize: "strict", encoder: new Encoder({ dedupe: false, numeric: false }) };
const seen = queries.map((query) => ({ query, default: found(undefined, query), "as it stands": found(exact, query) }));
console.table(seen);
const asDescribed = seen.map((it) => it.default).join() === "100 1000,2000,3333,1122,1234567,,book" && seen.map((it) => it["as it stands"]).join() === "100,,,,,,";
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node search.mjs
