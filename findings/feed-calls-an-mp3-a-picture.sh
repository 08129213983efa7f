#!/usr/bin/env bash
# feed 6.0.0: one enclosure is audio/mpeg in RSS, "image/mp3" in Atom and nothing in JSON Feed.
#
# Expected: addItem({ enclosure: { url, type: "audio/mpeg", length } }) is written with this type in all three formats; an item without an
#           id has its link for one in all three, as in RSS and Atom, since JSON Feed can't do without.
# Observed: atom1() doesn't look at the type. It writes "image/" with whatever stands behind the last dot of the path: "image/mp3", and
#           "image//episodes/12" where there is none, which is no media type. rss2() has the type that was given. json1() leaves the
#           enclosure out, and the id too; and names its items' authors as version 1 of JSON Feed did, the first of them alone.
# So:       podcasts by rss2() only; for json1() give every item an id, and add `attachments` with a JSON.parse of one's own.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund feed@6.0.0
cat > feeds.mjs <<'JS'
import { Feed } from "feed";

const read = (url) => {
  const feed = new Feed({ title: "Locks", id: "https://site.example/", link: "https://site.example/", copyright: "", updated: new Date("2026-01-05") });
  feed.addItem({
    title: "One",
    link: "https://site.example/1/",
    date: new Date("2026-01-05"),
    author: [{ name: "Ann" }, { name: "Ben" }],
    enclosure: { url, type: "audio/mpeg", length: 1234 },
  });
  return {
    atom: feed.atom1().match(/<link rel="enclosure"[^>]*>/)[0].match(/ type="([^"]*)"/)[1],
    rss: feed.rss2().match(/<enclosure[^>]*>/)[0].match(/ type="([^"]*)"/)[1],
    json: Object.keys(JSON.parse(feed.json1()).items[0]).join(" "),
    authors: JSON.stringify(JSON.parse(feed.json1()).items[0].author),
  };
};
const withEnding = read("https://site.example/1.mp3");
const without = read("https://site.example/episodes/12");
console.log(withEnding, without);
const asDescribed =
  [withEnding, without].every((it) => it.rss === "audio/mpeg" && it.json === "url title date_modified author" && it.authors === '{"name":"Ann"}') &&
  withEnding.atom === "image/mp3" &&
  without.atom === "image//episodes/12";
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node feeds.mjs
