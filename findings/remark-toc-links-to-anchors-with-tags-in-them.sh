#!/usr/bin/env bash
# remark-toc 9.0.0 with rehype-slug 6.0.0: the entry of a heading with a tag of HTML in it, such as <kbd>, leads nowhere.
#
# Expected: remark-toc's readme names rehype-slug for the anchors, and both make them with github-slugger: "The <kbd>Ctrl</kbd> key" is
#           the-ctrl-key in the table and at the heading.
# Observed: in Markdown a tag is a node with a text of its own, which counts as words: the table links to #the-kbdctrlkbd-key, and the heading's id
#           is the-ctrl-key. H<sub>2</sub>O, a <br>, an anchor of one's own, <a id="x"></a>, and a comment do the same. `code` in backticks,
#           emphasis and pictures agree.
# So:       make the table from what rehype has (rehype-toc and the like), or take nodes of the type "html" out of headings before remark-toc.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund unified@11.0.5 remark-parse@11.0.0 remark-toc@9.0.0 remark-rehype@11.1.2 rehype-raw@7.0.0 rehype-slug@6.0.0 rehype-stringify@10.0.1
cat > contents.mjs <<'JS'
import rehypeRaw from "rehype-raw";
import rehypeSlug from "rehype-slug";
import rehypeStringify from "rehype-stringify";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import remarkToc from "remark-toc";
import { unified } from "unified";

const processor = unified()
  .use(remarkParse).use(remarkToc).use(remarkRehype, { allowDangerousHtml: true }).use(rehypeRaw).use(rehypeSlug).use(rehypeStringify);
const headings = ["The `Ctrl` key", "The *Ctrl* key", "The <kbd>Ctrl</kbd> key", "H<sub>2</sub>O", 'Setup<a id="x"></a>', "Notes <!-- later -->"];
const seen = headings.map((heading) => {
  const html = String(processor.processSync(`## Contents\n\n## ${heading}\n`));
  const [, link] = /href="#([^"]+)"/.exec(html);
  const id = [...html.matchAll(/<h2 id="([^"]+)"/g)].at(-1)[1];
  return { heading, link, id, agree: link === id };
});
console.table(seen);
const asDescribed = seen.map(({ agree }) => agree).join() === "true,true,false,false,false,false" && seen[2].link === "the-kbdctrlkbd-key";
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node contents.mjs
