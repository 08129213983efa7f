#!/usr/bin/env bash
# remark-math 6.0.0 (what Docusaurus and most MDX sites set formulas with): of `$$ \begin{aligned}` in the first line of a formula the
# beginning is lost, and `$$` at the end of its last line doesn't end it.
#
# Expected: $$ … $$ over several lines is a formula, wherever the dollars stand, as in Pandoc, GitHub and LaTeX; at worst it stays text.
# Observed: the dollars are fences, as ``` is of code. What stands behind the first ones is taken for their "language", and is
#           not in the output: `\begin{aligned}` goes, `\end{aligned}` stays, and KaTeX shows the source in red. Dollars behind a formula
#           end nothing: all that follows, to the end of the post, headings and paragraphs, is one formula. `$$a$$` on one
#           line is right, but as a formula within a text: it isn't centred.
# So:       $$ on lines of their own, above and below; a search for '^\$\$.' and '[^$]\$\$$' before Markdown moves in from elsewhere.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund unified@11.0.5 remark-parse@11.0.0 remark-math@6.0.0 remark-rehype@11.1.2 rehype-stringify@10.0.1
cat > math.mjs <<'JS'
import rehypeStringify from "rehype-stringify";
import remarkMath from "remark-math";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";

const html = (text) =>
  String(unified().use(remarkParse).use(remarkMath).use(remarkRehype).use(rehypeStringify).processSync(text)).replaceAll("\n", "⏎").replaceAll("&#x26;", "&");
const display = (text) => `<pre><code class="language-math math-display">${text}</code></pre>`;
const cases = [
  ["$$\n\\begin{aligned}\na &= b\n\\end{aligned}\n$$\n\n## Next", `${display("\\begin{aligned}⏎a &= b⏎\\end{aligned}")}⏎<h2>Next</h2>`],
  ["$$ \\begin{aligned}\na &= b\n\\end{aligned}\n$$\n\n## Next", `${display("a &= b⏎\\end{aligned}")}⏎<h2>Next</h2>`],
  ["$$\\begin{aligned}\na &= b\n\\end{aligned}$$\n\n## Next", display("a &= b⏎\\end{aligned}$$⏎⏎## Next")],
  ["$$a$$\n\n## Next", '<p><code class="language-math math-inline">a</code></p>⏎<h2>Next</h2>'],
];
let asDescribed = true;
for (const [text, want] of cases) {
  const seen = html(text);
  console.log(`${text.replaceAll("\n", "⏎")}\n  ${seen}`);
  asDescribed &&= seen === want;
}
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node math.mjs
