#!/usr/bin/env bash
# svgo 4.1.0 with its default preset: a picture that changes by itself (dark mode, hover, animation, fragment) is kept as it looks at first.
#
# Expected: the default plugins keep what is rendered. A favicon with a dark variant by prefers-color-scheme, an icon that shows a part on
#           hover, a part that fades in, and a stack of icons that are chosen by #name work afterwards as they did before.
# Observed: the light colour is put into a style attribute, where the rule for dark mode, which is kept, can't reach it; a part with
#           opacity 0 or display none is removed, whatever would show it: a rule for :hover or print, an <animate> inside it, keyframes. In a
#           stack, groups that g:target shows become paths, which no rule hides, so that all icons are drawn. @media (width >= 600px) is
#           dropped. Nothing is said of any of this.
# So:       turn off inlineStyles, removeHiddenElems, collapseGroups and minifyStyles for pictures with states.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund svgo@4.1.0
cat > shrink.mjs <<'JS'
import { optimize } from "svgo";

const shape = (more) => `<path ${more} d="M0 0h9v9z"/>`;
const pictures = {
  dark: [`<style>.i{fill:red}@media (prefers-color-scheme:dark){.i{fill:blue}}</style>${shape('class="i"')}`, (svg) => !svg.includes('style="fill:red"')],
  hover: [`<style>.h{opacity:0}svg:hover .h{opacity:1}</style>${shape('class="h"')}`, (svg) => svg.includes("<path")],
  print: [`<style>.p{display:none}@media print{.p{display:inline}}</style>${shape('class="p"')}`, (svg) => svg.includes("<path")],
  animate: [`<path opacity="0" d="M0 0h9v9z"><animate attributeName="opacity" to="1" dur="1s" fill="freeze"/></path>`, (svg) => svg.includes("<path")],
  target: [`<style>g{display:none}g:target{display:inline}</style><g id="a">${shape("")}</g><g id="b">${shape("")}</g>`, (svg) => svg.includes("<g")],
  width: [`<style>.w{fill:red}@media (width>=600px){.w{fill:blue}}</style>${shape('class="w"')}`, (svg) => svg.includes("@media")],
};
const kept = [];
for (const [name, [body, works]] of Object.entries(pictures)) {
  const { data } = optimize(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">${body}</svg>`);
  if (works(data)) kept.push(name);
  console.log(`${name}: ${data.replace(/^<svg[^>]*>/, "").replace("</svg>", "")}`);
}
const without = { overrides: { inlineStyles: false, removeHiddenElems: false, collapseGroups: false, minifyStyles: false } };
const plugins = [{ name: "preset-default", params: without }];
const later = Object.values(pictures).filter(([body, works]) => works(optimize(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">${body}</svg>`, { plugins }).data));
console.log(`kept: ${kept.join() || "none"}; without the four: ${later.length} of 6`);
const asDescribed = kept.length === 0 && later.length === 6;
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node shrink.mjs
