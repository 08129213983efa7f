#!/usr/bin/env bash
# linkedom 0.18.15: an attribute with "&amp;copy;" is written as "&copy;", and one whose name is in capitals can't be found.
#
# Expected: what is read and written again is the same page: a value has its ampersands escaped, as it is escaped for `"`. Names
#           of attributes have no case in HTML (13.1.2.3).
# Observed: "&amp;copy; 2026" becomes "&copy; 2026", which every reader takes for ©; ?a=1&amp;lt;=2 another address,
#           data-x="&amp;quot;" a quotation mark. Titles and data of posts about HTML, and JSON in attributes, change each time
#           that a page goes through. In <a HREF="/x"> getAttribute("href") is null, a[href] finds nothing, and so do .a and #b
#           for CLASS and ID, so that links of older pages are not rewritten or collected. cheerio 1.2.0 does both.
# So:       cheerio for pages of others.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; chmod 755 "$dir"; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund linkedom@0.18.15 cheerio@1.2.0
cat > run.mjs <<'JS'
import * as cheerio from "cheerio";
import { parseHTML } from "linkedom";

const page = (body) => `<!doctype html><html><head></head><body>${body}</body></html>`;
const copies = {
  linkedom: (html) => parseHTML(page(html)).document.body.innerHTML,
  cheerio: (html) => cheerio.load(page(html))("body").html(),
};
let asDescribed = true;
for (const value of ["&amp;copy; 2026", "?a=1&amp;lt;=2", "&amp;quot;", "a &amp; b"]) {
  const html = `<p title="${value}">x</p>`;
  const titles = {};
  for (const [name, copy] of Object.entries(copies)) titles[name] = cheerio.load(copy(html))("p").attr("title");
  const before = cheerio.load(html)("p").attr("title");
  console.log(`${JSON.stringify(before)} comes back as`, titles);
  asDescribed &&= titles.cheerio === before && (titles.linkedom === before) === (value === "a &amp; b");
}
const html = '<a HREF="/x" CLASS="a" ID="b">x</a>';
const { document } = parseHTML(page(html));
const $ = cheerio.load(page(html));
const found = { linkedom: (selector) => document.querySelectorAll(selector).length, cheerio: (selector) => $(selector).length };
for (const [name, count] of Object.entries(found)) {
  const counts = ["a", "a[href]", ".a", "#b"].map(count).join();
  console.log(`a, a[href], .a, #b in ${html}: ${name} ${counts}`);
  asDescribed &&= counts === (name === "cheerio" ? "1,1,1,1" : "1,0,0,0");
}
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
