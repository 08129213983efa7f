#!/usr/bin/env bash
# rss-parser 3.13.0, @extractus/feed-extractor 8.0.3 and htmlparser2 12.0.0 (parseFeed): Atom whose names have a prefix is no feed to them; and
# @rowanmanning/feed-parser 2.1.5 and prefixes of others.
#
# Expected: <a:feed xmlns:a="http://www.w3.org/2005/Atom"> is the same document as <feed xmlns="…"> (Namespaces in XML; RFC 4287, 1.2, says so);
#           and <media:description> is not <description>, in whichever order they stand.
# Observed: the three answer "Feed not recognized as RSS 1 or 2.", "Unrecognized feed format" and null. feedsmith 3.0.1 and feed-parser read it. For an
#           item of RSS with its own description below <media:description>, feed-parser gives the one of the media; the others the item's own.
# So:       a feed that is to be read everywhere has Atom's namespace as the default one, and the item's own elements first.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund rss-parser@3.13.0 @extractus/feed-extractor@8.0.3 htmlparser2@12.0.0 feedsmith@3.0.1 @rowanmanning/feed-parser@2.1.5
cat > read.mjs <<'JS'
import { extractFromXml } from "@extractus/feed-extractor";
import { parseFeed as withRowan } from "@rowanmanning/feed-parser";
import { parseFeed as withFeedsmith } from "feedsmith";
import { parseFeed } from "htmlparser2";
import Parser from "rss-parser";

const atom = (a) => {
  const [ns, p] = a ? [`xmlns:${a}`, `${a}:`] : ["xmlns", ""];
  const xml = `<feed ${ns}="http://www.w3.org/2005/Atom"><title>T</title><id>tag:blog.example,2026:f</id><updated>2026-01-05T10:00:00Z</updated>
<entry><title>One</title><id>tag:blog.example,2026:1</id><updated>2026-01-05T10:00:00Z</updated><link href="https://blog.example/1"/></entry></feed>`;
  return xml.replace(/<(\/?)(?=[a-z])/g, `<$1${p}`);
};
const rss = `<rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>T</title><link>https://blog.example/</link><description>D</description>
<item><title>One</title><media:description>the picture's</media:description><description>the item's</description></item></channel></rss>`;
const tools = {
  "rss-parser": async (xml) => (await new Parser().parseString(xml)).items,
  "feed-extractor": async (xml) => extractFromXml(xml).entries,
  htmlparser2: async (xml) => parseFeed(xml).items,
  feedsmith: async (xml) => withFeedsmith(xml).feed.entries ?? withFeedsmith(xml).feed.items,
  "feed-parser": async (xml) => withRowan(xml).items,
};
const rows = [];
for (const [name, read] of Object.entries(tools)) {
  const count = async (xml) => read(xml).then((items) => `${items.length} entry`, (error) => `none (${error.message.slice(0, 40)})`);
  const [item] = await read(rss);
  rows.push({ name, feed: await count(atom("")), "a:feed": await count(atom("a")), description: item.description ?? item.content });
}
console.table(rows);
const asDescribed = rows.every(({ feed }) => feed === "1 entry") && rows.map((row) => row["a:feed"].split(" ")[0]).join() === "none,none,none,1,1" &&
  rows.map(({ description }) => description).join() === "the item's,the item's,the item's,the item's,the picture's";
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node read.mjs
