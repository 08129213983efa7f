#!/usr/bin/env bash
# esbuild 0.28.2 with a `target` that has no nesting: a declaration behind a nested rule is put before it, and then loses to it.
#
# Expected: nested CSS means the same after it was flattened. In `.a { @media print { color: blue } color: green }` the last declaration
#           wins, since 2024 (CSSNestedDeclarations) in the specification and in all browsers that nest.
# Observed: esbuild goes by the first draft, in which declarations came before all nested rules: it writes `.a{color:green}` and the rule
#           for print behind it, so that print is blue. The same with `&:where(.b)`; and where the target does nest, `minify` still
#           puts a plain `&{…}` behind the declarations that follow it. lightningcss 1.33.0 keeps the order in all of these.
# So:       declarations first, nested rules behind them, then nobody disagrees. It is a difference between development (no target) and
#           what is built.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund esbuild@0.28.2 lightningcss@1.33.0
cat > lower.mjs <<'JS'
import { transformSync } from "esbuild";
import { transform } from "lightningcss";

const old = { esbuild: "chrome100", lightningcss: { chrome: 100 << 16 } };
const tools = {
  esbuild: (css, lower) => transformSync(css, { loader: "css", minify: true, ...(lower && { target: old.esbuild }) }).code.trim(),
  lightningcss: (css, lower) => transform({ filename: "a.css", code: Buffer.from(css), minify: true, ...(lower && { targets: old.lightningcss }) }).code.toString(),
};
const rules = [
  [".a{@media print{color:blue}color:green}", true],
  [".a{&:where(.b){color:blue}color:green}", true],
  [".a{&{color:blue}color:green}", false],
  [".a{@media print{color:blue}color:green}", false],
];
const seen = { esbuild: [], lightningcss: [] };
for (const [css, lower] of rules) {
  console.log(`${css}${lower ? " for a browser without nesting" : ""}`);
  for (const [name, run] of Object.entries(tools)) {
    const out = run(css, lower);
    // All of these have the same specificity, so that the last one holds.
    seen[name].push(out.indexOf("green") > out.indexOf("#00f") ? "green" : "blue");
    console.log(`  ${name}: ${out} → ${seen[name].at(-1)}`);
  }
}
const asDescribed = seen.esbuild.join() === "blue,blue,blue,green" && seen.lightningcss.join() === "green,green,green,green";
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node lower.mjs
