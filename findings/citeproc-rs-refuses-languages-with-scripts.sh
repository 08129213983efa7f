#!/usr/bin/env bash
# @citeproc-rs/wasm 0.2.0: `localeOverride: "zh-Hant"` is "JSON Deserialization Error"; a month of 13 is "Spring".
#
# Expected: a language tag with a script (BCP 47) is taken like one with a region, `zh-TW`, or falls back to the style's locale, as
#           an unknown region does. A thirteenth month is refused, or left out as a thirty-second day is.
# Observed: "JSON Deserialization Error:  at line 1 column …" for zh-Hant and sr-Latn, which says nothing of a language, while
#           tlh-XX is taken. `"date-parts": [[2020, 13, 45]]` is cited as "Spring 2020": 13 to 16 are seasons, and what stands
#           behind them is dropped.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @citeproc-rs/wasm@0.2.0
cat > cite.cjs <<'JS'
const { Driver } = require("@citeproc-rs/wasm");

const style = `<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
<info><title>t</title><id>t</id><updated>2026-01-01T00:00:00+00:00</updated></info>
<citation><layout><date variable="issued" form="text"/></layout></citation></style>`;
const fetcher = { fetchLocale: () => Promise.resolve("") };

function cited(localeOverride) {
  try {
    const driver = new Driver({ style, format: "plain", fetcher, ...(localeOverride && { localeOverride }) });
    driver.insertReference({ id: "a", type: "book", issued: { "date-parts": [[2020, 13, 45]] } });
    driver.initClusters([{ id: "1", cites: [{ id: "a" }] }]);
    driver.setClusterOrder([{ id: "1" }]);
    return Object.values(driver.fullRender().allClusters)[0];
  } catch (error) {
    return String(error.message).split(":")[0];
  }
}
const seen = [undefined, "zh-TW", "tlh-XX", "zh-Hant", "sr-Latn"].map((tag) => [tag ?? "none", cited(tag)]);
for (const one of seen) console.log(one.join(": "));
const refused = "JSON Deserialization Error";
const asDescribed =
  JSON.stringify(seen.map(([, text]) => text)) ===
  JSON.stringify(["Spring 2020", "Spring 2020", "Spring 2020", refused, refused]);
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node cite.cjs
