#!/usr/bin/env bash
# open-graph-scraper 6.12.0: the width, height and alternative text of one picture are given to another, and of several tags the last is left.
#
# Expected: og:image:width, og:image:height and og:image:alt are about the og:image above them: ogp.me has three pictures for an example, the first
#           of 300 × 300, the second without a size and the third 1000 high. What may be repeated (article:tag, og:locale:alternate) is a list.
# Observed: each property is collected on its own, and the first height goes to the first picture, the first text to the first picture: of the
#           example, the second is 1000 high, which puts it in front of the others, and the third has no size. A portrait's alternative text is
#           that of the wide picture before it. Of two article:tag and of two og:locale:alternate the last is returned, as a string.
# So:       read meta elements in their order where there is more than one picture, and `customMetaTags` with `multiple: true` for the tags.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund open-graph-scraper@6.12.0
cat > read.mjs <<'JS'
import scrape from "open-graph-scraper";

const read = async (properties) => {
  const metas = properties.map(([property, content]) => `<meta property="${property}" content="${content}">`).join("");
  const { result } = await scrape({ html: `<!doctype html><html><head><title>T</title>${metas}</head><body></body></html>` });
  return result;
};
const example = await read([
  ["og:image", "https://site.example/rock.jpg"],
  ["og:image:width", "300"],
  ["og:image:height", "300"],
  ["og:image", "https://site.example/rock2.jpg"],
  ["og:image", "https://site.example/rock3.jpg"],
  ["og:image:height", "1000"],
]);
const post = await read([
  ["og:image", "https://site.example/wide.png"],
  ["og:image", "https://site.example/portrait.png"],
  ["og:image:alt", "Ann at her desk"],
  ["article:tag", "sql"],
  ["article:tag", "css"],
  ["og:locale:alternate", "de_DE"],
  ["og:locale:alternate", "fr_FR"],
]);
console.log(example.ogImage, post.ogImage, post.articleTag, post.ogLocaleAlternate);
const of = ({ ogImage }, name) => ogImage.find(({ url }) => url.endsWith(name));
const asDescribed =
  of(example, "rock2.jpg").height === "1000" &&
  of(example, "rock3.jpg").height === undefined &&
  of(post, "wide.png").alt === "Ann at her desk" &&
  of(post, "portrait.png").alt === undefined &&
  post.articleTag === "css" &&
  post.ogLocaleAlternate === "fr_FR";
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node read.mjs
