#!/usr/bin/env bash
# mdast-util-to-string 4.0.0 with reading-time 1.5.0, as recipes for reading times and search put them together: blocks have nothing between them.
#
# Expected: the text of a document is its words, so that what is counted, cut or searched is what is read: paragraphs, items and cells
#           are apart from each other.
# Observed: toString() is the content of text nodes, one right behind the other: "First.\n\nSecond." is "First.Second.", a list of a
#           hundred words is one word, and a line that ends in a line break is one with the next. Each block is a word less in the
#           reading time; a search for "Second" by words doesn't find it, and a description for previews reads "First.Second.".
# So:       toString() for each paragraph, heading and cell (unist-util-visit), joined by blanks.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund mdast-util-to-string@4.0.0 mdast-util-from-markdown@2.0.3 reading-time@1.5.0
cat > words.mjs <<'JS'
import { fromMarkdown } from "mdast-util-from-markdown";
import { toString } from "mdast-util-to-string";
import readingTime from "reading-time";

const list = Array.from({ length: 100 }, (_, index) => `- word${index}`).join("\n");
const seen = {};
for (const [name, text] of Object.entries({ paragraphs: "First.\n\nSecond.", "a heading": "# Title\n\nText", "a line break": "one  \ntwo", "a list of 100": list })) {
  const string = toString(fromMarkdown(text));
  seen[name] = { string: string.slice(0, 30), words: readingTime(string).words };
}
console.table(seen);
const asDescribed =
  Object.values(seen).every(({ words }) => words === 1) && seen.paragraphs.string === "First.Second." &&
  seen["a heading"].string === "TitleText" && seen["a line break"].string === "onetwo";
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node words.mjs
