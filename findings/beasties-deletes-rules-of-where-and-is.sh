#!/usr/bin/env bash
# beasties 0.5.4 (the inliner of critical CSS behind Angular and others): a rule whose selector is `:where(…)` or `:is(…)` by itself
# counts as unused.
#
# Expected: what can't be judged is kept, as it is with rules that it doesn't know (@scope, @container). `:where(p)` applies to the
#           page's <p>, and the element <style> is the page's own.
# Observed: pseudo-classes are cut off before a selector is looked up; of `:where(p)`, `:is(h1, h2)` nothing is left, and the rule
#           is deleted from the <style> of the page, where nothing loads it later. So go the resets and base styles of today, which
#           are written with :where() to be weak, and rules with others nested in them. `main :is(h1, h2)` and `h2:where(…)` stay.
#           The default does so: reduceInlineStyles is on.
# So:       reduceInlineStyles: false, or /* beasties:include */ before such rules.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund beasties@0.5.4
cat > run.mjs <<'JS'
import Beasties from "beasties";

async function styleOf(css, options = {}) {
  const page = `<html><head><style>.a{color:red}${css}</style></head><body><main><p class="a">x</p><h2>y</h2></main></body></html>`;
  const html = await new Beasties({ logLevel: "silent", ...options }).process(page);
  return /<style>(.*?)<\/style>/s.exec(html)[1].replace(".a{color:red}", "");
}
const kept = ["main :is(h1,h2){margin:0}", "h2:where(:not(.x)){margin:0}", "@scope (.a){p{margin:0}}", "p:hover{margin:0}"];
const deleted = [":where(p){margin:0}", ":is(h1,h2){margin:0}", ":where(.a){margin:0}", "main{> h2{margin:0}}", "p{margin:0;&:hover{margin:1px}}"];
let asDescribed = true;
for (const css of [...kept, ...deleted]) {
  const seen = await styleOf(css);
  console.log(`${css} → ${seen || "nothing"}`);
  asDescribed &&= seen === (kept.includes(css) ? css : "");
}
asDescribed &&= (await styleOf(deleted[0], { reduceInlineStyles: false })) === deleted[0];
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
