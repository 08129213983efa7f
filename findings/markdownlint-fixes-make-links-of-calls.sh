#!/usr/bin/env bash
# markdownlint 0.42.1 (in VS Code's extension and many CI jobs, "fix on save"): --fix makes links, emphasis and headings of plain text.
#
# Expected: a fix of style leaves what the page says. Where a rule guesses that something else was meant, it warns and touches nothing.
# Observed: with the default rules, `f(x)[0]` becomes the link `f[x](0)`; "2 * 3 * 4" loses its stars to an italic 3; of two `SELECT *`
#           in a sentence the words between are set in italics, "SELECT *FROM a, SELECT* FROM b"; a line that begins with "#1" is a
#           heading; a list that goes on at 5 starts at 1; a break by three blanks at the end of the line is gone. All of it is plain
#           text to CommonMark, and needs no escape there. None is a warning that stays.
# So:       turn off MD011, MD018, MD029 and MD037 where files are fixed by a machine, and keep code in backticks.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund markdownlint@0.42.1 markdown-it@14.3.3
cat > run.mjs <<'JS'
import { applyFixes } from "markdownlint";
import { lint } from "markdownlint/sync";
import MarkdownIt from "markdown-it";

const cases = {
  "f(x)[0] is the first": 'f<a href="0">x</a> is the first',
  "2 * 3 * 4 is 24": "2 <em>3</em> 4 is 24",
  "SELECT * FROM a, SELECT * FROM b": "SELECT <em>FROM a, SELECT</em> FROM b",
  "#1 is the first": "<h1>1 is the first</h1>",
  "5. five\n6. six": "<ol>\n<li>five</li>\n<li>six</li>\n</ol>",
  "one   \ntwo": "one\ntwo",
};
const html = (text) => new MarkdownIt().render(text).replace("<h1>T</h1>", "").trim().replace(/^<p>|<\/p>$/g, "");
let asDescribed = true;
for (const [text, wanted] of Object.entries(cases)) {
  const page = `# T\n\n${text}\n`;
  const { page: errors } = lint({ strings: { page } });
  const fixed = applyFixes(page, errors);
  console.log(`${JSON.stringify(text)} (${[...new Set(errors.map((error) => error.ruleNames[0]))]})\n  ${JSON.stringify(html(page))}\n  ${JSON.stringify(html(fixed))}`);
  if (html(fixed) !== wanted || html(page) === wanted) asDescribed = false;
}
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
