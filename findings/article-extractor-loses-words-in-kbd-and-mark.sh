#!/usr/bin/env bash
# @extractus/article-extractor 9.0.1 (programs that save pages): words in <kbd>, <mark>, <ins>, <time>, <q> and others are lost.
#
# Expected: an element that is not on its list of allowed ones is taken away, and its text stays, as with sanitize-html's default.
# Observed: the text goes with the element: "Press <kbd>Ctrl+K</kbd> twice." is saved as "Press twice.", a marked word and a quotation
#           in <q> are gone, and so is a date in <time>. <abbr>, <small>, <u>, <sub>, <sup>, <code> and <em> stay. No message says so.
# So:       what must survive in such programs stands in plain text or in those elements; whoever runs it adds the others to
#           `allowedTags` by setSanitizeHtmlOptions.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @extractus/article-extractor@9.0.1
cat > words.mjs <<'JS'
import { extractFromHtml } from "@extractus/article-extractor";

const lost = ["kbd", "mark", "ins", "del", "s", "samp", "var", "dfn", "cite", "q", "bdi", "time", "data", "output"];
const kept = ["abbr", "small", "u", "sub", "sup", "code", "em", "strong"];
const around = "This is long enough, with its commas, and its sentences, to pass for an article wherever words are counted. ".repeat(12);
let asDescribed = true;
for (const tag of [...lost, ...kept]) {
  const body = `<p>${around}</p><p>Press <${tag}>WORD</${tag}> twice.</p><p>${around}</p>`;
  const page = `<!doctype html><html><head><title>T</title></head><body><article><h1>T</h1>${body}</article></body></html>`;
  const saved = (await extractFromHtml(page, "https://blog.example/one"))?.content ?? "";
  const [sentence = ""] = /Press[\s\S]*?twice\./.exec(saved) ?? [];
  console.log(`<${tag}>: ${JSON.stringify(sentence)}`);
  asDescribed &&= sentence !== "" && sentence.includes("WORD") === kept.includes(tag);
}
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node words.mjs
