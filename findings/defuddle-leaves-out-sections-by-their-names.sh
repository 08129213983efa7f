#!/usr/bin/env bash
# defuddle 0.19.4 (the reader of Obsidian's Web Clipper): sections of an article called "Author names", "Header files" or "Related work" are left out.
#
# Expected: what is no text of an article (comments below it, share buttons) is known by its classes and its place. Anchors of sections are
#           made of the words of their headings, and say what the text is about.
# Observed: ids are compared with the words for parts of a page, and a part of an id is enough: <section id="author-names">, as pandoc's
#           --section-divs, Sphinx and remark-sectionize write it, is gone with its sentences, and so are "Tags and labels" and "Metadata".
#           "Header files" and "Related work" are gone without an id, too, for their heading alone. Where nothing but the
#           heading is marked, "Comments" and "Categories" lose the heading, and their text is under the one before. Nothing marks the place.
# So:       headings with anchors, and no <section> around them; in a clip, compare the headings.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund defuddle@0.19.4 linkedom@0.18.15
cat > clip.mjs <<'JS'
import { Defuddle } from "defuddle/node";
import { parseHTML } from "linkedom";

const text = (words) => `<p>${`${words} of plain words that are long enough to be taken for an article. `.repeat(5)}</p>`;
async function kept(html, words) {
  const article = `<h1>Title</h1>${text("A paragraph")}${html}${text("A paragraph")}`;
  const page = `<html><head><title>Title</title></head><body><main><article>${article}</article></main></body></html>`;
  return (await Defuddle(parseHTML(page).document, "https://example.org/post/")).content.includes(words);
}
const seen = {};
for (const title of ["Joins and indexes", "Tags and labels", "Author names", "Metadata", "Header files", "Related work", "Comments", "Categories"]) {
  const id = title.toLowerCase().replaceAll(" ", "-");
  seen[title] = {
    "section with an id": await kept(`<section id="${id}"><h2>${title}</h2>${text("A section")}</section>`, "A section"),
    "section without": await kept(`<section><h2>${title}</h2>${text("A section")}</section>`, "A section"),
    "its text below a heading": await kept(`<h2 id="${id}">${title}</h2>${text("A section")}`, "A section"),
    "the heading": await kept(`<h2 id="${id}">${title}</h2>${text("A section")}`, `${title}</h`),
  };
}
console.table(seen);
const columns = ["section with an id", "section without", "its text below a heading", "the heading"];
const found = columns.map((name) => Object.values(seen).map((row) => Number(row[name])).join("")).join();
const asDescribed = found === "10000000,11110011,11111111,11111100";
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node clip.mjs
