#!/usr/bin/env bash
# Graphviz 16.1.0 (@viz-js/viz 3.31.0): `2026-01 -> 2026-02` is three boxes, 2026, -01 and -02, and `v16.4` two, without a warning.
#
# Expected: a name without quotation marks that is no name is a syntax error, as `a-b` is, or one name, as it stands between the blanks.
# Observed: names need no blank between them. 2026-01 is the number 2026 and the number -01, two boxes of one statement each; an edge that is
#           written from 2026-01 leads from -01. `v16.4 -> v17` has the boxes v16 and .4. The status is "success", and nothing is said,
#           where "10.5.1", "1st" and "17beta1" are split as well, with a warning. 9.6 and 404 are one box each, which are the examples
#           that one tries.
# So:       months, versions and addresses stand in quotation marks in DOT; a program that writes DOT puts them around every name.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @viz-js/viz@3.31.0
cat > names.mjs <<'JS'
import { instance } from "@viz-js/viz";

const viz = await instance();
console.log("Graphviz", viz.graphvizVersion);
const wanted = {
  "9.6 -> 10": "9.6 10 | 9.6 to 10 | 0 warnings",
  "2026-01 -> 2026-02": "2026 -01 -02 | -01 to 2026 | 0 warnings",
  '"2026-01" -> "2026-02"': "2026-01 2026-02 | 2026-01 to 2026-02 | 0 warnings",
  "v16.4 -> v17": "v16 .4 v17 | .4 to v17 | 0 warnings",
  "2026-01-05": "2026 -01 -05 |  | 0 warnings",
  "10.5.1": "10.5 .1 |  | 1 warnings",
  "17beta1": "17 beta1 |  | 1 warnings",
  "a-b": "failure",
};
let asDescribed = true;
for (const [body, want] of Object.entries(wanted)) {
  const { status, output, errors } = viz.render(`digraph { ${body} }`, { format: "json" });
  let seen = status;
  if (status === "success") {
    const { objects, edges = [] } = JSON.parse(output);
    const name = (id) => objects.find((it) => it._gvid === id).name;
    seen = [
      objects.map((it) => it.name).join(" "),
      edges.map((it) => `${name(it.tail)} to ${name(it.head)}`).join(),
      `${errors.filter((it) => it.message.includes("splits into two")).length} warnings`,
    ].join(" | ");
  }
  console.log(`${body}: ${seen}`);
  asDescribed &&= seen === want;
}
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node names.mjs
