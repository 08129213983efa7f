#!/usr/bin/env bash
# notion-to-md 3.1.9: a block of code gets a line break wherever Notion has cut its text, and what was plain text is Markdown.
#
# Expected: Notion gives the text of a block as an array of runs, a new one at each change of format, colour or link; their texts, one
#           after the other, are the block's text (Notion's API, "Rich text"). In code a highlighted word is nothing to be written.
# Observed: in a block of code runs are joined by line breaks: `SELECT` with a coloured word in it is three lines, and a string or a
#           comment that is cut there is another program. Text isn't escaped at all: "# is a comment" is a heading, "2*3*4" has an
#           italic 3, <div> is an element; code that has three backticks ends at them; half a word in italics gets underscores, which
#           are no emphasis within a word.
# So:       setCustomTransformer("code", …) that joins plain_text by nothing, with a fence that is longer than those inside.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund notion-to-md@3.1.9
cat > run.mjs <<'JS'
import { NotionToMarkdown } from "notion-to-md";

const run = (text, format = {}) => ({
  type: "text", text: { content: text, link: null }, plain_text: text, href: null,
  annotations: { bold: false, italic: false, strikethrough: false, underline: false, code: false, color: "default", ...format },
});
const block = (type, rich_text, more) => ({ object: "block", id: "1", type, has_children: false, [type]: { rich_text, color: "default", ...more } });
const paragraph = (...runs) => block("paragraph", runs);
const code = (...runs) => block("code", runs, { language: "sql", caption: [] });
const cases = [
  [code(run("SELECT 'a "), run("b", { color: "red" }), run(" c'; -- ok")), "```sql\nSELECT 'a \nb\n c'; -- ok\n```"],
  [code(run("-- a\n```\n-- b")), "```sql\n-- a\n```\n-- b\n```"],
  [paragraph(run("# is a comment")), "# is a comment"],
  [paragraph(run("2*3*4 in a <div>")), "2*3*4 in a <div>"],
  [paragraph(run("un"), run("believ", { italic: true }), run("able")), "un_believ_able"],
];
const notion = new NotionToMarkdown({ notionClient: {} });
let asDescribed = true;
for (const [one, wanted] of cases) {
  const markdown = notion.toMarkdownString(await notion.blocksToMarkdown([one])).parent.trim();
  console.log(`${JSON.stringify(one[one.type].rich_text.map((part) => part.plain_text))}:\n${markdown}\n`);
  if (markdown !== wanted) asDescribed = false;
}
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
