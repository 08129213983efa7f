#!/usr/bin/env bash
# preact-render-to-string 6.8.2 with preact 11.2.0: the text of a <script> is escaped and that of a <style> isn't; a <pre> loses its first line break.
#
# Expected: both elements hold text as it is in HTML: what one renders, the other does. A document that is rendered and read again has the same
#           text in its elements.
# Observed: {"name":"Q&A"} in <script type="application/ld+json"> is written with &quot; and &amp;, and since nothing is unescaped in a script,
#           it is no JSON any more; "a < b" in code is a syntax error. In <style> "a > b" stays as it is. A <pre> or <textarea> whose
#           text begins with a line break is written as <pre>⏎…, of which HTML's parser drops the line break: the text that is read
#           is a line shorter.
# So:       dangerouslySetInnerHTML for scripts (with "<" as \u003c in JSON), and "\n" + text where a text begins with one.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund preact@11.2.0 preact-render-to-string@6.8.2 parse5@8.1.1
cat > render.mjs <<'JS'
import { parseFragment } from "parse5";
import { h } from "preact";
import { render } from "preact-render-to-string";

const seen = {};
for (const [name, text] of [["script", '{"name":"Q&A"}'], ["style", "a > b { color: red }"], ["pre", "\none\ntwo"], ["textarea", "\none"], ["p", "Q&A"]]) {
  const html = render(h(name, null, text));
  const read = parseFragment(html).childNodes[0].childNodes.map(({ value }) => value).join("");
  seen[name] = { text: JSON.stringify(text), html: JSON.stringify(html), read: JSON.stringify(read), same: read === text };
}
console.table(seen);
const asDescribed =
  Object.entries(seen).map(([name, { same }]) => `${name} ${same}`).join() === "script false,style true,pre false,textarea false,p true" &&
  seen.script.html.includes("Q&amp;A");
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node render.mjs
