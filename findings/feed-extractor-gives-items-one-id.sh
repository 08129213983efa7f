#!/usr/bin/env bash
# @extractus/feed-extractor 8.0.3: all items of RSS that have neither guid nor link get the id "0-NaN", and those with a link and no date end in NaN.
#
# Expected: link, guid and pubDate are optional in RSS 2.0 (an item needs a title or a description), as in feeds of short notes. An id that a reader
#           makes for such an item is made of what there is, so that two items have two.
# Observed: the id is a hash of the link, 0 for none, and the time of the date, NaN for none: every note of the feed is "0-NaN", and a
#           program that keeps items by id keeps the last. An enclosure's address, dc:date and the text itself are not looked at.
# So:       a feed that is to be read everywhere has a guid in each item; a program that reads checks that ids differ.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @extractus/feed-extractor@8.0.3
cat > read.mjs <<'JS'
import { extractFromXml } from "@extractus/feed-extractor";

const items = [
  "<description>First note</description>", "<description>Second note</description>",
  '<title>Talk</title><enclosure url="https://blog.example/talk.mp3" length="1" type="audio/mpeg"/>',
  "<title>Dated</title><dc:date>2026-01-05T10:00:00Z</dc:date>", "<title>Linked</title><link>https://blog.example/1</link>",
];
const xml = `<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>T</title><link>https://blog.example/</link>
<description>D</description>${items.map((item) => `<item>${item}</item>`).join("")}</channel></rss>`;
const ids = extractFromXml(xml).entries.map(({ id }) => id);
const kept = new Map(ids.map((id, n) => [id, n]));
console.log(`${ids.join(", ")}: ${items.length} items, ${kept.size} ids`);
const asDescribed = ids.slice(0, 4).every((id) => id === "0-NaN") && ids[4].endsWith("-NaN") && kept.size === 2;
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node read.mjs
