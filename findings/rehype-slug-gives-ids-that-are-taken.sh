#!/usr/bin/env bash
# rehype-slug 6.0.0 and rehype-autolink-headings 7.1.0: a heading gets an id that another element has, or an empty one, and a link in a link.
#
# Expected: headings with the same words get "setup" and "setup-1", so that each id is there once; an id that an author has given
#           counts, as it stays. A heading of signs alone gets an id or none. What is linked already isn't linked again.
# Observed: only the ids that the plugin has given are counted: below <h2 id="setup">, or <p id="setup">, the heading "Setup" is
#           id="setup", too, and links to it lead to the other one. "???" and "日本語!" differ: the former is id="", which HTML doesn't
#           allow, and two of them are "" and "-1". With `behavior: "wrap"` a heading with a footnote or a link in it is <a> in <a>:
#           browsers end the outer one there, and what follows in the heading is no link.
# So:       ids of one's own for all headings or none; `behavior: "append"`.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund unified@11.0.5 rehype-parse@9.0.1 rehype-slug@6.0.0 rehype-autolink-headings@7.1.0 rehype-stringify@10.0.1
cat > run.mjs <<'JS'
import rehypeAutolinkHeadings from "rehype-autolink-headings";
import rehypeParse from "rehype-parse";
import rehypeSlug from "rehype-slug";
import rehypeStringify from "rehype-stringify";
import { unified } from "unified";

const slug = unified().use(rehypeParse, { fragment: true }).use(rehypeSlug);
const linked = slug().use(rehypeAutolinkHeadings, { behavior: "wrap" }).use(rehypeStringify);
const plain = slug().use(rehypeStringify);
const cases = [
  [plain, "<h2>Setup</h2><h2>Setup</h2>", '<h2 id="setup">Setup</h2><h2 id="setup-1">Setup</h2>'],
  [plain, '<h2 id="setup">First</h2><h2>Setup</h2>', '<h2 id="setup">First</h2><h2 id="setup">Setup</h2>'],
  [plain, '<p id="setup">First</p><h2>Setup</h2>', '<p id="setup">First</p><h2 id="setup">Setup</h2>'],
  [plain, "<h2>???</h2><h2>!!</h2><h2>日本語!</h2>", '<h2 id="">???</h2><h2 id="-1">!!</h2><h2 id="日本語">日本語!</h2>'],
  [linked, '<h2>One<sup><a href="#fn1">1</a></sup> more</h2>',
    '<h2 id="one1-more"><a href="#one1-more">One<sup><a href="#fn1">1</a></sup> more</a></h2>'],
];
let asDescribed = true;
for (const [processor, html, wanted] of cases) {
  const seen = String(processor.processSync(html));
  console.log(`${html}\n  ${seen}`);
  if (seen !== wanted) asDescribed = false;
}
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
