#!/usr/bin/env bash
# @fontsource/inter 5.3.0: the style sheet's unicode-range promises letters that none of the files has.
#
# Expected: a face's `unicode-range` says what its file can set; what a family lacks is in no range.
# Observed: the file of `latin` is declared for all of U+2000–206F and has 28 or so of those letters. † lies in the file of
#           `latin-ext`, ‡ and the hyphens U+2010 and U+2011 in no file of the package, although Inter itself has all of
#           them. A page with ‡ loads the file for it and sets the letter in a fallback face, beside † in Inter.
# So:       read a font's character map; don't ask its style sheet. (The subsets are Google Fonts' own; other families that
#           were looked at are alike.)
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @fontsource/inter@5.3.0 fontkit@2.0.4
cat > look.cjs <<'JS'
const { globSync, readFileSync } = require("node:fs");
const { create } = require("fontkit");

const css = readFileSync("node_modules/@fontsource/inter/400.css", "utf8");
const faces = [...css.matchAll(/url\(\.\/([^)]*\.woff2)\)[^}]*unicode-range:\s*([^;]+);/g)].map(([, file, range]) => ({
  letters: new Set(create(readFileSync(`node_modules/@fontsource/inter/${file}`)).characterSet),
  ranges: range.split(",").map((part) => part.trim().slice(2).split("-").map((hex) => Number.parseInt(hex, 16))),
}));
const isDeclared = (letter) => faces.some(({ ranges }) => ranges.some(([from, to = from]) => letter >= from && letter <= to));
const isThere = (letter) => faces.some(({ letters }) => letters.has(letter));
const rows = [..."–†‡\u2010\u2011"].map((sign) => [
  `U+${sign.codePointAt(0).toString(16)}`, isDeclared(sign.codePointAt(0)), isThere(sign.codePointAt(0)),
]);
console.log("letter, declared, in a file");
for (const row of rows) console.log(row.join(", "));
const asDescribed = JSON.stringify(rows.map(([, ...row]) => row)) === "[[true,true],[true,true],[true,false],[true,false],[true,false]]";
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node look.cjs
