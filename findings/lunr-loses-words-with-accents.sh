#!/usr/bin/env bash
# lunr 2.3.9: a word that begins or ends with a letter outside of ASCII is not found by itself.
#
# Expected: what is in the text is found by typing it: lunr's guide says that a search for a word finds the documents with it.
# Observed: the index's trimmer takes \W off both ends of each word, and \W is every letter beyond a–z: "café" is kept as "caf",
#           "Ångström" as "ngström", "Łódź" as "d", "日本" as nothing. The search's own pipeline has no trimmer, so that it
#           asks for "café" and finds nothing. "naïve" and "Köln", with the letter inside, are found.
# So:       an English site with three foreign names loses just those names; lunr-languages replaces the trimmer.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund lunr@2.3.9
cat > search.cjs <<'JS'
const lunr = require("lunr");

const words = ["naïve", "Köln", "café", "Ångström", "Łódź", "über", "日本"];
const index = lunr(function () {
  this.ref("id");
  this.field("text");
  for (const word of words) this.add({ id: word, text: `the ${word} page` });
});
const found = words.filter((word) => index.search(word).some(({ ref }) => ref === word));
console.log(`in the index: ${Object.keys(index.invertedIndex).map((term) => JSON.stringify(term)).join(" ")}`);
console.log(`found: ${found.join(" ")}; not found: ${words.filter((word) => !found.includes(word)).join(" ")}`);
const asDescribed = found.join() === "naïve,Köln" && ["caf", "ngström", "d", ""].every((term) => term in index.invertedIndex);
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node search.cjs
