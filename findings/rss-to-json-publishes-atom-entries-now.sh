#!/usr/bin/env bash
# rss-to-json 2.1.1: each Atom entry was published at the moment in which it is read, and its XHTML has no words.
#
# Expected: `published` of an entry is its <published>, as that of an RSS item is its <pubDate>; what is missing is missing. What reads RSS and Atom
#           into one shape gives a title that is a text.
# Observed: <published> is not read. `published` is the time of the machine, another one with each reading, so that the oldest entry of an archive is
#           news; `created` is <updated>. The content of type="xhtml" is left out, with no field in its place. The feed's title is an object if it
#           has a type, and an entry's isn't.
# So:       take dates of Atom from another parser; a `published` of this minute is none.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund rss-to-json@2.1.1
cat > read.cjs <<'JS'
const { createServer } = require("node:http");
const { parse } = require("rss-to-json");

const feeds = {
  "/rss": `<?xml version="1.0"?><rss version="2.0"><channel><title>T</title><link>https://site.example/</link><description>D</description>
    <item><title>One</title><link>https://site.example/1</link><pubDate>Mon, 05 Jan 2026 12:00:00 GMT</pubDate><description>words</description></item></channel></rss>`,
  "/atom": `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title type="html">T</title><id>https://site.example/</id><updated>2026-02-05T12:00:00Z</updated>
    <author><name>Ann</name></author><entry><title>One</title><id>https://site.example/1</id><link href="https://site.example/1"/><published>2026-01-05T12:00:00Z</published>
    <updated>2026-02-05T12:00:00Z</updated><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>words</p></div></content></entry></feed>`,
};
const server = createServer((request, response) => response.setHeader("Content-Type", "application/xml").end(feeds[request.url]));
server.listen(18822, "127.0.0.1", async () => {
  const began = Date.now();
  const [rss, atom] = [await parse("http://127.0.0.1:18822/rss"), await parse("http://127.0.0.1:18822/atom")];
  const dated = (item) => [item.published >= began ? "now" : new Date(item.published).toISOString(), new Date(item.created).toISOString()].join(", ");
  const seen = [rss, atom].map(({ title, items: [item] }) => ({ title: typeof title, "published, created": dated(item), words: JSON.stringify(item).includes("words") }));
  console.table(seen);
  const asDescribed =
    seen.map((row) => row["published, created"]).join("; ") === "2026-01-05T12:00:00.000Z, 2026-01-05T12:00:00.000Z; now, 2026-02-05T12:00:00.000Z" &&
    seen.map(({ title, words }) => `${title} ${words}`).join() === "string true,object false";
  console.log(asDescribed ? "As described." : "Changed.");
  process.exit(asDescribed ? 0 : 1);
});
JS
node read.cjs
