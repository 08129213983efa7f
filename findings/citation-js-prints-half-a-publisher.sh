#!/usr/bin/env bash
# @citation-js/plugin-bibtex 0.9.0 with @citation-js/plugin-csl 0.9.0: a publisher whose name has an "and" loses what is behind it.
#
# Expected: `publisher = {Simon and Schuster}` is one name, as BibTeX has it, and as in most .bib files; "and" is apart in
#           author and editor alone. The bibliography says "Simon and Schuster".
# Observed: the field is read as a list of BibLaTeX, `"publisher": ["Simon", "Schuster"]`, which CSL-JSON does not have; the
#           processor then prints "Simon." The same with `school` and `institution`: "School of Science". Nothing is said of it.
#           Braces within, `{{Simon and Schuster}}`, keep it whole.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @citation-js/core@0.9.0 @citation-js/plugin-bibtex@0.9.0 @citation-js/plugin-csl@0.9.0
cat > cite.mjs <<'JS'
import { Cite } from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import "@citation-js/plugin-csl";

const works = {
  publisher: "@book{a, author={A, B}, title={T}, year=2020, publisher={Simon and Schuster}}",
  braces: "@book{a, author={A, B}, title={T}, year=2020, publisher={{Simon and Schuster}}}",
  school: "@phdthesis{a, author={A, B}, title={T}, year=2020, school={School of Science and Technology}}",
};
const seen = Object.entries(works).map(([name, bibtex]) => {
  const cite = new Cite(bibtex);
  return [name, cite.data[0].publisher, cite.format("bibliography", { template: "apa" }).trim()];
});
for (const one of seen) console.log(JSON.stringify(one));
const asDescribed =
  JSON.stringify(seen) ===
  JSON.stringify([
    ["publisher", ["Simon", "Schuster"], "A, B. (2020). T. Simon."],
    ["braces", "Simon and Schuster", "A, B. (2020). T. Simon and Schuster."],
    ["school", ["School of Science", "Technology"], "A, B. (2020). T [Phdthesis]. School of Science."],
  ]);
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node cite.mjs
