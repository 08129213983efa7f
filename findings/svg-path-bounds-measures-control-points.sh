#!/usr/bin/env bash
# svg-path-bounds 1.0.2: the bounds of a curve are those of its control points, which it doesn't reach.
#
# Expected: the box that a path fills: a curve from 0,0 to 10,0 with its handles at y = 10 is 7.5 high, as getBBox() and svg-pathdata say. Straight
#           lines, which one tries first, are right.
# Observed: every curve is made a cubic one and all of its points are counted: that one is 10 high, and M0 0Q5 10 10 0, which is 5 high, 6.67, though
#           no point that was written is there; a circle of arcs is 10.25 instead of 10. A viewBox made of it has the picture off
#           its middle, and the more so the more it is curved. The start of a path that nothing is drawn from (M100 100z m5 5…)
#           counts, and the flags of arcs without blanks, as svgo writes them, are "malformed path data".
# So:       getBounds() of svg-pathdata.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund svg-path-bounds@1.0.2 svg-pathdata@9.0.0
cat > bounds.mjs <<'JS'
import bounds from "svg-path-bounds";
import { SVGPathData } from "svg-pathdata";

/** The lowest and the highest y of cubic curves, by walking along them. */
function walked([from, first, second, to]) {
  const at = (t) => (1 - t) ** 3 * from + 3 * (1 - t) ** 2 * t * first + 3 * (1 - t) * t ** 2 * second + t ** 3 * to;
  const values = Array.from({ length: 1001 }, (_, index) => at(index / 1000));
  return [Math.min(...values), Math.max(...values)];
}
const heights = (path) => {
  const [, top, , bottom] = bounds(path);
  const other = new SVGPathData(path).getBounds();
  return { path, "svg-path-bounds": +(bottom - top).toFixed(2), "svg-pathdata": +(other.maxY - other.minY).toFixed(2) };
};
const rows = ["M0 0L10 5", "M0 0C0 10 10 10 10 0", "M0 0Q5 10 10 0", "M0 0a5 5 0 1 1 0 1"].map(heights);
console.table(rows);
const [, highest] = walked([0, 10, 10, 0]);
let flags;
try {
  flags = bounds("M0 0a5 5 0 1110 0");
} catch ({ message }) {
  flags = message;
}
console.log("walked along:", highest, "flags without blanks:", flags);
const asDescribed =
  rows.map((row) => row["svg-path-bounds"]).join() === "5,10,6.67,10.25" && rows.map((row) => row["svg-pathdata"]).join() === "5,7.5,5,10" &&
  highest === 7.5 && flags === "malformed path data";
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node bounds.mjs
