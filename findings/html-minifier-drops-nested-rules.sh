#!/usr/bin/env bash
# html-minifier-terser 7.2.0 (with clean-css 5.3.3): `minifyCSS` takes nested rules out of <style>, and all of @scope and @starting-style.
#
# Expected: a minifier that doesn't know a rule leaves it as it is, as clean-css does with @layer, @container and @position-try; where it
#           can't read CSS, html-minifier-terser keeps the element's text.
# Observed: of `.a{color:red;&:hover{color:blue}@media print{color:green}}` there remains `.a{color:red}`; a rule that has nested rules alone is gone,
#           and so are @scope and @starting-style with what is in them. clean-css has warnings for some of it, which html-minifier-terser does not
#           hand on, also with continueOnMinifyError: false.
# So:       give minifyCSS a function of one's own (esbuild's or lightningcss's transform).
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund html-minifier-terser@7.2.0 clean-css@5.3.3
cat > minify.mjs <<'JS'
import CleanCSS from "clean-css";
import { minify } from "html-minifier-terser";

const rules = [
  ".a{color:red;&:hover{color:#00f}@media print{color:green}}", ".a{.b{color:red}}", "@scope(.a){b{color:red}}", "@starting-style{.a{opacity:0}}",
  "@layer x{.a{color:red}}", "@container (width>9em){.a{color:red}}",
];
const left = [];
for (const css of rules) {
  const html = await minify(`<style>${css}</style>`, { minifyCSS: true, continueOnMinifyError: false });
  left.push(html.replace(/<\/?style>/g, ""));
  const { warnings } = new CleanCSS().minify(css);
  console.log(`${css} → ${left.at(-1) || "nothing"}${warnings.length ? `  (clean-css says: ${warnings[0]})` : ""}`);
}
const asDescribed = left.slice(0, 4).join("|") === ".a{color:red}|||" && left.slice(4).join() === rules.slice(4).join();
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node minify.mjs
