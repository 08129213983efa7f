#!/usr/bin/env bash
# @tryghost/kg-markdown-html-renderer 7.2.5 (Ghost's Markdown cards and imports): "a==b and c==d" is highlighted, and two headings have one id.
#
# Expected: "==", "^" and "~" mean nothing in CommonMark, and `~one~` is struck out in GFM. Headings get ids of their own, as
#           links to them need it.
# Observed: `if a==b and c==d` has a <mark> over "b and c" and no "==" any more; `x^2+y^2` has "2+y" raised; `~/a,~/b` and `~one~` are
#           lowered (<sub>). Ids are not counted: "C++" and "C#" are both id="c", and so are two headings "Example": a table of
#           contents leads to the first. Nothing of it can be turned off from an import.
# So:       such text in backticks; headings with different words.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @tryghost/kg-markdown-html-renderer@7.2.5
cat > run.mjs <<'JS'
import { createRequire } from "node:module";
const { render } = createRequire(import.meta.url)("@tryghost/kg-markdown-html-renderer");

const cases = {
  "if a==b and c==d": "<p>if a<mark>b and c</mark>d</p>",
  "x^2+y^2": "<p>x<sup>2+y</sup>2</p>",
  "from ~/a,~/b": "<p>from <sub>/a,</sub>/b</p>",
  "~one~": "<p><sub>one</sub></p>",
  "`a==b` and `c==d`": "<p><code>a==b</code> and <code>c==d</code></p>",
  "## C++\n## C#": '<h2 id="c">C++</h2>\n<h2 id="c">C#</h2>',
  "## Example\n## Example": '<h2 id="example">Example</h2>\n<h2 id="example">Example</h2>',
};
const asDescribed = Object.entries(cases).filter(([markdown, wanted]) => {
  const html = render(markdown).trim();
  console.log(`${JSON.stringify(markdown)}: ${html}`);
  return html !== wanted;
}).length === 0;
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
