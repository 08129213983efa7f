#!/usr/bin/env bash
# epub-gen-memory 1.1.2: an SVG in a chapter is a picture of nothing in the EPUB, and a list that starts at 5 starts at 1.
#
# Expected: EPUB 3 is XHTML with SVG and MathML in it, so a chapter's HTML arrives as it is, or what can't be taken is an error or a warning.
# Observed: of all attributes only a list is kept, and the list is of HTML's older ones: <path d="…">, <rect x width …> and <svg viewBox> keep their
#           names and lose everything else, so that a diagram is an empty box. <ol start="5"> and <li value> start at 1, which puts the
#           numbers of steps that the text names wrong; <td scope>, <time datetime> and <details open> go likewise. class, id, lang, href,
#           colspan and title stay. Nothing is said of it.
# So:       drawings as files by <img>; numbers of lists in the text.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund epub-gen-memory@1.1.2 jszip@3.10.2
cat > run.mjs <<'JS'
import { EPub } from "epub-gen-memory";
import JSZip from "jszip";

const said = [];
for (const name of ["log", "warn", "error"]) {
  const print = console[name];
  console[name] = (...words) => (said.push(words.join(" ")), print(...words));
}
const content = `<svg viewBox="0 0 9 9"><path d="M0 0L9 9"/><rect x="1" width="3" height="3"/></svg>
<ol start="5"><li value="7" class="step" id="a" lang="de">x</li></ol><table><tr><td colspan="2" scope="row">x</td></tr></table>
<p><a href="https://site.example/" title="t">l</a> <time datetime="2026-01-05">today</time></p><details open><summary>s</summary>d</details>`;
const epub = await new EPub({ title: "Book", author: "Ann" }, [{ title: "Chapter", content }]).genEpub();
const files = (await JSZip.loadAsync(epub)).files;
const chapter = await Object.values(files).find(({ name }) => /0_.*\.xhtml$/.test(name)).async("string");
const words = said.length;
const text = chapter.slice(chapter.indexOf("<svg"), chapter.indexOf("</body>")).trim();
console.log(text);
const lost = ["<path/>", "<rect/>", "<svg>", "<ol>", '<td colspan="2">', "<time>", "<details>"].every((it) => text.includes(it));
const kept = ['class="step"', 'id="a"', 'lang="de"', 'href="https://site.example/"', 'title="t"'].every((it) => text.includes(it));
const asDescribed = lost && kept && words === 0;
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
