#!/usr/bin/env bash
# rehype-remark 10.0.1 with remark-gfm 4.0.1: a list in a cell ends the table, and two paragraphs in it are one word.
#
# Expected: Markdown's cells hold one line: what has more is put on one, as with <br>, or the table stays HTML, as tables with
#           merged cells do in other converters.
# Observed: the items of the list are on lines of their own, in the middle of the row: read again, the table ends there, and the rest
#           of the row is a list with a stray "|". Paragraphs in a cell have nothing between them, "one" and "two" are "onetwo". The caption
#           is nowhere. Outside of tables 10<sup>2</sup> is "102".
# So:       a handler for `td` and `th` that puts something between blocks, and for `sup`; or leave tables of this kind as HTML.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund unified@11.0.5 rehype-parse@9.0.1 rehype-remark@10.0.1 remark-gfm@4.0.1 remark-stringify@11.0.0 \
  remark-parse@11.0.0 remark-rehype@11.1.2 rehype-stringify@10.0.1
cat > tables.mjs <<'JS'
import rehypeParse from "rehype-parse";
import rehypeRemark from "rehype-remark";
import rehypeStringify from "rehype-stringify";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import remarkStringify from "remark-stringify";
import { unified } from "unified";

const toMarkdown = unified().use(rehypeParse, { fragment: true }).use(rehypeRemark).use(remarkGfm).use(remarkStringify);
const toHtml = unified().use(remarkParse).use(remarkGfm).use(remarkRehype).use(rehypeStringify);
const html = `<table><caption>Ports</caption><tr><th>Name</th><th>Notes</th></tr>
<tr><td><p>one</p><p>two</p></td><td><ul><li>first</li><li>second</li></ul></td></tr></table><p>10<sup>2</sup></p>`;
const markdown = String(toMarkdown.processSync(html));
const back = String(toHtml.processSync(markdown));
console.log(`${markdown}\n${back}`);
const asDescribed =
  /^\| onetwo \| \* first\n\* second \|$/m.test(markdown) && !markdown.includes("Ports") && markdown.endsWith("102\n") &&
  /<\/table>\s*<ul>\s*<li>second \|/.test(back);
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node tables.mjs
