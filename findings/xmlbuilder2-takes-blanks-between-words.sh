#!/usr/bin/env bash
# xmlbuilder2 4.0.3: reading XML and writing it again takes out a blank between two elements, and line breaks in attributes turn into blanks.
#
# Expected: a document that is read and written has the same text. That is what references such as &#10; in an attribute and &#13; in a text
#           are for: a line break that is written bare is a blank or another line break to whoever reads it next.
# Observed: "<b>one</b> <i>two</i>" is written as "<b>one</b><i>two</i>": a text that is white space alone is left out, in XHTML of a feed, a sitemap
#           or DocBook as well; nothing tells so. &#10; and &#9; of an attribute are written as a line break and a tab, &#13; of a text as a bare
#           carriage return. A value with a line break that a program sets is written bare from the start.
# So:       { skipWhitespaceOnlyText: false }, and no line breaks in attributes; `prettyPrint` puts blanks in, before commas, too.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund xmlbuilder2@4.0.3 @xmldom/xmldom@0.9.12
cat > write.mjs <<'JS'
import { DOMParser } from "@xmldom/xmldom";
import { create } from "xmlbuilder2";

const read = (xml) => new DOMParser().parseFromString(xml, "text/xml").documentElement;
const texts = {};
for (const xml of ["<p><b>one</b> <i>two</i></p>", '<p title="one&#10;two">x</p>', "<p>one&#13;two</p>"]) {
  const written = create(xml).end({ headless: true });
  const both = [xml, written].map((text) => (read(text).getAttribute("title") || read(text).textContent));
  texts[xml] = { written: JSON.stringify(written), before: JSON.stringify(both[0]), after: JSON.stringify(both[1]) };
}
console.log(texts);
const kept = create({ skipWhitespaceOnlyText: false }, "<p><b>one</b> <i>two</i></p>").end({ headless: true });
const pretty = create("<p>one <b>two</b>, three</p>").end({ headless: true, prettyPrint: true });
console.log(kept, "\n" + pretty);
const [blank, attribute, text] = Object.values(texts);
const asDescribed =
  blank.after === '"onetwo"' && attribute.before === '"one\\ntwo"' && attribute.after === '"one two"' &&
  text.before === '"one\\rtwo"' && text.after === '"one\\ntwo"' && kept.includes("</b> <i>") && /\n\s*, three/.test(pretty);
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node write.mjs
