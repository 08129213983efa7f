#!/usr/bin/env bash
# sitemap 9.0.1: a map whose elements have a prefix is empty, a date of a year is dropped, and a day becomes midnight in UTC.
#
# Expected: names in XML may have any prefix for their namespace, or none (Namespaces in XML, 4), and so have some generators of sitemaps.
#           lastmod is a W3C Datetime: "2026", "2026-01", "2026-01-05", or with a time and its zone (sitemaps.org).
# Observed: parseSitemap() of <s:urlset xmlns:s="…"><s:url><s:loc> resolves to an empty list: it warns on the console, and a check for
#           missing pages finds all of them missing. lastmod "2026" is refused with a warning, and the item comes without it. When maps are
#           written, a day gets a time that nobody has given, "2026-01-05T00:00:00.000Z", which is another day in America, unless
#           `lastmodDateOnly` is said.
# So:       lastmodDateOnly: true where only days are known; a reader of XML with namespaces for maps of others.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund sitemap@9.0.1
cat > run.mjs <<'JS'
import { createRequire } from "node:module";
import { Readable } from "node:stream";
const { parseSitemap, SitemapStream, streamToPromise } = createRequire(import.meta.url)("sitemap");

console.warn = console.error = () => {};
const schema = "http://www.sitemaps.org/schemas/sitemap/0.9";
const read = (xml) => parseSitemap(Readable.from([`<?xml version="1.0"?>${xml}`]));
const item = (lastmod) => `<urlset xmlns="${schema}"><url><loc>https://blog.example/</loc><lastmod>${lastmod}</lastmod></url></urlset>`;
const seen = {
  "no prefix": (await read(item("2026-01-05"))).length,
  "a prefix": (await read(`<s:urlset xmlns:s="${schema}"><s:url><s:loc>https://blog.example/</s:loc></s:url></s:urlset>`)).length,
  "lastmod 2026-01-05": (await read(item("2026-01-05")))[0].lastmod,
  "lastmod 2026": (await read(item("2026")))[0].lastmod ?? "none",
};
const write = async (options) => {
  const stream = new SitemapStream({ hostname: "https://blog.example", ...options });
  const xml = String(await streamToPromise(Readable.from([{ url: "/", lastmod: "2026-01-05" }]).pipe(stream)));
  return xml.match(/<lastmod>(.*?)</)[1];
};
seen["written"] = await write({});
seen["written, lastmodDateOnly"] = await write({ lastmodDateOnly: true });
console.log(seen);
const asDescribed = Object.values(seen).join() === "1,0,2026-01-05,none,2026-01-05T00:00:00.000Z,2026-01-05";
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
