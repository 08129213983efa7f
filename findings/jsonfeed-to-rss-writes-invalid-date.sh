#!/usr/bin/env bash
# jsonfeed-to-rss 3.0.8 and jsonfeed-to-atom 1.2.5: an item without a date has "Invalid Date", or was changed this moment; JSON Feed 1.1 is refused.
#
# Expected: date_published is optional (JSON Feed 1.1, "Items"), and so is <pubDate>: no date gives none. Version 1.1, of 2020, adds
#           some optional members, and is read as 1 is.
# Observed: RSS says <pubDate>Invalid Date</pubDate>, which is no date of RFC 822. Atom, which has to have an
#           <updated>, gets the time of the conversion, another one each time, so that readers show the item as new again and again;
#           its <id> is the item's id, "1", where Atom wants an IRI. The version of 1.1 ends both with an error.
# So:       give each item a date, an address as its id, and for these converters the version "https://jsonfeed.org/version/1".
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund jsonfeed-to-rss@3.0.8 jsonfeed-to-atom@1.2.5
cat > run.mjs <<'JS'
import { createRequire } from "node:module";
const require = createRequire(import.meta.url);
const [toRss, toAtom] = [require("jsonfeed-to-rss"), require("jsonfeed-to-atom")];

const feed = (number) => ({
  version: `https://jsonfeed.org/version/${number}`, title: "Blog", home_page_url: "https://blog.example/",
  feed_url: "https://blog.example/feed.json", author: { name: "A" }, authors: [{ name: "A" }],
  items: [{ id: "1", url: "https://blog.example/one/", title: "One", content_html: "<p>One</p>" }],
});
const rss = toRss(feed("1")).match(/<pubDate>.*?<\/pubDate>/g);
const entry = () => toAtom(feed("1")).match(/<entry>.*/s)[0];
const updated = () => entry().match(/<updated>(.*?)<\/updated>/)[1];
const first = updated();
await new Promise((resolve) => setTimeout(resolve, 20));
const second = updated();
const errors = [toRss, toAtom].map((convert) => {
  try { convert(feed("1.1")); return "converted"; } catch (error) { return error.message; }
});
console.log("RSS, the item:", rss.at(-1));
console.log("Atom: the item was updated at the time of the conversion,", first === second ? "once" : "and again with the next one;",
  entry().match(/<id>.*?<\/id>/)[0]);
console.log("Version 1.1:", errors.join(" | "));
const asDescribed = rss.at(-1) === "<pubDate>Invalid Date</pubDate>" && Math.abs(Date.parse(first) - Date.now()) < 60000 && first !== second &&
  entry().includes("<id>1</id>") && errors.every((text) => text.includes("version 1 required"));
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
