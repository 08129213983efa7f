#!/usr/bin/env bash
# microdata-node 2.0.0: <time itemprop="datePublished">2026-01-05</time> is an empty date, and an author who is the publisher too is called "Ann Ann".
#
# Expected: HTML's microdata: without a datetime attribute, the value of <time> is its text; that of <data> is its attribute, a string; an item that is
#           named twice, by `itemprop="author publisher"` or from two items by itemref, is one item with one name.
# Observed: the date is "". <data value="0306406152">, an ISBN, is the number 306406152, "1.10" is 1.1, and an empty value is 0; in <meta> all
#           stay what they are. An item's properties and types are written into it again for each place that it is named in: `"name": ["Ann", "Ann"]`.
#           An item without a type has its properties under whole addresses, https://schema.org/name, where those with one have "name".
# So:       write datetime also where the text says it, use <meta> for numbers that are names, and take the first of each property.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund microdata-node@2.0.0
cat > read.mjs <<'JS'
import microdata from "microdata-node";

const read = (body, attributes = "") =>
  microdata.toJson(`<div itemscope itemtype="https://schema.org/Book"${attributes}>${body}</div>`, { base: "https://site.example/" }).items[0].properties;
const person = (names) => `<span itemprop="${names}" itemscope itemtype="https://schema.org/Person"><b itemprop="name">Ann</b></span>`;
const seen = {
  "time, by its attribute": read('<time itemprop="datePublished" datetime="2026-01-05">5 January</time>').datePublished,
  "time, by its text": read('<time itemprop="datePublished">2026-01-05</time>').datePublished,
  "data": ["0306406152", "1.10", ""].map((value) => read(`<data itemprop="isbn" value="${value}">x</data>`).isbn[0]),
  "meta": read('<meta itemprop="isbn" content="0306406152">').isbn,
  "named once": read(person("author")).author[0].properties.name,
  "named twice": read(person("author publisher")).author[0].properties.name,
  "without a type": Object.keys(read('<span itemprop="author" itemscope><b itemprop="name">Ann</b></span>').author[0].properties),
};
for (const [name, value] of Object.entries(seen)) console.log(`${name}: ${JSON.stringify(value)}`);
const wanted = [["2026-01-05"], [""], [306406152, 1.1, 0], ["0306406152"], ["Ann"], ["Ann", "Ann"], ["https://schema.org/name"]];
const asDescribed = JSON.stringify(Object.values(seen)) === JSON.stringify(wanted);
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node read.mjs
