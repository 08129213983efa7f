#!/usr/bin/env bash
# @tryghost/kg-html-to-lexical 1.4.0 (how Ghost reads HTML, as from its Admin API with source=html): the words around <mark> and <small> run together.
#
# Expected: what its editor has no format for becomes plain text, with the spaces that were there, as around <kbd>, <abbr> and <q>; what it can't
#           keep at all becomes an HTML card, as a table does.
# Observed: "the <mark>marked</mark> word" is stored as "themarkedword"; the same with <small>, <data>, <dfn>, <bdi> and <meter>. Each term of a
#           <dl> runs into its definition, and a <video> is dropped without a trace. Nothing is reported.
# So:       take such elements out before, or put the whole of the post into an HTML card (<!--kg-card-begin: html--> … <!--kg-card-end: html-->).
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @tryghost/kg-html-to-lexical@1.4.0
cat > run.cjs <<'JS'
const { htmlToLexical } = require("@tryghost/kg-html-to-lexical");

const textOf = (node) => (node.text ?? "") + (node.children ?? []).map(textOf).join("");
const read = async (html) => (await htmlToLexical(html)).root.children;

async function run() {
  const texts = {};
  for (const name of "mark small data dfn bdi meter kbd abbr q time cite sub code span".split(" "))
    texts[name] = (await read(`<p>the <${name}>marked</${name}> word</p>`)).map(textOf).join("\n");
  console.table(texts);
  const joined = Object.keys(texts).filter((name) => texts[name] === "themarkedword");
  const whole = Object.keys(texts).filter((name) => texts[name] === "the marked word");
  const list = (await read("<dl><dt>term</dt><dd>meaning</dd></dl>")).map(textOf).join("\n");
  const video = (await read("<p>before</p><video src='/a.mp4' controls></video><p>after</p>")).map(({ type }) => type).join();
  const table = (await read("<table><tr><td>a</td></tr></table>")).map(({ type }) => type).join();
  console.log(`a list of definitions: ${list}; a video between two paragraphs: ${video}; a table: ${table}`);
  const asDescribed =
    joined.join(" ") === "mark small data dfn bdi meter" &&
    whole.join(" ") === "kbd abbr q time cite sub code span" &&
    list === "termmeaning" &&
    video === "paragraph,paragraph" &&
    table === "html";
  console.log(asDescribed ? "As described." : "Changed.");
  process.exitCode = asDescribed ? 0 : 1;
}
run();
JS
node run.cjs
