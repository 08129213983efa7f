#!/usr/bin/env bash
# showdown 2.1.0, flavour "github": the columns of tables are anchors, and take the place of the headings of that name.
#
# Expected: the flavour does what GitHub does: <th> without an id, ids of headings that are counted on (name, name-1), and lists
#           that are nested by two spaces, as GitHub nests them.
# Observed: each <th> has an id from its words. With a column "Name" above and a heading "Name" below, both are id="name", and #name leads to the
#           table; two tables with one column have the same id twice, which headings never have among themselves. A column in backticks is
#           called "¨c0c", a placeholder of the parser. Of three levels of a list with two spaces the third is on the second.
#           Without the flavour, a heading in Cyrillic or Chinese has id="", and the next one id="-1".
# So:       `tablesHeaderId: false` behind setFlavor("github"), and four spaces; or another parser.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund showdown@2.1.0
cat > render.mjs <<'JS'
import showdown from "showdown";

const github = new showdown.Converter();
github.setFlavor("github");
const table = (...names) => `| ${names.join(" | ")} |\n|${names.map(() => "---|").join("")}\n|${names.map(() => " x |").join("")}\n`;
const page = github.makeHtml(`${table("Name", "`id`")}\n## Name\n\n## Name\n\n${table("Name", "Größe")}`);
const ids = [...page.matchAll(/<(\w+) id="([^"]*)"/g)].map(([, tag, id]) => `${tag}#${id}`);
console.log(ids.join(" "));
const depth = (html) => {
  let [now, most] = [0, 0];
  for (const [tag] of html.matchAll(/<\/?ul>/g)) most = Math.max(most, (now += tag === "<ul>" ? 1 : -1));
  return most;
};
const levels = [depth(github.makeHtml("- a\n  - b\n    - c")), depth(github.makeHtml("- a\n    - b\n        - c"))];
console.log("levels of a list, by two spaces and by four:", levels.join(" and "));
const plain = new showdown.Converter().makeHtml("# Привет\n\n# 你好");
console.log("without the flavour:", plain.replaceAll("\n", " "));
github.setOption("tablesHeaderId", false);
const off = github.makeHtml(table("Name")).includes("id=");
const asDescribed =
  ids.join(" ") === "th#name th#¨c0c h2#name h2#name-1 th#name th#größe" && levels.join() === "2,3" && /id="">Привет.*id="-1">你好/s.test(plain) && !off;
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node render.mjs
