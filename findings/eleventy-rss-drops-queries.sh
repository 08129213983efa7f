#!/usr/bin/env bash
# @11ty/eleventy-plugin-rss 3.0.0 with Eleventy 3.1.7: the feed loses the query of a relative link.
#
# Expected: making an address absolute keeps all of it. In a post at /posts/one/, `?q=1` is /posts/one/?q=1 (RFC 3986, 5.3).
# Observed: `?q=1`, `./?q=1` and `../two/?q=1` lose their query in Atom, RSS and JSON Feed; `/two/?q=1`, from the root, keeps it,
#           and the page itself keeps all four. A link to a search result or to a page of a list leads elsewhere in a feed reader.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @11ty/eleventy@3.1.7 @11ty/eleventy-plugin-rss@3.0.0
cat > eleventy.config.mjs <<'JS'
import { feedPlugin } from "@11ty/eleventy-plugin-rss";
export default function (config) {
  const metadata = { title: "T", subtitle: "S", language: "en", base: "https://blog.example/", author: { name: "A", email: "a@blog.example" } };
  config.addPlugin(feedPlugin, { type: "atom", outputPath: "/feed.xml", collection: { name: "post" }, metadata });
  return { dir: { input: "src" } };
}
JS
mkdir -p src
cat > src/one.md <<'MD'
---
title: One
date: 2026-01-01
tags: post
permalink: /posts/one/
---
[a](?q=1) [b](./?q=1) [c](../two/?q=1) [d](/two/?q=1)
MD
npx eleventy --quiet
seen=$(sed 's/&quot;/"/g' _site/feed.xml | grep -oE '<a href="[^"]*"|&lt;a href="[^"]*"' | sed -E 's/.*href="([^"]*)"/\1/')
wanted='https://blog.example/posts/one/
https://blog.example/posts/one/
https://blog.example/posts/two/
https://blog.example/two/?q=1'
printf 'The page has:\n%s\nThe feed has:\n%s\n' "$(grep -oE 'href="[^"]*"' _site/posts/one/index.html)" "$seen"
if [ "$seen" = "$wanted" ]; then echo "As described: relative links lose their query."; else echo "Changed."; exit 1; fi
