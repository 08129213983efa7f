#!/usr/bin/env bash
# lightningcss 1.33.0 (behind Tailwind 4 and Vite's `cssMinify`): `font-family: monospace, monospace` becomes `monospace`, and
# code is set in 13 pixels instead of 16.
#
# Expected: a list of fonts is shortened where that changes nothing. The doubled name is normalize.css's, on millions of pages:
#           a browser takes a smaller size for a family that is `monospace` by itself (13px for 16px in Chrome, Firefox and
#           Safari), and the usual one for any list. cssnano, clean-css, csso and esbuild leave it as it is.
# Observed: the second name goes as a duplicate, also without `minify`, and in `font` too: <code>, <kbd>, <samp> and <pre> of
#           the finished site are a fifth smaller than in development, where the style sheet was not worked on. With a font in
#           front (ui-monospace, monospace, monospace) nothing changes.
# So:       put a font's name in front: `ui-monospace, monospace`.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund lightningcss@1.33.0 \
  cssnano@7.1.9 postcss@8.5.33 clean-css@5.3.3 csso@5.0.5 esbuild@0.28.2
cat > monospace.mjs <<'JS'
import CleanCSS from "clean-css";
import cssnano from "cssnano";
import { minify as csso } from "csso";
import { transformSync } from "esbuild";
import { transform } from "lightningcss";
import postcss from "postcss";

const css = "pre{font-family:monospace,monospace;font-size:1em}code{font:1em monospace,monospace}";
const tools = {
  lightningcss: () => transform({ filename: "a.css", code: Buffer.from(css), minify: true }).code.toString(),
  "lightningcss, no minify": () => transform({ filename: "a.css", code: Buffer.from(css) }).code.toString(),
  cssnano: async () => (await postcss([cssnano()]).process(css, { from: undefined })).css,
  "clean-css": () => new CleanCSS().minify(css).styles,
  csso: () => csso(css).css,
  esbuild: () => transformSync(css, { loader: "css", minify: true }).code,
};
let asDescribed = true;
for (const [name, run] of Object.entries(tools)) {
  const small = (await run()).replace(/\s+/g, " ").trim();
  console.log(`${name}: ${small}`);
  asDescribed &&= (small.match(/monospace, ?monospace/g) ?? []).length === (name.startsWith("lightningcss") ? 0 : 2);
}
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node monospace.mjs
