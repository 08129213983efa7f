#!/usr/bin/env bash
# reading-time 1.5.0 and @tryghost/helpers 1.1.108 (Ghost's reading time): Korean is counted by the syllable, Katakana and, in Ghost,
# Hiragana by the run.
#
# Expected: words are what stands between spaces, where a language has spaces: Korean has them, and Intl.Segmenter finds its words
#           at them. What is written without any, as Japanese, is counted by the character, all of it.
# Observed: every syllable of Korean is a word, so that a text takes three times as long as it does; a run of Katakana is one word,
#           however long. Ten letters of Hiragana are ten words to reading-time and one to Ghost. Nothing says so, and the minutes
#           look like others'.
# So:       count by Intl.Segmenter, or by characters with a speed for each script.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund reading-time@1.5.0 @tryghost/helpers@1.1.108
cat > words.cjs <<'JS'
const readingTime = require("reading-time");
const { utils } = require("@tryghost/helpers");

const segmented = (text, language) =>
  [...new Intl.Segmenter(language, { granularity: "word" }).segment(text)].filter(({ isWordLike }) => isWordLike).length;
const texts = { en: "a text of five words", ko: "우리는 매일 아침 신문을 읽습니다", ja: "プログラミング言語", "ja-Hira": "ひらがなのぶんしょう" };
const seen = {};
for (const [language, text] of Object.entries(texts))
  seen[language] = { text, "between spaces": text.split(" ").length, segmenter: segmented(text, language), "reading-time": readingTime(text).words,
    Ghost: utils.countWords(text) };
console.table(seen);
const asDescribed =
  seen.en["reading-time"] === 5 && seen.en.Ghost === 5 &&
  seen.ko["between spaces"] === 5 && seen.ko["reading-time"] === 14 && seen.ko.Ghost === 14 &&
  seen.ja["reading-time"] === 3 && seen.ja.Ghost === 2 && seen["ja-Hira"]["reading-time"] === 10 && seen["ja-Hira"].Ghost === 1;
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node words.cjs
