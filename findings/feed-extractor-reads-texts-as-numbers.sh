#!/usr/bin/env bash
# @extractus/feed-extractor 8.0.3: ids and titles that look like numbers lose their zeros, and an XHTML title is lost whole.
#
# Expected: a guid is an opaque string, compared character by character (RSS 2.0), and a title is text. Ghost's and older
#           exports number their entries, so a guid of `007` or a title of `0123` is nothing unusual.
# Observed: guid 007 comes out as "7" and 0x1F as "31", so two entries, 7 and 007, have one id; the title 0123 is "123" and
#           1e3 is "1000". A title of type="xhtml", which RFC 4287 (3.1.1.3) allows, comes out empty.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @extractus/feed-extractor@8.0.3
cat > read.mjs <<'JS'
import { extractFromXml } from "@extractus/feed-extractor";

const item = (title, guid) =>
  `<item><title>${title}</title><link>https://blog.example/</link><guid isPermaLink="false">${guid}</guid></item>`;
const rss = `<?xml version="1.0"?><rss version="2.0"><channel><title>T</title><link>https://blog.example/</link><description>D</description>
${item("0123", "007")}${item("1e3", "7")}${item("b", "0x1F")}</channel></rss>`;
const atom = `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><id>u:f</id><updated>2026-01-01T00:00:00Z</updated>
<entry><title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">On <em>locks</em></div></title><id>u:1</id>
<link href="https://blog.example/1/"/><updated>2026-01-01T00:00:00Z</updated></entry></feed>`;
const seen = [
  ...extractFromXml(rss).entries.map(({ id, title }) => [id, title]),
  extractFromXml(atom).entries.map(({ title }) => title),
];
console.log(JSON.stringify(seen));
const asDescribed = JSON.stringify(seen) === '[["7","123"],["7","1000"],["31","b"],[""]]';
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node read.mjs
