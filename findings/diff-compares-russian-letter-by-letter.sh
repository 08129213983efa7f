#!/usr/bin/env bash
# diff 9.0.0 (jsdiff, behind many views of what has changed): diffWords() compares words in German and Vietnamese, and letters in Russian
# and Greek.
#
# Expected: diffWords() shows which words were replaced, in any language that puts blanks between them, as it does in English and with ß or ệ.
# Observed: what isn't Latin is no letter to it: each character is a word by itself. "короткий пост" that becomes "короче пост" is "коро"
#           with -ткий and +че behind it, and in Greek and Hebrew letters are added to words that stay. Hindi is cut between a letter and its vowel
#           sign, which then stands by itself on the page, on a dotted circle. diffWordsWithSpace() does the same.
# So:       `{ intlSegmenter: new Intl.Segmenter(language, { granularity: "word" }) }`, for every language alike.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund diff@9.0.0
cat > words.mjs <<'JS'
import { diffWords, diffWordsWithSpace } from "diff";

const show = (parts) => parts.map(({ added, removed, value }) => `${added ? "+" : removed ? "-" : "="}${value.trim()}`).join(" ");
const cases = [
  ["en", "short post", "shorter post", "-short +shorter =post", "-short +shorter =post"],
  ["de", "Größe hier", "Größen hier", "-Größe +Größen =hier", "-Größe +Größen =hier"],
  ["vi", "Việt này", "Viết này", "-Việt +Viết =này", "-Việt +Viết =này"],
  ["ru", "короткий пост", "короче пост", "=коро -ткий +че =пост", "-короткий +короче =пост"],
  ["el", "μικρό κείμενο", "μικρότερο κείμενο", "=μικρό +τερο =κείμενο", "-μικρό +μικρότερο =κείμενο"],
  ["he", "עולם כאן", "לעולם כאן", "+ל =עולם כאן", "-עולם +לעולם =כאן"],
  ["hi", "हिन्दी भाषा", "हिन्दू भाषा", "=हिन्द -ी +ू =भाषा", "-हिन्दी +हिन्दू =भाषा"],
];
let asDescribed = true;
for (const [language, before, after, plain, segmented] of cases) {
  const intlSegmenter = new Intl.Segmenter(language, { granularity: "word" });
  const seen = [show(diffWords(before, after)), show(diffWordsWithSpace(before, after)), show(diffWords(before, after, { intlSegmenter }))];
  console.log(`${language}: ${seen.join(" | ")}`);
  asDescribed &&= seen.join("|") === [plain, plain, segmented].join("|");
}
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node words.mjs
