#!/usr/bin/env bash
# temml 0.13.5: `(0,1)` becomes one number.
#
# Expected: in TeX a comma between digits is punctuation, so `(0,1)` is two numbers; KaTeX writes them as two, and whoever wants a
#           decimal comma writes `0{,}1`.
# Observed: <mn>0,1</mn>: an interval, a point or a list of indexes is set without its space, and screen readers read "zero point
#           one". A space behind the comma in the source, `(0, 1)`, gives two numbers.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund temml@0.13.5 katex@0.16.22
cat > set.cjs <<'JS'
const temml = require("temml");
const katex = require("katex");

const numbersIn = (mathml) => [...mathml.matchAll(/<mn[^>]*>([^<]*)<\/mn>/g)].map(([, text]) => text);
const seen = {
  temml: ["(0,1)", "(0, 1)"].map((tex) => numbersIn(temml.renderToString(tex))),
  katex: ["(0,1)", "(0, 1)"].map((tex) => numbersIn(katex.renderToString(tex, { output: "mathml" }))),
};
console.log(JSON.stringify(seen));
const asDescribed = JSON.stringify(seen) === '{"temml":[["0,1"],["0","1"]],"katex":[["0","1"],["0","1"]]}';
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node set.cjs
