#!/usr/bin/env bash
# vega-lite 6.4.3 with vega 6.4.0: a bar chart leaves out the categories that have no value, names and all, and those with "1,000".
#
# Expected: a category without a value keeps its place on the axis, empty, as in spreadsheets and most chart libraries: that there is no number is what
#           the chart says. A text that is no number is an error or a warning.
# Observed: null, a missing key and "1,000" (as CSV from a spreadsheet has it) count as invalid, and their rows are filtered out before the axis is
#           made: of six tools three are shown, and the chart looks complete. compile() warns of nothing. "7" is a number. The
#           modes of `invalid` that have "show-domains" in their names change nothing here; `invalid: "show"` draws bars of 0.
#           A sum is no way out either.
# So:       the names on the x scale: `sort: [...]` or `scale: { domain: [...] }` on the channel of the categories.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund vega-lite@6.4.3 vega@6.4.0
cat > chart.mjs <<'JS'
import * as vega from "vega";
import { compile } from "vega-lite";

const values = [{ tool: "a", ms: null }, { tool: "b", ms: 2 }, { tool: "c", ms: "1,000" }, { tool: "d", ms: "7" }, { tool: "e" }, { tool: "f", ms: 0 }];
const warnings = [];
const logger = { level: () => logger, warn: (...it) => (warnings.push(it), logger), error: () => logger, info: () => logger, debug: () => logger };
async function draw({ mark = "bar", x = {}, y = {} }) {
  const encoding = { x: { field: "tool", type: "nominal", ...x }, y: { field: "ms", type: "quantitative", ...y } };
  const { spec } = compile({ data: { values }, mark, encoding }, { logger });
  const svg = await new vega.View(vega.parse(spec), { renderer: "none" }).toSVG();
  const names = [...svg.matchAll(/<text[^>]*>([a-f])</g)].map(([, name]) => name).join("");
  return `${names}, ${svg.match(/aria-roledescription="bar"/g).length} bars`;
}
const seen = {
  plain: await draw({}),
  sum: await draw({ y: { aggregate: "sum" } }),
  "break-paths-show-domains": await draw({ mark: { type: "bar", invalid: "break-paths-show-domains" } }),
  show: await draw({ mark: { type: "bar", invalid: "show" } }),
  sort: await draw({ x: { sort: ["a", "b", "c", "d", "e", "f"] } }),
  domain: await draw({ x: { scale: { domain: ["a", "b", "c", "d", "e", "f"] } } }),
};
console.log(seen, "warnings:", warnings.length);
const asDescribed =
  Object.values(seen).join(" | ") === "bdf, 3 bars | bdf, 3 bars | bdf, 3 bars | abcdef, 6 bars | abcdef, 3 bars | abcdef, 3 bars" && warnings.length === 0;
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node chart.mjs
