#!/usr/bin/env bash
# linkify-html 4.3.3 (with linkifyjs 4.3.3): text that shows an escape is another text afterwards, and scripts and styles get links.
#
# Expected: addresses in the text of a page become links; all else is passed on as it says. What is in <script> and <style> is no text
#           of a page, and `run.sh` and README.md are names of files.
# Observed: "&amp;lt;b&amp;gt;", how a post writes about "&lt;b&gt;", comes out with one &amp; less, and the page shows "<b>". So do
#           &amp;copy; and &amp;amp;. `var host = 'example.org'` in a script has <a href> in it, which ends the script with an error, and
#           url(example.org) in a style sheet. run.sh, README.md and "sentence.It" are links to hosts, since their ends are top level
#           domains.
# So:       linkify-it on the texts of a parsed page: it takes none of the three names for an address. With linkify-html at least
#           `ignoreTags: ["script", "style", "pre", "code"]` and a `validate` that asks for "//".
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund linkifyjs@4.3.3 linkify-html@4.3.3 linkify-it@6.1.0
cat > links.mjs <<'JS'
import linkifyHtml from "linkify-html";
import { find } from "linkifyjs";
import * as linkifyIt from "linkify-it";

const LinkifyIt = linkifyIt.LinkifyIt ?? linkifyIt.default;
const pages = ["<p>&amp;lt;b&amp;gt; and &amp;copy;</p>", "<script>var host = 'example.org';</script>", "<style>a{background:url(example.org)}</style>"];
const seen = pages.map((page) => linkifyHtml(page));
for (const [index, page] of pages.entries()) console.log(page, "\n  →", seen[index]);
const names = ["run.sh", "README.md", "One sentence.It ends."];
const linked = names.map((text) => find(text).map(({ href }) => href)[0]);
const other = names.map((text) => (new LinkifyIt().match(text) ?? []).map(({ url }) => url)[0]);
console.log(names, linked, other);
const asDescribed =
  seen[0] === "<p>&lt;b&gt; and &copy;</p>" && seen.slice(1).every((page) => page.includes("<a href")) &&
  linked.join() === "http://run.sh,http://README.md,http://sentence.It" && other.join() === ",,";
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node links.mjs
