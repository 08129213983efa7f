#!/usr/bin/env bash
# @joplin/turndown-plugin-gfm 1.0.68 and turndown-plugin-gfm 1.0.2, with turndown 7.2.5: `a || b` in a table is `a | b`, or the end of its cell.
#
# Expected: "|" in a cell is written as "\|", also in code (GFM, tables), and `||`, which joins texts in SQL and is "or" in others, as "\|\|".
# Observed: Joplin's, which is the maintained one, escapes each run of bars as one: `first || last` comes out as `first \| last`, which is another
#           operator: "or" of bits, where it was of truth. The text is a good table, so that nothing shows. turndown-plugin-gfm escapes none: the
#           code ends at its first bar with a backtick that has no second one, and the rest of the cell, and the next cell, are not shown.
# So:       give `tableCell` a rule of its own, or replace bars in <code> of tables by &#124; before the conversion.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund turndown@7.2.5 turndown-plugin-gfm@1.0.2 @joplin/turndown-plugin-gfm@1.0.68 markdown-it@15.0.3
cat > cells.cjs <<'JS'
const TurndownService = require("turndown");
const markdownIt = require("markdown-it");
const plugins = { joplin: require("@joplin/turndown-plugin-gfm").gfm, plain: require("turndown-plugin-gfm").gfm };

const seen = {};
for (const [name, gfm] of Object.entries(plugins)) {
  for (const code of ["a + b", "a | b", "a || b"]) {
    const html = `<table><thead><tr><th>A</th><th>B</th></tr></thead><tbody><tr><td><code>${code}</code></td><td>next</td></tr></tbody></table>`;
    const service = new TurndownService();
    service.use(gfm);
    const markdown = service.turndown(html);
    const row = /<tbody>([\s\S]*)<\/tbody>/.exec((markdownIt.default ?? markdownIt)().render(markdown))[1];
    seen[`${name}: ${code}`] = [markdown.split("\n").at(-1).trim(), row.replaceAll("\n", "")];
  }
}
console.log(seen);
const rows = Object.values(seen).map(([, row]) => row);
const good = (code) => `<tr><td><code>${code}</code></td><td>next</td></tr>`;
const wanted = [good("a + b"), good("a | b"), good("a | b"), good("a + b"), "<tr><td>`a</td><td>b`</td></tr>", "<tr><td>`a</td><td></td></tr>"];
const asDescribed = rows.join("\n") === wanted.join("\n");
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node cells.cjs
