#!/usr/bin/env bash
# rss-parser 3.13.0, htmlparser2 12.0.0 (parseFeed) and @rowanmanning/feed-parser 2.1.5: an RSS item without <link> has no address.
#
# Expected: `link` is optional in RSS 2.0, and a guid is the item's address unless it says isPermaLink="false" ("its default value
#           is true"). A feed may thus have <guid> alone; a reader opens that.
# Observed: none of the three gives an address for such an item, only an id: `link` or `url` is missing or null. rss-parser and
#           feed-parser don't hand on isPermaLink either, so a client can't fill the gap safely.
#           @extractus/feed-extractor 8.0.3 takes the guid.
# So:       a feed that is to be read everywhere has <link> beside its guid, even where both say the same.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund rss-parser@3.13.0 htmlparser2@12.0.0 @rowanmanning/feed-parser@2.1.5 @extractus/feed-extractor@8.0.3
cat > read.mjs <<'JS'
import { extractFromXml } from "@extractus/feed-extractor";
import { parseFeed as rowanmanning } from "@rowanmanning/feed-parser";
import { parseFeed as htmlparser2 } from "htmlparser2";
import RssParser from "rss-parser";

const rss = `<?xml version="1.0"?><rss version="2.0"><channel><title>B</title><link>https://b.example/</link><description>All</description>
<item><title>One</title><guid>https://b.example/one/</guid></item></channel></rss>`;
const seen = {
  "rss-parser": (await new RssParser().parseString(rss)).items[0].link ?? "none",
  htmlparser2: htmlparser2(rss).items[0].link ?? "none",
  "@rowanmanning/feed-parser": rowanmanning(rss).items[0].url ?? "none",
  "@extractus/feed-extractor": extractFromXml(rss).entries[0].link ?? "none",
};
console.log(seen);
const asDescribed = Object.values(seen).join() === "none,none,none,https://b.example/one/";
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node read.mjs
