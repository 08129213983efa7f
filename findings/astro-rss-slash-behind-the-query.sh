#!/usr/bin/env bash
# @astrojs/rss 4.0.19: the slash that it adds to links goes behind a query or an anchor, and is left out for names with a dot.
#
# Expected: `trailingSlash`, true by default, is about the path. `/posts/?p=7` has its slash already, and posts of one folder
#           are all treated alike.
# Observed: `/posts/?p=7` becomes /posts/?p=7/, `/one/#part` becomes /one/#part/: another value and an anchor that is on no page.
#           The guid is the same text. `/posts/node-20.10` gets no slash, since `.10` passes for a file's ending, beside
#           `/posts/node`, which gets one.
# So:       hand over absolute addresses, which are left as they are, whatever `trailingSlash` says.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @astrojs/rss@4.0.19
cat > links.mjs <<'JS'
import rss from "@astrojs/rss";

const expected = {
  "/posts/node": "/posts/node/",
  "/posts/node-20.10": "/posts/node-20.10",
  "/posts/?p=7": "/posts/?p=7/",
  "/one?from=feed": "/one?from=feed/",
  "/one/#part": "/one/#part/",
  "https://blog.example/posts/?p=7": "/posts/?p=7",
};
const items = Object.keys(expected).map((link) => ({ title: link, link }));
const feed = await (await rss({ title: "Blog", description: "All", site: "https://blog.example", items })).text();
const seen = [...feed.matchAll(/<item><title>[^<]*<\/title><link>https:\/\/blog\.example([^<]*)<\/link><guid[^>]*>([^<]*)<\/guid>/g)];
for (const [i, [, link, guid]] of seen.entries()) console.log(`${items[i].link} -> ${link}, guid ${guid}`);
const asDescribed = JSON.stringify(seen.map(([, link]) => link)) === JSON.stringify(Object.values(expected));
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node links.mjs
