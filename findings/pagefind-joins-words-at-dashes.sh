#!/usr/bin/env bash
# pagefind 1.6.0: a word behind a dash, a curly apostrophe or an ellipsis is not found: "2020–2026" has no 2026 in it.
#
# Expected: words end at white space and at marks: as "2020-2026", "wait...what" and "l'Art" are found by their parts, so are the same texts with the marks
#           that typography wants, and that smartypants and `typographer: true` put there.
# Observed: ASCII's marks part words: both halves are found, and the whole. Others are taken out, and leave one long word: of "waited—until dawn", set
#           as American English has it, "waited" is found, as a beginning, and "until" isn't; of "2020–2026" not 2026, of "wait…what" not "what". A
#           no-break hyphen, a middle dot and an arrow do the same. What is quoted with a dash behind it, “so”—said Ann, has no "said".
# So:       give the index the text as it is before it is set in type; a <wbr> behind the dash, or a zero-width space, changes nothing.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund pagefind@1.6.0
cat > find.mjs <<'JS'
import { copyFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { close, createIndex } from "pagefind";

const pairs = { years: ["2020-2026", "2020–2026"], until: ["waited-until", "waited—until"], what: ["wait...what", "wait…what"], breaking: ["non-breaking", "non\u2011breaking"], art: ["l'art", "l’art"] };
const words = { years: "2026", until: "until", what: "what", breaking: "breaking", art: "art" };
const { index } = await createIndex();
for (const [name, texts] of Object.entries(pairs))
  for (const [at, text] of texts.entries())
    await index.addHTMLFile({ url: `/${name}/${at}/`, content: `<!doctype html><html lang="en"><head><title>Page</title></head><body><p>It says ${text} there.</p></body></html>` });
await index.addHTMLFile({ url: "/space/", content: `<!doctype html><html lang="en"><head><title>Page</title></head><body><p>It says early\u2013<wbr>late, then\u2013\u200bnow.</p></body></html>` });
await index.writeFiles({ outputPath: "pagefind" });
copyFileSync("pagefind/pagefind.js", "pagefind/pagefind.mjs");
const server = createServer(async (request, response) => response.end(await readFile(`.${new URL(request.url, "http://x").pathname}`))).listen(18821, "127.0.0.1");
const asItIs = globalThis.fetch;
globalThis.fetch = (path, options) => asItIs(new URL(path, "http://127.0.0.1:18821/"), options);
const pagefind = await import(new URL("pagefind/pagefind.mjs", import.meta.url));
await pagefind.options({ basePath: "/pagefind/" });
await pagefind.init("en");
const found = async (word) => {
  const { results } = await pagefind.search(word);
  return (await Promise.all(results.map((result) => result.data()))).map(({ url }) => url);
};
const seen = [];
for (const [name, word] of Object.entries(words)) {
  const urls = await found(word);
  seen.push({ word, [`in ASCII`]: `${pairs[name][0]}: ${urls.includes(`/${name}/0/`)}`, "set in type": `${pairs[name][1]}: ${urls.includes(`/${name}/1/`)}` });
}
console.table(seen);
const behindBreaks = [...(await found("late")), ...(await found("now"))].includes("/space/");
console.log("found behind a dash with <wbr>, or a zero-width space:", behindBreaks);
const asDescribed = seen.every((row) => row["in ASCII"].endsWith("true") && row["set in type"].endsWith("false")) && !behindBreaks;
console.log(asDescribed ? "As described." : "Changed.");
await close();
server.close();
process.exit(asDescribed ? 0 : 1);
JS
node find.mjs
