#!/usr/bin/env bash
# remark-smartypants 3.0.3: an address that is its own link text is shown with dashes and ellipses that it doesn't have.
#
# Expected: `<https://site.example/a--b>` is left alone, as code is; markdown-it's typographer leaves autolinks alone. With
#           remark-gfm the same goes for an address that stands bare.
# Observed: the link leads to /a--b and reads "/a—b"; `...` becomes "…", as in a range of commits ("/compare/v1...v2"). Who copies
#           the text, reads it on paper or in the text of a feed or a search index, has another address. ("--flag" outside of code
#           gets a dash from both.)
# So:       addresses as [text](address), or as code; or a plugin of one's own behind it that restores the text of links whose text
#           was their address.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund remark-smartypants@3.0.3 remark-gfm@4.0.1 remark-parse@11.0.0 remark-rehype@11.1.2 rehype-stringify@10.0.1 unified@11.0.5 markdown-it@14.1.0
cat > run.mjs <<'JS'
import MarkdownIt from "markdown-it";
import rehypeStringify from "rehype-stringify";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import remarkSmartypants from "remark-smartypants";
import { unified } from "unified";

const remark = unified().use(remarkParse).use(remarkGfm).use(remarkSmartypants).use(remarkRehype).use(rehypeStringify);
const markdownIt = new MarkdownIt({ typographer: true, linkify: true });
const texts = ["<https://site.example/a--b>", "https://site.example/a--b", "<https://site.example/compare/v1...v2>"];
const textOf = (html) => html.trim().replace(/<[^>]*>/g, "");
const seen = texts.map((text) => ({ text, remark: textOf(String(remark.processSync(text))), "markdown-it": textOf(markdownIt.render(text)) }));
console.table(seen);
const asDescribed =
  seen.map((row) => row.remark).join() === "https://site.example/a—b,https://site.example/a—b,https://site.example/compare/v1…v2" &&
  seen.map((row) => row["markdown-it"]).join() === "https://site.example/a--b,https://site.example/a--b,https://site.example/compare/v1...v2";
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
