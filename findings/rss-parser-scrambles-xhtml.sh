#!/usr/bin/env bash
# rss-parser 3.13.0: the words of an Atom entry with type="xhtml" come out in another order.
#
# Expected: content of type xhtml (RFC 4287, 4.1.3.3) is handed on as HTML, with the words as they stand: "Read the manual first, then ask."
# Observed: text comes before elements and elements are gathered by name. `Read <b>the manual</b> first, then <i>ask</i>.` becomes
#           "Read  first, then .<b>the manual</b><i>ask</i>", and with two paragraphs around a list the paragraphs come first. The XML is read into
#           an object, which has no order between names, and is written out of that again.
# So:       Atom that is to be read everywhere has type="html", escaped; a reader of foreign feeds takes another parser: feedsmith 3.0.1 and
#           @rowanmanning/feed-parser 2.1.5 keep the order.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund rss-parser@3.13.0 feedsmith@3.0.1 @rowanmanning/feed-parser@2.1.5
cat > read.mjs <<'JS'
import { parseFeed as withRowan } from "@rowanmanning/feed-parser";
import { parseFeed } from "feedsmith";
import Parser from "rss-parser";

const bodies = ["<p>Read <b>the manual</b> first, then <i>ask</i>.</p>", "<p>One.</p><ul><li>Two.</li></ul><p>Three.</p>"];
const entry = (body, n) => `<entry><title>Entry</title><id>tag:blog.example,2026:${n}</id><updated>2026-01-05T10:00:00Z</updated>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">${body}</div></content></entry>`;
const xml = `<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><id>tag:blog.example,2026:f</id>
<updated>2026-01-05T10:00:00Z</updated><author><name>A</name></author>${bodies.map(entry).join("")}</feed>`;
const words = (html) => html.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ").replace(/ ([.,])/g, "$1").trim();
const contents = {
  "rss-parser": (await new Parser().parseString(xml)).items.map(({ content }) => content),
  feedsmith: parseFeed(xml).feed.entries.map(({ content }) => content.value),
  "feed-parser": withRowan(xml).items.map(({ content }) => content),
};
const seen = {};
for (const [name, texts] of Object.entries(contents)) {
  seen[name] = texts.map(words);
  console.log(`${name}: ${seen[name].join(" | ")}`);
}
console.log(contents["rss-parser"][0]);
const right = "Read the manual first, then ask. | One. Two. Three.";
const asDescribed = seen["rss-parser"].join(" | ") === "Read first, then. the manual ask | One. Three. Two." && [seen.feedsmith, seen["feed-parser"]].every((it) => it.join(" | ") === right);
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node read.mjs
