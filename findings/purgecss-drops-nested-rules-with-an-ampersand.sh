#!/usr/bin/env bash
# purgecss 8.0.0: a nested rule that begins with `&` is taken for unused, though its parent is used.
#
# Expected: `.card { color: black; &:hover { color: blue } }` is used where a page has class="card": a pseudo-class is looked
#           through in `.card:hover`, and so it is in `&:hover`.
# Observed: `&:hover` and `&:has(a)` are removed, and a rule that holds nothing else is removed whole. What begins with `a`, `> a` or
#           `& a`, and @media inside of a rule, stays: a style sheet in today's nesting loses its states and keeps its looks, and
#           one that was flattened before loses nothing.
# So:       run it behind what lowers nesting (lightningcss, postcss-nesting).
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund purgecss@8.0.0
cat > run.mjs <<'JS'
import { PurgeCSS } from "purgecss";

const html = '<body><p class="card">text <a href="/">link</a></p></body>';
async function kept(css) {
  const [result] = await new PurgeCSS().purge({ content: [{ raw: html, extension: "html" }], css: [{ raw: css }] });
  return result.css;
}
const sheets = {
  ".card:hover{color:blue}": ".card:hover{color:blue}",
  ".card{color:black;&:hover{color:blue}}": ".card{color:black}",
  ".card{&:hover{color:blue}}": "",
  ".card{color:black;&:has(a){color:blue}}": ".card{color:black}",
  ".card{color:black;& a{color:blue}}": ".card{color:black;& a{color:blue}}",
  ".card{color:black;> a{color:blue}}": ".card{color:black;> a{color:blue}}",
  ".card{color:black;@media print{color:blue}}": ".card{color:black;@media print{color:blue}}",
};
let asDescribed = true;
for (const [css, expected] of Object.entries(sheets)) {
  const seen = await kept(css);
  console.log(`${css} → ${seen}`);
  asDescribed &&= seen === expected;
}
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
