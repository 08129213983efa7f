#!/usr/bin/env bash
# markdown-it-attrs 5.0.1 with markdown-it 15.0.3: what stands in braces at the end of a paragraph, an item or a heading is gone from the text.
#
# Expected: `{.class}`, `{#id}` and `{key=value}` are attributes; braces with anything else, as in "matches a{2,3}" or "the set {a, b}", are text,
#           as they are in the middle of a sentence.
# Observed: whatever the braces hold is taken for names of attributes without a value: "The pattern a{2,3}" reads "The pattern a", and its <p> has an
#           attribute that is called 2,3. "The set {a, b}", "Costs ${total}" and "git stash@{0}" end where the braces begin. A full stop
#           behind them keeps them; behind a code span, a link or an emphasis, `x`{y}, they are lost in the middle, too. No warning.
#           `allowedAttributes`, which is for strangers' texts, keeps the attributes out and the text is gone all the same.
# So:       leftDelimiter: "{:" keeps braces for text, and `{:.class}` for attributes; or such code in backticks.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund markdown-it@15.0.3 markdown-it-attrs@5.0.1
cat > run.mjs <<'JS'
import MarkdownIt from "markdown-it";
import attributes from "markdown-it-attrs";

const kinds = {
  "by default": new MarkdownIt().use(attributes),
  allowedAttributes: new MarkdownIt().use(attributes, { allowedAttributes: ["id", "class"] }),
  '"{:"': new MarkdownIt().use(attributes, { leftDelimiter: "{:", rightDelimiter: "}" }),
};
const text = (html) => html.replace(/<[^>]*>/g, "").trim();
const seen = {};
for (const source of ["The pattern a{2,3}", "The set {a, b}", "Costs ${total}", "git stash@{0}", "# Version {v2}", "a `x`{y} b", "The set {a, b}.", "`stash@{0}`"])
  seen[source] = Object.fromEntries(Object.entries(kinds).map(([kind, md]) => [kind, text(md.render(source))]));
console.table(seen);
const lost = ["The pattern a", "The set", "Costs $", "git stash@", "Version", "a x b", "The set {a, b}.", "stash@{0}"];
const whole = ["The pattern a{2,3}", "The set {a, b}", "Costs ${total}", "git stash@{0}", "Version {v2}", "a x{y} b", "The set {a, b}.", "stash@{0}"];
const told = (kind) => Object.values(seen).map((texts) => texts[kind]).join("\n");
const asDescribed =
  told("by default") === lost.join("\n") && told("allowedAttributes") === lost.join("\n") && told('"{:"') === whole.join("\n");
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
