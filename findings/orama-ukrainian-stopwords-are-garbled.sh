#!/usr/bin/env bash
# @orama/stopwords 3.1.18 with @orama/orama 3.1.18: a sixth of the Ukrainian stop words can't be met in any text.
#
# Expected: the list for Ukrainian has the commonest words of Ukrainian, in the small letters that Orama's tokenizer makes, so that a search for
#           "від" (from) is left out like one for "про" (about).
# Observed: of 28 words, five have characters of a DOS code page in them ("в╡д" for "від", "яко╞" for "якої", and three single letters), and three have
#           capitals (Із, Інших, вІн), which the tokenizer never hands on. "він" (he) and "від" are searched and indexed.
#           The first word of the Hindi list that says "के" has a byte order mark in front of it.
# So:       check a list of stop words against the tokenizer that asks it; a word that it can't make is no stop word.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @orama/orama@3.1.18 @orama/stopwords@3.1.18
cat > words.mjs <<'JS'
import { create } from "@orama/orama";
import { stopwords as hindi } from "@orama/stopwords/indian";
import { stopwords } from "@orama/stopwords/ukrainian";

const foreign = stopwords.filter((word) => !/^\p{Script=Cyrillic}+$/u.test(word));
const capitals = stopwords.filter((word) => word !== word.toLowerCase());
const marked = hindi.filter((word) => word.startsWith("\uFEFF"));
console.log(`${stopwords.length} words; not Cyrillic: ${foreign.join(" ")}; with capitals: ${capitals.join(" ")}; marked: ${marked.length}`);
const { tokenizer } = create({ schema: { text: "string" }, components: { tokenizer: { language: "ukrainian", stemming: false, stopWords: stopwords } } });
const kept = tokenizer.tokenize("він про від із", "ukrainian");
console.log(`of "він про від із" the tokenizer keeps ${kept.join(" ")}`);
const asDescribed = stopwords.length === 28 && foreign.length === 5 && capitals.join() === "Із,Інших,вІн" && marked.length === 1 &&
  kept.join(" ") === "він від із";
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node words.mjs
