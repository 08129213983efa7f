#!/usr/bin/env bash
# html-to-md 0.8.8: a list or a table without </li> and </td> becomes an empty text, and <img src=a.png> an image of nothing.
#
# Expected: HTML that may be written so, as minifiers and many people write it: end tags of items, cells and paragraphs left out, attributes without
#           quotation marks, names in capitals. It becomes the Markdown of the same page that is written in full.
# Observed: <ul><li>one<li>two</ul> and such a table are "", all of <P>Text</P> too; nothing is left of them and nothing is said. Of attributes
#           without quotation marks there are none: the address of a picture or a link is empty, and so is the language of code.
#           <p>one<p>two stays as HTML. &rsquo; and &#8217; aren't read, either.
# So:       have a parser of HTML write the page first (parse5: serialize(parse(html))), or turndown, which takes a document.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund html-to-md@0.8.8 parse5@8.1.1
cat > run.mjs <<'JS'
import toMarkdown from "html-to-md";
import { parseFragment, serialize } from "parse5";

const convert = toMarkdown.default ?? toMarkdown;
const seen = {};
for (const html of [
  "<ul><li>one<li>two</ul>",
  "<table><tr><th>one<th>two<tr><td>three<td>four</table>",
  "<P>Text</P>",
  "<p><img src=a.png alt=picture></p>",
  "<p><a href=https://example.org/>link</a></p>",
  "<p>it&rsquo;s</p>",
])
  seen[html] = { "html-to-md": convert(html), "written in full first": convert(serialize(parseFragment(html))) };
console.log(seen);
const given = Object.values(seen).map((row) => row["html-to-md"]);
const full = Object.values(seen).map((row) => row["written in full first"]);
const asDescribed =
  JSON.stringify(given) === JSON.stringify(["", "", "", "![]()", "[link]()", "it&rsquo;s"]) &&
  full[0] === "* one\n* two" && full[1].includes("three") && full[2] === "Text" && full[3] === "![picture](a.png)" && full[4] === "[link](https://example.org/)";
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
