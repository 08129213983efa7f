#!/usr/bin/env bash
# truncate-html 1.2.2: <pre> has its lines joined, in texts that are shorter than the limit too, and three words of Japanese are the whole text.
#
# Expected: what is shorter than the limit comes out as it went in; in <pre> white space is text; `byWords` counts words, or has an end at all, in languages
#           that don't put blanks between them.
# Observed: white space is made one blank everywhere, <pre> and <textarea> included, before anything is counted: four lines of Python are
#           `if x: return else: go`. A no-break space becomes one at which lines break, so "10 km" is parted. With `byWords: true`
#           each text node is counted by itself: "Post<b>gre</b>SQL" ends within the name, and Japanese, being one word to
#           a sentence or more, isn't shortened at all.
# So:       `keepWhitespaces: true`, and Intl.Segmenter for words.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund truncate-html@1.2.2
cat > excerpts.mjs <<'JS'
import truncateHtml from "truncate-html";

const truncate = truncateHtml.default ?? truncateHtml;
const code = "<pre><code>if x:\n    return\nelse:\n    go</code></pre>";
const japanese = "<p>今日は良い天気です。散歩に行きます。明日も行きます。</p>";
const seen = {
  code: truncate(code, 1000),
  "code, keepWhitespaces": truncate(code, 1000, { keepWhitespaces: true }),
  "no-break space": truncate("<p>10\u00a0km</p>", 1000),
  "three words": truncate("<p>one two three four</p>", 3, { byWords: true }),
  "one word": truncate("<p>Post<b>gre</b>SQL is fine</p>", 1, { byWords: true }),
  "two words": truncate("<p>Post<b>gre</b>SQL is fine</p>", 2, { byWords: true }),
  "three words of Japanese": truncate(japanese, 3, { byWords: true }),
};
for (const [name, text] of Object.entries(seen)) console.log(`${name}: ${JSON.stringify(text)}`);
const wanted = {
  code: "<pre><code>if x: return else: go</code></pre>",
  "code, keepWhitespaces": code,
  "no-break space": "<p>10 km</p>",
  "three words": "<p>one two three...</p>",
  "two words": "<p>Post<b>gre...</b></p>",
  "three words of Japanese": japanese,
};
const asDescribed = Object.entries(wanted).every(([name, text]) => seen[name] === text);
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node excerpts.mjs
