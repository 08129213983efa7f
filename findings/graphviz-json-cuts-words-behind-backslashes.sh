#!/usr/bin/env bash
# Graphviz 16.1.0 (@viz-js/viz 3.31.0): in its JSON, words with backslashes lose their last letters.
#
# Expected: a drawing step of `-Tjson` has the words that are drawn, as SVG has them: the manual says that it is xdot as JSON.
# Observed: each backslash is doubled in the `T` step, beyond what JSON asks for, and words with more than one lose letters at
#           their end: "\\srv\share\dir" is given as "\\\\srv\\share\\di" once JSON is parsed. The number of letters that xdot writes before a text is
#           that of the text before backslashes were doubled, and the JSON is made by reading xdot back. SVG is right.
# So:       words are taken from the label or from SVG; a drawing that is made of the JSON refuses backslashes.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts @viz-js/viz@3.31.0
cat > words.mjs <<'JS'
import { instance } from "@viz-js/viz";

const viz = await instance();
const words = ["plain", "a\\b", "C:\\temp", "\\\\srv\\share\\dir"];
const seen = words.map((word) => {
  const dot = `digraph { a [label="${word.replaceAll("\\", "\\\\")}"] }`;
  const [node] = JSON.parse(viz.renderString(dot, { format: "json" })).objects;
  const [, svg] = /<text[^>]*>([^<]*)/.exec(viz.renderString(dot, { format: "svg" }));
  return { word, json: node._ldraw_.find(({ op }) => op === "T").text, svg };
});
for (const { word, json, svg } of seen) console.log(`label ${word}   JSON ${json}   SVG ${svg}`);
const asDescribed =
  viz.graphvizVersion === "16.1.0" &&
  seen.every(({ word, svg }) => svg === word) &&
  seen.map(({ json }) => json).join(" ") === String.raw`plain a\\b C:\\temp \\\\srv\\share\\di`;
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node words.mjs
