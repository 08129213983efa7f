#!/usr/bin/env bash
# podcast 2.0.1 and rss 1.2.2: an enclosure whose address has a query is of the type "false", and episode 0 has no number.
#
# Expected: the type of an enclosure is guessed from its path, /one.mp3; where it can't be guessed, it is left out, or an error. Podcast hosts put
#           a query behind almost every address, for statistics. Season and episode 0 are numbers like others: a trailer is episode 0.
# Observed: type="false" for /one.mp3?from=feed: the ending is looked up with its query, and what the look-up returns is written as it is.
#           Apps choose what they play by this type. `itunesEpisode: 0` and `itunesSeason: 0` are dropped, while `itunesExplicit: false`
#           is written. A length that is not given is "0".
# So:       say `type` (and `size`) of each enclosure.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund podcast@2.0.1 rss@1.2.2
cat > write.mjs <<'JS'
import { Podcast } from "podcast";
import RSS from "rss";

const about = { title: "Talks", description: "Talks", feedUrl: "https://site.example/feed.xml", siteUrl: "https://site.example/" };
const podcast = new Podcast(about);
const rss = new RSS({ ...about, feed_url: about.feedUrl, site_url: about.siteUrl });
for (const [n, query] of ["", "?from=feed"].entries()) {
  const enclosure = { url: `https://site.example/one.mp3${query}` };
  const item = { title: `Part ${n}`, description: "A talk", url: `https://site.example/${n}/`, date: "2026-01-05", enclosure };
  podcast.addItem({ ...item, itunesSeason: n, itunesEpisode: n, itunesExplicit: false });
  rss.item(item);
}
const written = { podcast: podcast.buildXml(), rss: rss.xml() };
const types = {};
for (const [name, xml] of Object.entries(written)) {
  types[name] = [...xml.matchAll(/<enclosure [^>]*length="(\d+)" type="([^"]*)"/g)].map(([, length, type]) => `${type} ${length}`);
  console.log(`${name}: ${types[name].join(", ")}`);
}
const numbers = [...written.podcast.matchAll(/<itunes:(season|episode|explicit)>[^<]*/g)].map(([text]) => text.slice(8)).join(" ");
console.log(`of seasons and episodes 0 and 1 there are: ${numbers}`);
const wanted = "audio/mpeg 0,false 0";
const asDescribed = types.podcast.join() === wanted && types.rss.join() === wanted && numbers.match(/season|episode/g).length === 2 && numbers.includes("explicit>false");
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node write.mjs
