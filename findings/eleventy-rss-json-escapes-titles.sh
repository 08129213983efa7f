#!/usr/bin/env bash
# @11ty/eleventy-plugin-rss 3.0.0 with Eleventy 3.1.7: JSON Feed has titles escaped for HTML, and no description.
#
# Expected: `title` of JSON Feed is plain text (jsonfeed.org/version/1.1), so a post called `Vec<T> & "Box"` is called that, and
#           the feed's `description` is the subtitle that the plugin was given, as in Atom and RSS.
# Observed: readers are given `Vec&lt;T&gt; &amp; &quot;Box&quot;` and show it so; `description` is empty. Atom, where the same
#           escaping is right, says both correctly.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @11ty/eleventy@3.1.7 @11ty/eleventy-plugin-rss@3.0.0
cat > eleventy.config.mjs <<'JS'
import { feedPlugin } from "@11ty/eleventy-plugin-rss";
export default function (config) {
  const metadata = { title: "T", subtitle: "On types", language: "en", base: "https://blog.example/", author: { name: "A", email: "a@blog.example" } };
  config.addPlugin(feedPlugin, { type: "json", outputPath: "/feed.json", collection: { name: "post" }, metadata });
  return { dir: { input: "src" } };
}
JS
mkdir -p src
cat > src/one.md <<'MD'
---
title: 'Vec<T> & "Box"'
date: 2026-01-01
tags: post
permalink: /posts/one/
---
Text
MD
npx eleventy --quiet
seen=$(node -p 'const { items, description } = JSON.parse(fs.readFileSync("_site/feed.json", "utf8")); JSON.stringify([items[0].title, description])')
echo "title and description: $seen"
if [ "$seen" = '["Vec&lt;T&gt; &amp; &quot;Box&quot;",""]' ]; then echo "As described: escaped and empty."; else echo "Changed."; exit 1; fi
