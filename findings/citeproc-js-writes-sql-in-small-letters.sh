#!/usr/bin/env bash
# citeproc 2.4.63 (citeproc-js 1.4.61, in Zotero and most others): sentence case writes "SQL" as "sql" and "PostgreSQL" as "postgresql".
#
# Expected: CSL's text-case="sentence", which APA and others have for titles: where a title has small and capital letters, only the first
#           word gets a capital and the others are left as they are, as citeproc-rs does it.
# Observed: all words but the first are put in small letters, whatever they were: "Joins in SQL with C#" is "Joins in sql with c#",
#           PostgreSQL and JavaScript lose their capitals, vitamin B its letter, and names of people and places are no names.
#           "iPhone" at the start becomes "IPhone". Titles that are written as a sentence already, as Zotero asks for, are changed too.
# So:       <span class="nocase">SQL</span> in the title, which is not shown; or the text without text-case, written as it should be.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund citeproc@2.4.63 @citeproc-rs/wasm@0.2.0
cat > cite.cjs <<'JS'
const { Driver } = require("@citeproc-rs/wasm");
const CSL = require("citeproc");

const locale = '<locale xmlns="http://purl.org/net/xbiblio/csl" version="1.0" xml:lang="en-US"><terms/></locale>';
const text = '<text variable="title" text-case="sentence"/>';
const style = `<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
<info><title>t</title><id>t</id><updated>2026-01-01T00:00:00+00:00</updated></info>
<citation><layout>${text}</layout></citation><bibliography><layout>${text}</layout></bibliography></style>`;

function byJs(title) {
  const engine = new CSL.Engine({ retrieveLocale: () => locale, retrieveItem: () => ({ id: "a", type: "book", title }) }, style);
  engine.setOutputFormat("text");
  engine.updateItems(["a"]);
  return engine.makeBibliography()[1][0].trim();
}
function byRs(title) {
  const driver = new Driver({ style, format: "plain", fetcher: { fetchLocale: () => Promise.resolve("") } });
  driver.insertReference({ id: "a", type: "book", title });
  driver.initClusters([{ id: "1", cites: [{ id: "a" }] }]);
  driver.setClusterOrder([{ id: "1" }]);
  return Object.values(driver.fullRender().allClusters)[0];
}
const titles = ["Joins in SQL with C#", "A study of vitamin B", "MVCC in PostgreSQL and the WAL", "iPhone and JavaScript"];
const seen = titles.map((title) => ({ title, "citeproc-js": byJs(title), "citeproc-rs": byRs(title) }));
console.table(seen);
console.log(byJs('Joins in <span class="nocase">SQL</span>'));
const asDescribed =
  seen.map((row) => row["citeproc-js"]).join("|") ===
    "Joins in sql with c#|A study of vitamin b|MVCC in postgresql and the wal|IPhone and javascript" &&
  seen.slice(0, 3).every((row) => row["citeproc-rs"] === row.title);
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node cite.cjs
