#!/usr/bin/env bash
# smartypants 0.2.2: style sheets in the page get curly quotes, and so do sample output, forms and what follows <code> in a <pre>.
#
# Expected: it works on HTML and leaves code alone: <pre>, <code>, <kbd>, <script> and <math>, as its documentation has it from the
#           program in Perl. <style> is no text that anybody reads.
# Observed: `content: "x"` in <style> becomes `content: &#8220;x&#8221;`, which CSS takes as it stands: the rule is dropped by the browser, as
#           are `font-family: "Source Serif"`, url("…") and [lang="de"]. <samp>, <var>, <textarea> and <template> are set like text, too. In
#           a <pre> with <code> in it, as every highlighter writes it, the end of <code> ends the protection.
# So:       only on parts that are text; not on a whole page.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund smartypants@0.2.2
cat > run.mjs <<'JS'
import { createRequire } from "node:module";
const { smartypants } = createRequire(import.meta.url)("smartypants");

const cases = {
  '<script>let a = "x";</script>': '<script>let a = "x";</script>',
  '<style>q::before { content: "x" }</style>': "<style>q::before { content: &#8220;x&#8221; }</style>",
  '<style>:lang(de) { font-family: "A B" }</style>': "<style>:lang(de) { font-family: &#8220;A B&#8221; }</style>",
  '<style>[lang="de"] { background: url("a.png") }</style>': "<style>[lang=&#8221;de&#8221;] { background: url(&#8220;a.png&#8221;) }</style>",
  '<samp>"a" -- b</samp>': "<samp>&#8220;a&#8221; &#8212; b</samp>",
  '<textarea>"a"</textarea>': "<textarea>&#8220;a&#8221;</textarea>",
  '<pre>"a"</pre>': '<pre>"a"</pre>',
  '<pre><code>"a"</code> -- "b"</pre>': '<pre><code>"a"</code> &#8212; &#8220;b&#8221;</pre>',
};
let asDescribed = true;
for (const [html, wanted] of Object.entries(cases)) {
  const seen = smartypants(html, 1);
  console.log(`${html}\n  ${seen}`);
  if (seen !== wanted) asDescribed = false;
}
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
