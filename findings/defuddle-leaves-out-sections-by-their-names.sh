#!/usr/bin/env bash
# defuddle 0.19.4 (the reader of Obsidian's Web Clipper): a section of an article is left out if its anchor is called share-…, author-… or menu.
#
# Expected: what is no text of an article (comments below it, share buttons) is known by its classes and its place. Anchors of headings are
#           made of their words by every blog engine, and say what the text is about.
# Observed: ids are compared with the same words, and a part of an id is enough, also behind a prefix: <section id="share-your-database"> with its
#           text is gone, as pandoc's --section-divs, Sphinx and remark-sectionize write it, and so are "Author names", "Header files",
#           "Related work", "Table of contents". Of headings with an anchor themselves, "Comments", "Navigation" and
#           "Categories" are gone and their text is under the heading before. Nothing marks the place.
# So:       anchors at headings and none at sections; in a clip, compare the headings.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund defuddle@0.19.4 linkedom@0.18.15
cat > clip.mjs <<'JS'
import { Defuddle } from "defuddle/node";
import { parseHTML } from "linkedom";

const filler = `<p>${"A paragraph of plain words that is long enough to be taken for text. ".repeat(5)}</p>`;
async function kept(html, words) {
  const page = `<html><head><title>Title</title></head><body><main><article><h1>Title</h1>${filler}${html}${filler}</article></main></body></html>`;
  const { content } = await Defuddle(parseHTML(page).document, "https://example.org/post/");
  return content.includes(words);
}
const seen = {};
for (const title of ["Joins and indexes", "Share your database", "Author names", "Header files", "Related work", "Comments", "Categories"]) {
  const id = title.toLowerCase().replaceAll(" ", "-");
  seen[title] = {
    section: await kept(`<section id="${id}"><h2>${title}</h2><p>The text of this section.</p></section>`, "text of this section"),
    "section without an id": await kept(`<section><h2>${title}</h2><p>The text of this section.</p></section>`, "text of this section"),
    heading: await kept(`<h2 id="${id}">${title}</h2><p>Its text.</p>`, `${title}</h`),
  };
}
console.table(seen);
const column = (name) => Object.values(seen).map((row) => Number(row[name])).join("");
const asDescribed = column("section") === "1000000" && column("section without an id") === "1111111" && column("heading") === "1111100";
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node clip.mjs
