#!/usr/bin/env bash
# hyphen 1.14.1: hyphenateHTML puts soft hyphens into code, addresses, scripts and style sheets.
#
# Expected: what is meant for HTML knows which elements hold prose: Hyphenopoly, the other library of this kind, leaves code, pre, script, style,
#           kbd and textarea alone.
# Observed: only what stands inside of a tag's own brackets is left alone. `documentation` in <script>, <style>, <pre>, <code> and <textarea> gets its
#           soft hyphens like the words around: a script with a long name in it is a syntax error or another name, code that is
#           copied from the page does not run, and a form sends what nobody typed. So do addresses that stand as text.
# So:       walk the document's text oneself and hand `hyphenate` the text of paragraphs.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund hyphen@1.14.1
cat > break.cjs <<'JS'
const { hyphenateHTMLSync } = require("hyphen/en-us");

const pieces = [
  "<script>let documentation = 1;</script>", "<style>.documentation { color: red }</style>", "<pre>npm run documentation</pre>",
  "<code>documentation()</code>", "<textarea>documentation</textarea>", "https://site.example/documentation/", '<a title="documentation" href="/documentation/">x</a>',
];
const changed = pieces.map((piece) => {
  const out = hyphenateHTMLSync(piece);
  console.log(out.replaceAll("\u00AD", "|"));
  return out !== piece;
});
let ran = "runs";
try {
  new Function(hyphenateHTMLSync("let documentation = 1;"));
} catch (error) {
  ran = error.name;
}
console.log(`the script: ${ran}`);
const asDescribed = changed.slice(0, 6).every((it) => it) && !changed[6] && ran === "SyntaxError";
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node break.cjs
