#!/usr/bin/env bash
# @orama/stemmers 3.1.18 with @orama/orama 3.1.18: English is stemmed by Porter's first algorithm, which knows no possessives.
#
# Expected: the English stemmer is Snowball's "english" (Porter2), as the German one is Snowball's: "dying" and "dies" have one
#           stem, and so have "author" and "author's", which Orama's tokenizer leaves whole.
# Observed: it is the algorithm of 1980: "dying" is dy and "dies" is di, "news" is new, and "author's" is author'. A search for
#           "dying" does not find "the connection dies", nor one for "author's" the text "the author"; "news" finds "what is new".
# So:       hand the tokenizer a stemmer of one's own (Snowball's own does all of these), or take `'s` off beforehand.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @orama/orama@3.1.18 @orama/stemmers@3.1.18 snowball-stemmers@0.6.0
cat > search.mjs <<'JS'
import { create, insert, search } from "@orama/orama";
import { stemmer as orama } from "@orama/stemmers/english";
import { stemmer as oramaGerman } from "@orama/stemmers/german";
import snowball from "snowball-stemmers";

const [english, porter, german] = ["english", "porter", "german"].map((name) => snowball.newStemmer(name));
const words = ["dies", "dying", "news", "author's", "exceed", "skies"];
console.table(words.map((word) => ({ word, orama: orama(word), "porter, 1980": porter.stem(word), english: english.stem(word) })));
const isPorter = words.every((word) => orama(word) === porter.stem(word) && orama(word) !== english.stem(word));
const germanAgrees = ["häuser", "aufeinander", "größe", "neuen"].every((word) => oramaGerman(word) === german.stem(word));

const find = async (stemmer, term) => {
  const db = create({ schema: { text: "string" }, components: { tokenizer: { stemming: true, stemmer } } });
  for (const text of ["the connection dies", "the author", "what is new"]) await insert(db, { text });
  return (await search(db, { term })).hits.map(({ document }) => document.text);
};
const found = {};
for (const term of ["dying", "author's", "news"]) {
  found[term] = { orama: await find(orama, term), english: await find((word) => english.stem(word), term) };
}
console.log(JSON.stringify(found, null, 1));
const asDescribed = isPorter && germanAgrees && found.dying.orama.length === 0 && found["author's"].orama.length === 0 &&
  found.news.orama.join() === "what is new" && found.dying.english.length === 1 && found["author's"].english.length === 1;
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node search.mjs
