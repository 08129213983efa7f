#!/usr/bin/env bash
# csso 5.0.5: @media with a range, `(width >= 700px)`, or with calc() is deleted, with all the rules in it.
#
# Expected: ranges of Media Queries 4 work in all browsers since 2023; what csso can't read of a query it leaves as it is, as it
#           does with `@container (width > 400px)`, which is kept.
# Observed: `@media (width >= 700px) { … }` becomes nothing, and so does a list of queries with one such in it, `not (width > 1px)`,
#           and (min-width: calc(…)). No error and no warning: minify() returns the rest. A layout for wide screens is simply gone.
#           clean-css 5.3.3 keeps them.
# So:       min-width and max-width for csso; or a minifier that is kept up.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund csso@5.0.5 clean-css@5.3.3
cat > run.mjs <<'JS'
import CleanCss from "clean-css";
import { minify } from "csso";

const ranges = ["(width>=700px)", "(400px<=width<=700px)", "screen and (width>1px)", "not (width>1px)", "(min-width:1px),(width>=700px)", "(min-width:calc(1px + 2px))"];
const others = ["(min-width:700px)", "(update:slow)", "(prefers-reduced-motion)"];
let asDescribed = true;
for (const query of [...ranges, ...others]) {
  const css = `@media ${query}{.a{color:red}}`;
  const seen = minify(css).css;
  console.log(`${css} → ${seen || "nothing"}`);
  asDescribed &&= seen === (ranges.includes(query) ? "" : css) && new CleanCss().minify(css).styles.includes(".a{color:red}");
}
const container = "@container (width>400px){.a{color:red}}";
asDescribed &&= minify(container).css === container;
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
