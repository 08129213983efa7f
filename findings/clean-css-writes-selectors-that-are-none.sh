#!/usr/bin/env bash
# clean-css 5.3.3 (also in html-minifier-terser): `:nth-child(even of .open)` becomes `:nth-child(evenof.open)`, which drops the
# rule.
#
# Expected: white space goes where it says nothing. `of` of Selectors 4 is in all browsers since 2023; a selector that a
#           minifier does not know it leaves as it is, with a warning at the least.
# Observed: within the parentheses of nth-child and nth-last-child all spaces go: `evenof.open`, `2n+1of.open`. Browsers skip a
#           rule with a selector that they can't read, together with the other selectors of its list: `li.last, li:nth-child(1
#           of .open)` is gone for li.last as well. In `linear(0 0%, 1 100%)` as part of `animation` the 0% becomes 0, a second
#           number, and the whole declaration is void. Both at level 1, the default; `warnings` and `errors` are empty.
# So:       use lightningcss, cssnano or esbuild, which keep both.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund clean-css@5.3.3 html-minifier-terser@7.2.0 cssnano@7.1.9 postcss@8.5.33 esbuild@0.28.2
cat > nth.mjs <<'JS'
import CleanCSS from "clean-css";
import cssnano from "cssnano";
import { transformSync } from "esbuild";
import { minify } from "html-minifier-terser";
import postcss from "postcss";

const wanted = {
  "li:nth-child(even of .open){color:red}": "li:nth-child(evenof.open){color:red}",
  "li.last,li:nth-child(1 of .open){color:red}": "li.last,li:nth-child(1of.open){color:red}",
  ".a{animation:x 1s linear(0 0%,1 100%)}": ".a{animation:x 1s linear(0 0,1 100%)}",
};
let asDescribed = true;
for (const [css, expected] of Object.entries(wanted)) {
  const { styles, warnings, errors } = new CleanCSS().minify(css);
  const html = await minify(`<style>${css}</style>`, { minifyCSS: true });
  const others = [
    (await postcss([cssnano()]).process(css, { from: undefined })).css,
    transformSync(css, { loader: "css", minify: true }).code.trim(),
  ];
  console.log(`${css}\n  clean-css: ${styles} ${warnings.concat(errors)}\n  others:    ${others.join("   ")}`);
  asDescribed &&= styles === expected && warnings.length + errors.length === 0 && html === `<style>${expected}</style>`;
  asDescribed &&= others.every((it) => it.includes(" of") || /linear\(0 0%, ?1 100%\)/.test(it));
}
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node nth.mjs
