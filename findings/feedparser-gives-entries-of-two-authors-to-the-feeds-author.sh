#!/usr/bin/env bash
# feedparser 2.6.0 (Node): an Atom entry by two authors is by the author of the feed.
#
# Expected: `author` of an item is that of its entry, the first one or both; the feed's author is for entries that name none (RFC 4287, 4.2.1).
# Observed: with one <author> the entry's name is given. With two, neither is: the post by Ada and Grace is said to be by whoever owns the
#           site, which a planet prints above it. The names are in the raw element, item["atom:author"]. Of two dc:creator in RSS the
#           first is given. rss-parser 3.13.0 gives the first, feedsmith 3.0.1 both.
# So:       a client reads item["atom:author"], which is a list then; a feed for everybody has RSS beside Atom.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund feedparser@2.6.0 rss-parser@3.13.0 feedsmith@3.0.1
cat > run.mjs <<'JS'
import FeedParser from "feedparser";
import { parseFeed } from "feedsmith";
import RssParser from "rss-parser";

const person = (name) => `<author><name>${name}</name></author>`;
const feed = (...names) => `<feed xmlns="http://www.w3.org/2005/Atom"><title>Site</title><id>tag:site.example,2026:feed</id>
  <updated>2026-01-05T10:00:00Z</updated>${person("Owner")}
  <entry><title>Post</title><id>tag:site.example,2026:post</id><updated>2026-01-05T10:00:00Z</updated>
    <link href="https://site.example/post/"/>${names.map(person).join("")}</entry></feed>`;
const firstItem = (text) =>
  new Promise((resolve, reject) => {
    const parser = new FeedParser({ feedurl: "https://site.example/feed.xml" });
    parser.on("error", reject).once("readable", () => resolve(parser.read()));
    parser.end(text);
  });
const seen = {};
for (const names of [[], ["Ada"], ["Ada", "Grace"]]) {
  const text = feed(...names);
  const item = await firstItem(text);
  seen[names.join(" and ") || "nobody"] = {
    feedparser: item.author,
    "in the raw element": [item["atom:author"] ?? []].flat().map((author) => author["atom:name"]?.["#"] ?? author.name?.["#"]).join(" and "),
    "rss-parser": (await new RssParser().parseString(text)).items[0].author ?? "",
    feedsmith: (parseFeed(text).feed.entries[0].authors ?? []).map(({ name }) => name).join(" and "),
  };
}
console.table(seen);
const told = Object.values(seen).map((it) => Object.values(it).join("/"));
const asDescribed = told.join("; ") === "Owner///; Ada/Ada/Ada/Ada; Owner/Ada and Grace/Ada/Ada and Grace";
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
