#!/usr/bin/env bash
# opml 0.5.8 (the package of OPML's own author): an ampersand in the title of the list makes it no XML, and all lists say that they are ISO-8859-1.
#
# Expected: opml.stringify(opml.parse(text)) is the same list. It returns a string, which Node.js writes as UTF-8, so that its first line says UTF-8,
#           or nothing, as XML then takes it for UTF-8.
# Observed: attributes of outlines are escaped, the elements of the head are not: "Ann & Bob's reading" is written bare, and its own parser, as well as
#           every other, refuses the file. `encoding="ISO-8859-1"` stands on each: "Ännchens Notizen" written with fs.writeFile is
#           "Ã\u0084nnchens Notizen" to whoever believes the declaration. A line break in an outline's text, &#10;, is written bare, and a blank when read.
# So:       put &amp; into the titles of the head by hand, and replace the first line, before a list of feeds is published.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund opml@0.5.8 sax@1.6.0
cat > round.cjs <<'JS'
const opml = require("opml");
const sax = require("sax");

const listOf = (title) =>
  `<?xml version="1.0"?><opml version="2.0"><head><title>${title}</title></head><body><outline type="rss" text="Ännchens &amp; Bobs Notizen" xmlUrl="https://site.example/feed.xml"/></body></opml>`;
const parse = (text) => new Promise((resolve) => opml.parse(text, (error, list) => resolve(error ? undefined : list)));
const isXml = (text) => {
  const parser = sax.parser(true);
  let error;
  parser.onerror = (it) => {
    error ??= it;
    parser.resume();
  };
  parser.write(text).close();
  return error === undefined;
};

(async () => {
  const seen = [];
  for (const title of ["Reading", "Ann &amp; Bob&#8217;s reading"]) {
    const list = await parse(listOf(title));
    const text = opml.stringify(list);
    const again = await parse(text);
    const encoding = /encoding="([^"]+)"/.exec(text)[1];
    const read = Buffer.from(text).toString("latin1").match(/ text="([^"]+)"/)[1];
    seen.push({ title: list.opml.head.title, "is XML": isXml(text), "reads its own": again !== undefined, encoding, "text in a file": read });
  }
  console.table(seen);
  const [plain, ampersand] = seen;
  const asDescribed =
    plain["is XML"] && plain["reads its own"] && !ampersand["is XML"] && !ampersand["reads its own"] &&
    plain.encoding === "ISO-8859-1" && plain["text in a file"] === "Ã\u0084nnchens &amp; Bobs Notizen";
  console.log(asDescribed ? "As described." : "Changed.");
  process.exitCode = asDescribed ? 0 : 1;
})();
JS
node round.cjs
