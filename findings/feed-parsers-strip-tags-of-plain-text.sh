#!/usr/bin/env bash
# rss-parser 3.13.0 and @extractus/feed-extractor 8.0.3: what a feed declares to be plain text loses everything in angle brackets.
#
# Expected: Atom's type="text" and JSON Feed's `content_text` hold no markup: `if a < b and c > d` says just that, and
#           a client that wants a snippet without tags has nothing to take off.
# Observed: rss-parser's `contentSnippet` is "if a  d", since it strips tags whatever the type, and the type is not handed on, so
#           that `content` can't be told from HTML either. feed-extractor's `description` of a JSON Feed's item is "if a  d" too.
# So:       put escaped HTML even where text would do (`type="html"`, `content_html`); it survives both kinds of reader.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund rss-parser@3.13.0 @extractus/feed-extractor@8.0.3
cat > read.mjs <<'JS'
import { extractFromJson } from "@extractus/feed-extractor";
import Parser from "rss-parser";

const text = "if a < b and c > d";
const escape = (value) => value.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
const atom = (type, content) => `<feed xmlns="http://www.w3.org/2005/Atom"><title>B</title><id>urn:b</id>
<updated>2026-01-01T00:00:00Z</updated><author><name>A</name></author><entry><title>One</title><id>urn:1</id>
<updated>2026-01-01T00:00:00Z</updated><content type="${type}">${escape(content)}</content></entry></feed>`;
const json = (content) => ({ version: "https://jsonfeed.org/version/1.1", title: "B", items: [{ id: "1", url: "https://b.example/1", ...content }] });

const snippet = async (type, content) => (await new Parser().parseString(atom(type, content))).items[0].contentSnippet;
const description = (content) => extractFromJson(json(content)).entries[0].description;
const seen = {
  "rss-parser, text": await snippet("text", text),
  "rss-parser, html": await snippet("html", escape(text)),
  "feed-extractor, content_text": description({ content_text: text }),
  "feed-extractor, content_html": description({ content_html: escape(text) }),
};
console.log(seen);
const [atomText, atomHtml, jsonText, jsonHtml] = Object.values(seen);
const asDescribed = atomText === "if a  d" && atomHtml === text && jsonText === "if a  d" && jsonHtml !== jsonText;
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node read.mjs
