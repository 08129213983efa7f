#!/usr/bin/env bash
# @citation-js/plugin-bibtex 0.9.0 (with plugin-csl 0.9.0), biblatex-csl-converter 3.6.0 and @retorquere/bibtex-parser 9.0.29: "and others".
#
# Expected: `author = {Smith, Ann and others}` is the first of several, in BibTeX since 1988 and in every other .bib file that was exported; it is
#           printed as "Smith et al.", and is no second person. `{\AA}ngstr{\"o}m` is Ångström.
# Observed: all three give a second author with the name "others". Citation.js prints "Smith, A., & others." Nothing in the data says that
#           it is no name. And Citation.js reads `{\AA}` before a letter as the command \AAngstr: "\AAngström"; the other two have it right.
# So:       take the last author off where the name is "others", and print "et al." oneself.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @citation-js/core@0.9.0 @citation-js/plugin-bibtex@0.9.0 @citation-js/plugin-csl@0.9.0 biblatex-csl-converter@3.6.0 @retorquere/bibtex-parser@9.0.29
cat > cite.mjs <<'JS'
import { Cite } from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import "@citation-js/plugin-csl";
import { BibLatexParser, CSLExporter } from "biblatex-csl-converter";
import { parse } from "@retorquere/bibtex-parser";

const bib = String.raw`@book{a, title = {Locks}, author = {Smith, Ann and others}, year = {2020}}
@book{b, title = {Rows}, author = {{\AA}ngstr{\"o}m, Bo}, year = {2021}}`;
const cite = new Cite(bib);
const printed = cite.format("bibliography", { format: "text", template: "apa" }).trim();
const converted = Object.values(new CSLExporter(new BibLatexParser(bib).parse().entries).parse());
const { entries } = parse(bib);
const names = {
  "citation-js": cite.data.map(({ author }) => author.map((it) => it.family ?? it.literal)),
  "biblatex-csl-converter": converted.map(({ author }) => author.map((it) => it.family ?? it.literal)),
  "@retorquere/bibtex-parser": entries.map(({ fields }) => fields.author.map((it) => it.lastName ?? it.name)),
};
console.log(JSON.stringify(names, null, 1));
console.log(printed);
const asDescribed = Object.values(names).every(([[first, second, ...more]]) => first === "Smith" && second === "others" && more.length === 0) &&
  Object.values(names).map(([, [name]]) => name.normalize()).join() === String.raw`\AAngström,Ångström,Ångström` && printed.includes("others");
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node cite.mjs
