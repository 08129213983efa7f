#!/usr/bin/env bash
# markdown-it-footnote 4.0.0 with markdown-it 15.0.3: the first reference that a reader sees is "[1:1]", if another stands where nothing is shown.
#
# Expected: a note is numbered by the references that are on the page, and has a way back to each of them. What isn't shown has no reference: the
#           alternative text of a picture, and a note that nobody refers to any more, as both are left out of the page.
# Observed: both count. Below `![Map[^1]](map.png)`, or an unused note that says "see[^1]", the only reference is "[1:1]", and the note has two
#           arrows, of which the first leads to #fnref1, which is on no page. A reference in a note that is written in place, `^[a, as in^[b]]`
#           or `^[a, see [^1]]`, leads to that note itself, and the words of the other are on no page. `[^A]` is no reference to `[^a]:`, as it is on
#           GitHub, where labels are compared like those of links.
# So:       keep references out of alternative texts, take unused notes away, and look for links to #fnref… without a target.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund markdown-it@15.0.3 markdown-it-footnote@4.0.0
cat > notes.mjs <<'JS'
import markdownIt from "markdown-it";
import footnote from "markdown-it-footnote";

const md = markdownIt().use(footnote);
const seen = [
  "![Map](map.png) and text[^1]\n\n[^1]: one",
  "![Map[^1]](map.png) and text[^1]\n\n[^1]: one",
  "[^old]: see[^1]\n\ntext[^1]\n\n[^1]: one",
  "text^[a, as in^[b]]",
  "text^[a, see [^1]]\n\n[^1]: b",
  "text[^A]\n\n[^a]: one",
].map((markdown) => {
  const html = md.render(markdown);
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  const links = [...html.matchAll(/ href="#([^"]+)"/g)].map(([, id]) => id);
  return {
    markdown,
    shown: [...html.matchAll(/>(\[[\d:]+\])</g)].map(([, text]) => text).join(" "),
    "leads nowhere": links.filter((id) => !ids.includes(id)).join(" "),
    "has b": />[^<]*\bb\b/.test(html),
  };
});
console.table(seen);
const asDescribed =
  seen.map(({ shown }) => shown).join() === "[1],[1:1],[1:1],[1] [1],[1] [1]," &&
  seen.map((row) => row["leads nowhere"]).join() === ",fnref1,fnref1,,," &&
  !seen[3]["has b"] &&
  !seen[4]["has b"];
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node notes.mjs
