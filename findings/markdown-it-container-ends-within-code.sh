#!/usr/bin/env bash
# markdown-it-container 4.0.0 with markdown-it 15.0.3 (the boxes of VitePress and many others): three colons in a block of code end the box around it.
#
# Expected: what stands in a fence of code is code, as a list item or a quotation with code in it ends where it ends and not at "- x" in the
#           code; and the ::: behind an inner box ends the inner one, as brackets do.
# Observed: the end is looked for line by line, before anything in the box is read: a fence with ":::" in it, as each text about boxes has, ends the box,
#           the fence is cut in two, and the rest of the post, its own ::: included, is one block of code. A box in a box with the same
#           number of colons ends both: what stands behind the inner one is outside of the outer one, and the last ":::" is shown.
#           No message for either; only four colons outside, with three inside, come out as meant.
# So:       the outer box with more colons than anything in it, code included.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund markdown-it@15.0.3 markdown-it-container@4.0.0
cat > boxes.mjs <<'JS'
import markdownIt from "markdown-it";
import container from "markdown-it-container";

const markdown = markdownIt().use(container, "note").use(container, "tip");
const render = (lines) => markdown.render(lines.join("\n")).replaceAll("\n", "");
const cases = [
  [["::: note", "```", "code", "```", ":::", "Next."], '<div class="note"><pre><code>code</code></pre></div><p>Next.</p>'],
  [["::: note", "```", ":::", "```", "end", ":::", "Next."], '<div class="note"><pre><code></code></pre></div><pre><code>end:::Next.</code></pre>'],
  [["::: note", "::: tip", "in", ":::", "still", ":::", "Next."], '<div class="note"><div class="tip"><p>in</p></div></div><p>still:::Next.</p>'],
  [[":::: note", "::: tip", "in", ":::", "still", "::::", "Next."], '<div class="note"><div class="tip"><p>in</p></div><p>still</p></div><p>Next.</p>'],
];
let asDescribed = true;
for (const [lines, want] of cases) {
  const seen = render(lines);
  console.log(`${lines.join(" ⏎ ")}\n  ${seen}`);
  asDescribed &&= seen === want;
}
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node boxes.mjs
