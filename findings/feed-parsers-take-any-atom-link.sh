#!/usr/bin/env bash
# htmlparser2 12.0.0 (parseFeed) and @extractus/feed-extractor 8.0.3: an Atom entry's address is its first link, whatever it is.
#
# Expected: the address of an entry is its link with rel="alternate", or with none (RFC 4287, 4.2.7.2). The order of an entry's
#           children says nothing (4.1.2), so an episode's enclosure may stand first, and rel="self" of the feed usually does.
# Observed: both give the enclosure as the entry's address and the feed's own document as that of the site. Both also give
#           `updated` as the date of publication where `published` stands beside it. feedsmith 3.0.1 keeps them apart.
# So:       a feed that is to be read everywhere puts rel="alternate" first, in the feed and in each entry.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund htmlparser2@12.0.0 @extractus/feed-extractor@8.0.3 feedsmith@3.0.1
cat > read.mjs <<'JS'
import { extractFromXml } from "@extractus/feed-extractor";
import { parseFeed as withFeedsmith } from "feedsmith";
import { parseFeed } from "htmlparser2";

const xml = `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
<title>Talks</title><id>tag:blog.example,2026:talks</id><updated>2026-03-01T00:00:00Z</updated><author><name>A</name></author>
<link rel="self" href="https://blog.example/atom.xml"/>
<link rel="alternate" href="https://blog.example/"/>
<entry>
<title>One</title><id>tag:blog.example,2026:1</id><published>2026-01-01T00:00:00Z</published><updated>2026-03-01T00:00:00Z</updated>
<link rel="enclosure" type="audio/mpeg" length="1" href="https://blog.example/one.mp3"/>
<link rel="alternate" type="text/html" href="https://blog.example/one/"/>
<summary>S</summary>
</entry>
</feed>`;
const a = parseFeed(xml);
const b = extractFromXml(xml);
const c = withFeedsmith(xml).feed;
const seen = {
  htmlparser2: [a.link, a.items[0].link, a.items[0].pubDate.toISOString().slice(0, 10)],
  extractus: [b.link, b.entries[0].link, b.entries[0].published.slice(0, 10)],
  feedsmith: [c, c.entries[0]].map(({ links }) => links.find(({ rel = "alternate" }) => rel === "alternate").href),
};
console.log(JSON.stringify(seen, null, 1));
const wrong = ["https://blog.example/atom.xml", "https://blog.example/one.mp3", "2026-03-01"];
const asDescribed = [seen.htmlparser2, seen.extractus].every((it) => JSON.stringify(it) === JSON.stringify(wrong));
console.log(asDescribed ? "As described: the first link, and the date of the last change." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node read.mjs
