#!/usr/bin/env bash
# wordpress-export-to-markdown 2.2.2: spaces behind a dash or "1." are taken out of code, and a backslash in a title begins an escape.
#
# Expected: code blocks have what stood in <pre><code>; a title is the text that it was. The date is the one that WordPress shows and has in
#           the post's address.
# Observed: lists are tidied by a pattern over all of the Markdown: "-   a: 1" in YAML becomes "- a: 1", whose next line is then indented
#           too far and no YAML, and a column of numbers or of comments behind "--" loses its form. `C:\new\tools` in a title is
#           put between quotation marks as it is, so that front matter reads a line break, "ew", a tab, "ools". A post of 5
#           January, half past midnight in Tokyo, is of 4 January: the day is that of pubDate, in UTC.
# So:       take wp:post_date, and compare code blocks with the export.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund wordpress-export-to-markdown@2.2.2 yaml@2.9.1
cat > run.cjs <<'JS'
const { execFileSync } = require("node:child_process");
const { readFileSync, writeFileSync } = require("node:fs");
const YAML = require("yaml");

const code = "list:\n-   a: 1\n    b: 2\n";
writeFileSync("export.xml", `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
 xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Blog</title><wp:wxr_version>1.2</wp:wxr_version>
<item><title><![CDATA[C:\\new\\tools]]></title><link>https://example.org/2026/01/05/tools/</link><pubDate>Sun, 04 Jan 2026 15:30:00 +0000</pubDate>
<content:encoded><![CDATA[<p>Text.</p><pre><code>${code}</code></pre>]]></content:encoded><excerpt:encoded><![CDATA[]]></excerpt:encoded>
<wp:post_id>1</wp:post_id><wp:post_date>2026-01-05 00:30:00</wp:post_date><wp:post_date_gmt>2026-01-04 15:30:00</wp:post_date_gmt>
<wp:post_name>tools</wp:post_name><wp:status>publish</wp:status><wp:post_type>post</wp:post_type></item></channel></rss>`);
const command = "node_modules/wordpress-export-to-markdown/index.js";
execFileSync("node", [command, "--wizard=false", "--input=export.xml", "--output=out", "--save-attached-images=false", "--save-scraped-images=false"]);
const file = readFileSync("out/tools/index.md", "utf8");
console.log(file);
const [, front, block] = /^---\n([^]*?)---\n[^]*```\n([^]*?)```/.exec(file);
const readable = (text) => YAML.parseDocument(text).errors.length === 0;
const { title, date } = YAML.parse(front);
console.log({ title, date, block, "the YAML can be read": { before: readable(code), after: readable(block) } });
const asDescribed = title === "C:\new\tools" && date === "2026-01-04" && block.includes("\n- a: 1\n    b: 2") && readable(code) && !readable(block);
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.cjs
