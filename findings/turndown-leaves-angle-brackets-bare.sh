#!/usr/bin/env bash
# turndown 7.2.5 and node-html-markdown 2.0.0: words in angle brackets, which were text in HTML, are gone from what the Markdown says.
#
# Expected: what is escaped in HTML is escaped in Markdown: turndown's own words are that it escapes characters "to ensure that they are
#           not interpreted as Markdown when compiled", so `use &lt;details&gt;` becomes `use \<details>`.
# Observed: `*`, `_`, `#` and `[` are escaped; `<` and `&` are not. "use <details>" and "Vec<int>" become tags of HTML, which no reader sees;
#           "&amp;" that was shown as such is shown as "&"; and "if a<b then c>d" is "if ad". A "!" before a link makes an image of it, `1)` a
#           list, and `<em>un</em>safe` is `_un_safe`, with its underscores. rehype-remark 10.0.1 keeps all of them.
# So:       posts about HTML, generics or templates are not imported with these two; or escape `<` and `&` in turndown's `escape`.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund turndown@7.2.5 node-html-markdown@2.0.0 commonmark@0.31.2 unified@11.0.5 rehype-parse@9.0.1 rehype-remark@10.0.1 remark-stringify@11.0.0
cat > turn.mjs <<'JS'
import * as commonmark from "commonmark";
import { NodeHtmlMarkdown } from "node-html-markdown";
import rehypeParse from "rehype-parse";
import rehypeRemark from "rehype-remark";
import remarkStringify from "remark-stringify";
import Turndown from "turndown";
import { unified } from "unified";

const remark = unified().use(rehypeParse, { fragment: true }).use(rehypeRemark).use(remarkStringify);
const tools = {
  turndown: (html) => new Turndown().turndown(html),
  "node-html-markdown": (html) => NodeHtmlMarkdown.translate(html),
  "rehype-remark": (html) => String(remark.processSync(html)).trim(),
};
/** What a reader sees: tags and comments off, references read. */
const seen = (html) => html.replace(/<[^>]*>/g, "").replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&").trim();
const render = (markdown) => new commonmark.HtmlRenderer().render(new commonmark.Parser().parse(markdown));
const texts = ["use &lt;details&gt; here", "Vec&lt;int&gt; v", "if a&lt;b then c&gt;d", "write &amp;amp; for it", "Wow!<a href='/y'>this</a>", "1) first", "<em>un</em>safe"];
const kept = {};
for (const html of texts) {
  const row = { html };
  for (const [name, turn] of Object.entries(tools)) {
    const back = render(turn(`<p>${html}</p>`));
    const same = seen(back) === seen(html) && back.includes("<img") === html.includes("<img") && back.includes("<ol") === html.includes("<ol");
    (kept[name] ??= []).push(same);
    row[name] = same ? "kept" : `${turn(`<p>${html}</p>`)} → ${seen(back)}`;
  }
  console.log(JSON.stringify(row, null, 1));
}
const asDescribed = [...kept.turndown, ...kept["node-html-markdown"]].every((it) => !it) && kept["rehype-remark"].every((it) => it);
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node turn.mjs
