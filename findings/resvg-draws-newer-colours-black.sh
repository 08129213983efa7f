#!/usr/bin/env bash
# @resvg/resvg-js 2.6.2: a colour in the spelling of today, or one that a style sheet gives by a newer selector, is drawn black.
#
# Expected: resvg, which pictures for previews are commonly made with, draws what browsers and librsvg draw, or fails.
#           `currentcolor` is a keyword, and those have no case.
# Observed: rgb(0 0 255 / 50%), `currentcolor` in small letters, var() with a fallback, `:not(.a)`, `[data-a^="x"]` and an `!important` against a style
#           attribute all end in black or in the colour that was to be overridden; width and height that a style sheet gives draw nothing. No error, no
#           warning; sharp 0.35.5 (librsvg 2.63) draws all of them. `currentColor` and rgba(0, 0, 255, 0.5) are right.
# So:       colours for it are hex, and rules are written out as attributes (SVGO's inlineStyles does a part).
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @resvg/resvg-js@2.6.2 sharp@0.35.5
cat > draw.mjs <<'JS'
import { Resvg } from "@resvg/resvg-js";
import sharp from "sharp";

const square = (attributes) => `<rect width="9" height="9" ${attributes}/>`;
const pictures = {
  "rgb(0 0 255 / 50%)": square('fill="rgb(0 0 255 / 50%)"'),
  currentcolor: `<g color="#f00">${square('fill="currentcolor"')}</g>`,
  "var(--x, #f00)": square('style="fill:var(--x,#f00)"'),
  ":not(.a)": `<style>rect:not(.a){fill:#f00}</style>${square("")}`,
  '[data-a^="x"]': `<style>[data-a^="x"]{fill:#f00}</style>${square('data-a="xy"')}`,
  "!important": `<style>rect{fill:#f00!important}</style>${square('style="fill:#00f"')}`,
  "width by CSS": '<style>rect{width:9px;height:9px;fill:#f00}</style><rect/>',
  currentColor: `<g color="#f00">${square('fill="currentColor"')}</g>`,
  "rgba(0, 0, 255, 0.5)": square('fill="rgba(0, 0, 255, 0.5)"'),
};
const middle = async (png) => {
  const { data, info } = await sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const at = (4 * info.width + 4) * 4;
  return data[at + 3] === 0 ? "nothing" : `#${data.subarray(at, at + 4).toString("hex")}`;
};
const rows = [];
for (const [name, body] of Object.entries(pictures)) {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9" viewBox="0 0 9 9">${body}</svg>`;
  rows.push({ name, resvg: await middle(new Resvg(svg).render().asPng()), librsvg: await middle(await sharp(Buffer.from(svg)).png().toBuffer()) });
}
console.table(rows);
const [differ, same] = [rows.slice(0, 7), rows.slice(7)];
const black = "#000000ff";
const asDescribed = differ.map(({ resvg }) => resvg).join() === [black, black, black, black, black, "#0000ffff", "nothing"].join() &&
  differ.slice(1).every(({ librsvg }) => librsvg === "#ff0000ff") && same.every((row) => row.resvg.slice(0, 7) === row.librsvg.slice(0, 7));
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node draw.mjs
