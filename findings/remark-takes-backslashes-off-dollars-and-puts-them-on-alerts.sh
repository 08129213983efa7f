#!/usr/bin/env bash
# remark-stringify 11.0.0 with remark-gfm 4.0.1 (behind remark-cli --output and most programs that rewrite Markdown): escaped dollars lose their
# backslashes, and alerts get one.
#
# Expected: reading Markdown and writing it again changes how it is written, and not what it says: an escape that is there stays, and none is
#           added to what was understood without.
# Observed: "It costs \$5 and \$6." loses both backslashes, and is a formula, "5 and ", to whatever reads dollars as mathematics. "> [!NOTE]" is
#           written as "> \[!NOTE]", which marked-alert 2.1.2 takes for a quotation (markdown-it-github-alerts 1.0.1 takes both). Wiki links
#           get backslashes as well, and so does the * in {% include a="*" %}. By CommonMark, which has none of these, nothing has
#           changed, so that a test that compares what CommonMark renders finds nothing. With remark-math among the plugins that write, dollars stay.
# So:       each syntax beyond CommonMark needs its extension where Markdown is only rewritten, too.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund unified@11.0.5 remark-parse@11.0.0 remark-stringify@11.0.0 remark-gfm@4.0.1 remark-math@6.0.0 marked@18.2.1 marked-alert@2.1.2
cat > run.mjs <<'JS'
import { Marked } from "marked";
import markedAlert from "marked-alert";
import remarkGfm from "remark-gfm";
import remarkMath from "remark-math";
import remarkParse from "remark-parse";
import remarkStringify from "remark-stringify";
import { unified } from "unified";

const rewrite = async (text, ...plugins) => {
  const processor = unified().use(remarkParse).use(remarkGfm).use(remarkStringify);
  for (const plugin of plugins) processor.use(plugin);
  return String(await processor.process(text)).trim();
};
const marked = new Marked().use(markedAlert());
const isAlert = (text) => marked.parse(text).includes("markdown-alert");
const reader = unified().use(remarkParse).use(remarkMath);
const formulas = (text) => reader.parse(text).children[0].children.filter(({ type }) => type === "inlineMath").map(({ value }) => value);

const [price, alert, link, include] = ["It costs \\$5 and \\$6.", "> [!NOTE]\n> Back up first.", "See [[wiki links]].", '{% include a="*" %}'];
const seen = {};
for (const text of [price, alert, link, include]) {
  seen[text] = await rewrite(text);
  console.log(`${text}\n  becomes\n${seen[text]}\n`);
}
const withMath = await rewrite(price, remarkMath);
console.log(`with remark-math: ${withMath}`);
console.log(`formulas: before ${JSON.stringify(formulas(price))}, after ${JSON.stringify(formulas(seen[price]))}`);
console.log(`an alert: before ${isAlert(alert)}, after ${isAlert(seen[alert])}`);
const asDescribed =
  formulas(price).length === 0 &&
  formulas(seen[price]).join() === "5 and " &&
  withMath === price &&
  isAlert(alert) &&
  !isAlert(seen[alert]) &&
  seen[alert].startsWith("> \\[!NOTE]") &&
  seen[link] === "See \\[\\[wiki links]]." &&
  seen[include] === '{% include a="\\*" %}';
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
