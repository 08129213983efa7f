#!/usr/bin/env bash
# satteri 0.10.5 (the Markdown processor of Astro 7): with `directive`, the last part of a time, a port or `key:value` vanishes.
#
# Expected: `features: { directive: true }` reads container directives, `:::note`, as its documentation says: "Colon-delimited
#           container directive blocks (`:::`)". What is no directive stays as it is.
# Observed: text directives are read, too, with a figure as a name, and one that no plugin handles is left out without a word:
#           "At 12:30:45." becomes "At 12:30.", `localhost:3000` becomes "localhost", `16:9` becomes "16". A container of an
#           unknown name is left out with all that stands in it. Two colons, as in `x::int`, stay, and so do code and links.
# So:       before `directive` is turned on, have a plugin for `textDirective` and for unknown containers that gives back their source.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund satteri@0.10.5
cat > directives.mjs <<'JS'
import { markdownToHtml } from "satteri";

const expected = {
  "At 12:30:45.": "At 12:30.",
  "Open localhost:3000 now.": "Open localhost now.",
  "A ratio of 16:9.": "A ratio of 16.",
  "2026-01-01T10:00:00+01:00": "2026-01-01T10:00+01",
  ":::aside\nAll of this.\n:::": "",
  "SELECT x::int": "SELECT x::int",
};
const plain = (html) => html.replace(/<[^>]*>/g, "").trim();
let asDescribed = true;
for (const [text, wanted] of Object.entries(expected)) {
  const [on, off] = await Promise.all([true, false].map((directive) => markdownToHtml(text, { features: { directive } })));
  console.log(`${JSON.stringify(text)} -> ${JSON.stringify(plain(on.html))}`);
  asDescribed &&= plain(on.html) === wanted && plain(off.html) === text;
}
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node directives.mjs
