#!/usr/bin/env bash
# cheerio 1.2.0: reading a <template> with .html() changes the page: its first element is unwrapped, and the others are gone.
#
# Expected: .html() without an argument reads, as innerHTML does; the page that is written afterwards is the page that was loaded.
# Observed: what $("template").html() returns is right, each time. $.html() is another page from then on: of <template><h2>T</h2><p>x</p></template>
#           it writes <template>T</template>. A shadow tree that was declared in HTML has lost its slot and its style. Other elements, <noscript> too,
#           can be read as often as one likes, and .text() and .find() leave templates alone.
# So:       $("template").clone().html(), or $.html($("template").contents()).
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund cheerio@1.2.0
cat > read.mjs <<'JS'
import * as cheerio from "cheerio";

const pages = {
  template: "<template><h2>T</h2><p>x</p></template>",
  shadow: '<my-card><template shadowrootmode="open"><style>p{color:red}</style><p><slot></slot></p></template>light</my-card>',
  noscript: "<noscript><h2>T</h2><p>x</p></noscript>",
};
const seen = [];
for (const [name, page] of Object.entries(pages)) {
  const $ = cheerio.load(page, null, false);
  const element = $("template, noscript");
  const before = $.html() === page;
  const copy = element.clone().html();
  const stillThere = $.html() === page;
  const read = element.html();
  seen.push({ name, before, "after a copy was read": stillThere, "read alike": read === copy && element.html() === copy, after: $.html() });
}
console.table(seen);
const asDescribed =
  seen.every((row) => row.before && row["after a copy was read"] && row["read alike"]) &&
  seen[0].after === "<template>T</template>" &&
  seen[1].after === '<my-card><template shadowrootmode="open">p{color:red}</template>light</my-card>' &&
  seen[2].after === pages.noscript;
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node read.mjs
