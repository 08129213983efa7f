#!/usr/bin/env bash
# podcast-partytime 5.0.0 (the Podcast Index's parser): an episode called "1984" has no title, and the guid 00123 is 123.
#
# Expected: a title, a guid and a description are texts, also those of digits. In content:encoded "&lt;b&gt;" is how HTML writes "<b>", and
#           stays so.
# Observed: what looks like a number is made one first: the title 1984, 007 or 1.0 is left out, since it isn't a text, and so is a description;
#           the guids 00123, 1e3 and 0x1F are "123", "1000" and "31", so that an episode has another id than for everybody else, and
#           two may have one. Escapes are undone twice: of CDATA "Use &lt;b&gt;" is "Use <b>", a tag where the text spoke of one, and
#           "Tom &amp;amp; Jerry" loses its second &amp;.
# So:       take guid and title from a parser of XML, which reads neither.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund podcast-partytime@5.0.0
cat > episodes.mjs <<'JS'
import { parseFeed } from "podcast-partytime";

function read(title, guid) {
  const episode = `<item><title>${title}</title><guid isPermaLink="false">${guid}</guid><description>A text.</description>
<content:encoded><![CDATA[<p>Use &lt;b&gt;</p>]]></content:encoded><enclosure url="https://example.org/a.mp3" length="1" type="audio/mpeg"/></item>`;
  const feed = `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Show</title>
<link>https://example.org/</link><description>A show</description><language>en</language>${episode}</channel></rss>`;
  return parseFeed(feed).items[0];
}
const episodes = [["A year: 1984", "abc"], ["1984", "00123"], ["007", "1e3"], ["1.0", "0x1F"], ["Tom &amp;amp; Jerry", "123"]];
const seen = episodes.map(([title, guid]) => ({ title, read: read(title, guid).title ?? null, guid, "read guid": read(title, guid).guid }));
console.table(seen);
const { content } = read("A title", "abc");
console.log(content);
const asDescribed =
  JSON.stringify(seen.map((row) => row.read)) === '["A year: 1984",null,null,null,"Tom & Jerry"]' &&
  seen.map((row) => row["read guid"]).join() === "abc,123,1000,31,123" && content === "<p>Use <b></p>";
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node episodes.mjs
