#!/usr/bin/env bash
# @mozilla/readability 0.6.0 (Firefox' reader view, and most programs that save pages): <h2 id="metadata"> is left out, by its id.
#
# Expected: words such as "comment" or "share" in the class of a box are a hint that it is no part of the article; a heading in the middle
#           of the text, between paragraphs that stay, is part of it, whatever its anchor is called.
# Observed: every h1 and h2 whose class or id has one of some thirty letter sequences anywhere in it goes, and its text stays without it:
#           "meta" in metadata, "media" in media-queries, "tags" in html-tags, "share" in shared-buffers, "scroll" in scrolling, "contact",
#           "widget", "com-" in dot-com-years, "hidden", "comment", "footer". Generators make the id from the words of
#           the heading, so that the topic decides. h3 to h6 stay with most of these, and go with "comment",
#           "footer", "related", "rss" or "social", as anything does: where it is <section id="comments-in-sql">, the whole section with
#           its text. An h2 whose id is on an <a> in it stays.
# So:       the id on an <a> within the heading, or a class with "content" or "article" in it beside the id; look at a post in reader view.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @mozilla/readability@0.6.0 jsdom@29.1.1
cat > read.mjs <<'JS'
import { Readability } from "@mozilla/readability";
import { JSDOM } from "jsdom";

const text = `<p>${"Locks are taken by every statement, and they are kept until the end of a transaction, which may be long. ".repeat(4)}</p>`;
const read = (part) => {
  const html = `<!doctype html><html lang="en"><head><title>Locks</title></head><body><main><article><h1>Locks</h1>${text}${part}${text}</article></main></body></html>`;
  return new Readability(new JSDOM(html, { url: "https://site.example/locks/" }).window.document).parse().content;
};
const heading = (id) => (read(`<h2 id="${id}">This one</h2>`).includes("This one") ? "kept" : "left out");
const ids = {
  kept: ["row-locks", "indexes", "timeouts", "vacuum"],
  "left out": ["metadata", "media-queries", "html-tags", "shared-buffers", "scrolling", "contacts", "widgets", "dot-com-years", "hidden-columns", "comments-in-sql"],
};
let asDescribed = true;
for (const [want, names] of Object.entries(ids))
  for (const name of names) {
    const seen = heading(name);
    console.log(`<h2 id="${name}">: ${seen}`);
    asDescribed &&= seen === want;
  }
const others = {
  h3: read('<h3 id="metadata">This one</h3>').includes("This one"),
  "h3 about comments": read('<h3 id="comments-in-sql">This one</h3>').includes("This one"),
  "an anchor in it": read('<h2>This one <a id="metadata"></a></h2>').includes("This one"),
  "with a class": read('<h2 class="content" id="metadata">This one</h2>').includes("This one"),
  "the text of a section": read(`<section id="comments-in-sql"><p>This one is in a section. It is as long as the others are, or nearly so.</p>${text}</section>`).includes("This one"),
};
console.log("kept:", others);
asDescribed &&= Object.values(others).join() === "true,false,true,true,false";
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node read.mjs
