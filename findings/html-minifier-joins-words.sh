#!/usr/bin/env bash
# html-minifier-terser 7.2.0, `collapseWhitespace: true`: words run together beside a script, <data>, <output> or <picture>, and in SVG's text.
#
# Expected: white space collapses to one space, and goes where a browser shows none, at the edges of blocks; between words and inline elements
#           one space stays, as the option's own description has it for text.
# Observed: what is inline is a list of names, and the rest are blocks. data, output, meter, progress, picture, video, audio, canvas and each custom
#           element are not on it, though all of them stand in a line: "a <output>b</output> c" reads "abc". A script in a paragraph
#           takes the space on both its sides, so that two words become one; so does <tspan> in SVG's text.
# So:       conservativeCollapse: true, or `inlineCustomElements` and a list of one's own. @minify-html/node 0.18.1 keeps all of these.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund html-minifier-terser@7.2.0 @minify-html/node@0.18.1
cat > minify.mjs <<'JS'
import minifyHtml from "@minify-html/node";
import { minify } from "html-minifier-terser";

const inline = ["data", "output", "meter", "progress", "picture", "video", "canvas", "x-tip", "abbr", "time"];
const pages = [
  ...inline.map((name) => `<p>a <${name}>b</${name}> c</p>`),
  '<p>a <script type="application/json">1</script> c</p>', "<svg><text>a <tspan>b</tspan> c</text></svg>",
];
const tools = {
  "html-minifier-terser": (html) => minify(html, { collapseWhitespace: true }),
  conservative: (html) => minify(html, { collapseWhitespace: true, conservativeCollapse: true }),
  "minify-html": (html) => minifyHtml.minify(Buffer.from(html), {}).toString(),
};
const joined = {};
for (const [name, run] of Object.entries(tools)) {
  joined[name] = [];
  for (const html of pages) {
    const out = await run(html);
    if (!/a <(?!\/)/.test(out) || !/> c/.test(out)) joined[name].push(out);
  }
  console.log(`${name}: ${joined[name].length} of ${pages.length} joined ${joined[name].join("  ")}`);
}
const asDescribed = joined["html-minifier-terser"].length === 10 && Object.values(joined).slice(1).every(({ length }) => length === 0) &&
  !joined["html-minifier-terser"].some((out) => /<abbr|<time/.test(out));
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node minify.mjs
