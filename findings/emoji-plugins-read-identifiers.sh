#!/usr/bin/env bash
# markdown-it-emoji 3.1.0, remark-gemoji 8.0.0 and remark-emoji 5.0.2: root:x:0:0, schema:id:name and 1:100:1 have a picture in them.
#
# Expected: `:name:` is a picture where it stands as a word. Between letters and digits colons are those of a file's fields, a ratio or
#           a key; 10:30:45 isn't read as a name either, since there is none.
# Observed: it is looked for anywhere in a text. A line of /etc/passwd is "root❌0:0", "schema:id:name" has "🆔", "1:100:1" has "💯", and
#           "host:up:1" has "🆙", as :x:, :id:, :100:, :a:, :b:, :m:, :o:, :v:, :on:, :up: and :end: are names. The light set of
#           markdown-it-emoji has :x: too; its ":/" is a face between blanks. Only backticks save it.
# So:       in texts about software, without these, or with a list of the names that are wanted (`enabled` of markdown-it-emoji).
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund markdown-it@14.3.3 markdown-it-emoji@3.1.0 unified@11.0.5 remark-parse@11.0.0 remark-gemoji@8.0.0 remark-emoji@5.0.2 remark-rehype@11.1.2 rehype-stringify@10.0.1
cat > run.mjs <<'JS'
import MarkdownIt from "markdown-it";
import { full, light } from "markdown-it-emoji";
import rehypeStringify from "rehype-stringify";
import remarkEmoji from "remark-emoji";
import remarkGemoji from "remark-gemoji";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";

const remark = (plugin) => (text) =>
  String(unified().use(remarkParse).use(plugin).use(remarkRehype).use(rehypeStringify).processSync(text)).replace(/<\/?p>/g, "");
const markdownIt = (plugin) => (text) => new MarkdownIt().use(plugin).renderInline(text);
const renderers = [markdownIt(full), markdownIt(light), remark(remarkGemoji), remark(remarkEmoji)];
const cases = {
  "root:x:0:0": ["root❌0:0", "root❌0:0", "root❌0:0", "root❌0:0"],
  "schema:id:name": ["schema🆔name", "schema:id:name", "schema🆔name", "schema🆔name"],
  "1:100:1": ["1💯1", "1:100:1", "1💯1", "1💯1"],
  "host:up:1": ["host🆙1", "host:up:1", "host🆙1", "host🆙1"],
  "10:30:45": ["10:30:45", "10:30:45", "10:30:45", "10:30:45"],
};
let asDescribed = true;
for (const [text, wanted] of Object.entries(cases)) {
  const seen = renderers.map((render) => render(text));
  console.log(`${text}:`, seen.join("  "));
  if (seen.join() !== wanted.join()) asDescribed = false;
}
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
