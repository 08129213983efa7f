#!/usr/bin/env bash
# eleventy-plugin-nesting-toc 1.3.0 with Eleventy 3.1.7: a heading about <details> has an open <details> in the table of contents.
#
# Expected: the filter takes HTML and returns HTML: "The &lt;details&gt; element" is written so again, as eleventy-plugin-toc does, which it is a
#           fork of.
# Observed: the text of a heading is taken out of its HTML, and put into the list as it is: `## The <details> element` in backticks is a closed <details>
#           around the rest of the table, with its links, `Vec<T>` is "Vec" and `<!-- more -->` nothing. What was escaped in the page is a tag in
#           its table of contents.
# So:       eleventy-plugin-toc, or a table that one's Markdown renderer makes, where headings name tags and types.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @11ty/eleventy@3.1.7 eleventy-plugin-nesting-toc@1.3.0 eleventy-plugin-toc@1.1.5 htmlparser2@12.0.0
cat > eleventy.config.mjs <<'JS'
export default async (config) => {
  config.addPlugin((await import(process.env.PLUGIN)).default);
  return { dir: { input: "in", output: `out-${process.env.PLUGIN}` } };
};
JS
mkdir in
cat > in/index.html <<'HTML'
{% assign page = '<h2 id="a">The <code>&lt;details&gt;</code> element</h2><h2 id="b">Vec&lt;T&gt; &amp; others</h2><h2 id="c">After</h2>' %}{{ page | toc }}
HTML
for plugin in eleventy-plugin-toc eleventy-plugin-nesting-toc; do PLUGIN=$plugin npx eleventy --quiet </dev/null >/dev/null 2>&1; done
cat > read.mjs <<'JS'
import { readFileSync } from "node:fs";
import { DomUtils, parseDocument } from "htmlparser2";

const seen = ["eleventy-plugin-toc", "eleventy-plugin-nesting-toc"].map((plugin) => {
  const html = readFileSync(`out-${plugin}/index.html`, "utf8");
  const document = parseDocument(html);
  const links = DomUtils.getElementsByTagName("a", document);
  return { texts: links.map((link) => DomUtils.textContent(link).replaceAll(/\s+/g, " ").trim()), details: DomUtils.getElementsByTagName("details", document).length, html };
});
for (const { texts, details } of seen) console.log(texts, "elements <details>:", details);
const [plain, nested] = seen;
const asDescribed =
  plain.texts.join("|") === "The <details> element|Vec<T> & others|After" && plain.details === 0 &&
  nested.details === 1 && nested.html.includes('<a href="#a">The <details> element</a>') && nested.html.includes('<a href="#b">Vec<T> & others</a>');
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node read.mjs
