#!/usr/bin/env bash
# xml-js 1.6.11: an attribute with "&" or "<" is written bare, so that the XML that comes out is none.
#
# Expected: js2xml(xml2js(xml)) is the same document. An ampersand is escaped in an attribute (XML 1.0, 2.4), and one that was
#           escaped twice has that many escapes again.
# Observed: in attributes only `"` is escaped: href="?a=1&amp;b=2" comes back as href="?a=1&b=2", which every XML parser
#           refuses. Addresses of enclosures and of images in feeds, sitemaps and SVG are such. In text, "&amp;amp;" comes back
#           as "&amp;": "how to write &amp;" is "how to write &". Both in its compact and in its other form. Text with "1 < 2 &
#           3" is right, which is what one tries.
# So:       attributeValueFn and textFn that escape, or fast-xml-parser 5.12.1, which does.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; chmod 755 "$dir"; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund xml-js@1.6.11 fast-xml-parser@5.12.1 saxes@6.0.0
cat > run.mjs <<'JS'
import { XMLBuilder, XMLParser } from "fast-xml-parser";
import { SaxesParser } from "saxes";
import xmlJs from "xml-js";

const options = { ignoreAttributes: false, suppressEmptyNode: true };
const tools = {
  "xml-js": (xml) => xmlJs.js2xml(xmlJs.xml2js(xml)),
  "xml-js, compact": (xml) => xmlJs.js2xml(xmlJs.xml2js(xml, { compact: true }), { compact: true }),
  "fast-xml-parser": (xml) => new XMLBuilder(options).build(new XMLParser(options).parse(xml)),
};
const wanted = {
  '<a href="?a=1&amp;b=2"/>': '<a href="?a=1&b=2"/>',
  '<a title="&lt;b&gt;"/>': '<a title="<b>"/>',
  "<a>write &amp;amp; for it</a>": "<a>write &amp; for it</a>",
  "<a>1 &lt; 2 &amp; 3</a>": "<a>1 &lt; 2 &amp; 3</a>",
};
let asDescribed = true;
for (const [xml, expected] of Object.entries(wanted)) {
  const seen = Object.fromEntries(Object.entries(tools).map(([name, copy]) => [name, copy(xml)]));
  console.log(xml, seen);
  asDescribed &&= seen["xml-js"] === expected && seen["xml-js, compact"] === expected && seen["fast-xml-parser"] === xml;
}
for (const written of Object.values(wanted)) {
  let message = "read";
  try {
    new SaxesParser().write(written).close();
  } catch (error) {
    message = error.message;
  }
  console.log(`${written} by a strict parser: ${message}`);
  asDescribed &&= (message === "read") === written.startsWith("<a>");
}
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
