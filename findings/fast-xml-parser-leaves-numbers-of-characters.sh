#!/usr/bin/env bash
# fast-xml-parser 5.12.1: "It&#8217;s" is not read: the seven characters of the code stay, and are escaped once more when they
# are written.
#
# Expected: &#8217; and &#x2014; are references to characters, which belong to XML itself (1.0, 4.1) and need no declaration, as
#           the five names &amp; … do. `htmlEntities`, off by default, is about HTML's names, &eacute; and the like.
# Observed: the five names are read, numbers are not: a title of WordPress's feeds, which write every apostrophe so, is
#           "It&#8217;s" as text. Search, slugs and titles have the digits in them. Read and built again, it is
#           "It&amp;#8217;s", so that a feed which goes through a filter of this kind shows the code to its readers, and one
#           more &amp; after each round. `htmlEntities: true` reads them. xml2js 0.6.2 reads them as they are.
# So:       `htmlEntities: true`, always.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; chmod 755 "$dir"; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund fast-xml-parser@5.12.1 xml2js@0.6.2
cat > run.mjs <<'JS'
import { XMLBuilder, XMLParser } from "fast-xml-parser";
import xml2js from "xml2js";

const xml = "<title>It&#8217;s here &#x2014; caf&#233; &amp; bar</title>";
const read = (options) => new XMLParser(options).parse(xml).title;
const seen = {
  "fast-xml-parser": read({}),
  "with htmlEntities": read({ htmlEntities: true }),
  xml2js: (await xml2js.parseStringPromise(xml)).title,
  "written again": new XMLBuilder().build(new XMLParser().parse(xml)),
};
console.log(xml, seen);
const text = "It’s here — café & bar";
const wanted = [
  "It&#8217;s here &#x2014; caf&#233; & bar",
  text,
  text,
  "<title>It&amp;#8217;s here &amp;#x2014; caf&amp;#233; &amp; bar</title>",
];
const asDescribed = JSON.stringify(Object.values(seen)) === JSON.stringify(wanted);
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
