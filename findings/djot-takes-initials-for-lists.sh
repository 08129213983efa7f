#!/usr/bin/env bash
# @djot/djot 0.3.2 (the reference implementation in JavaScript): a paragraph that begins with an initial, "(C)" or "e." is a list.
#
# Expected: lists with letters are meant for `a.` and `b.` one below the other; "I. Asimov wrote it" and "(C) 2026 Ann" stay as they are, as in
#           Markdown, or as with Pandoc, which wants two spaces behind a capital letter and a full stop for just this reason.
# Observed: one letter or Roman numeral with `.`, `)` or parentheses makes a list of a single line. "(C) 2026 Ann" is item 100 of a list with Roman
#           numerals, "D. Knuth" item 500 (C and D are numbers), "A. Turing, 1936" item A, "e. coli" item e; the letter is gone from the text and
#           is in `start` and `type` of <ol>, so that text for feeds, search and descriptions has lost it.
# So:       a backslash before the full stop, `A\. Turing`, and © for (C).
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @djot/djot@0.3.2 commonmark@0.31.2
cat > run.mjs <<'JS'
import * as djot from "@djot/djot";
import * as commonmark from "commonmark";

const texts = ["(C) 2026 Ann", "D. Knuth wrote it", "I. Asimov wrote it", "A. Turing, 1936", "e. coli is one", "A\\. Turing, 1936", "Mr. X wrote it"];
const seen = texts.map((text) => ({
  text,
  djot: djot.renderHTML(djot.parse(text)).replaceAll("\n", ""),
  markdown: new commonmark.HtmlRenderer().render(new commonmark.Parser().parse(text)).trim(),
}));
for (const row of seen) console.log(row.text, "→", row.djot);
const expected = [
  '<ol start="100" type="I"><li>2026 Ann</li></ol>',
  '<ol start="500" type="I"><li>Knuth wrote it</li></ol>',
  '<ol type="I"><li>Asimov wrote it</li></ol>',
  '<ol type="A"><li>Turing, 1936</li></ol>',
  '<ol start="5" type="a"><li>coli is one</li></ol>',
  "<p>A. Turing, 1936</p>",
  "<p>Mr. X wrote it</p>",
];
const asDescribed = seen.every((row, index) => row.djot === expected[index] && row.markdown.startsWith("<p>"));
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
