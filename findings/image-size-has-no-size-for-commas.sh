#!/usr/bin/env bash
# image-size 2.1.0: an SVG whose viewBox is written with commas has the size undefined × undefined.
#
# Expected: the numbers of a viewBox are apart by white space or commas (SVG 2, 8.6), and Illustrator and others write commas. What can't be
#           measured is an error, as for other files. A comment above the picture is no picture.
# Observed: viewBox="0 0 300 150" is 300 × 150, and "0,0,300,150" gives { width: undefined, height: undefined } without an error, so that a template
#           prints width="undefined". With a picture that is commented out above, the size is that one's: 1 × 1.
# So:       check that both are numbers. sharp 0.35.5 reads the same files as 300 × 150.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund image-size@2.1.0 sharp@0.35.5
cat > measure.mjs <<'JS'
import { imageSize } from "image-size";
import sharp from "sharp";

const svg = (attributes, before = "") => Buffer.from(`${before}<svg xmlns="http://www.w3.org/2000/svg" ${attributes}><path d="M0 0h9v9z"/></svg>`);
const pictures = {
  "viewBox with spaces": svg('viewBox="0 0 300 150"'),
  "viewBox with commas": svg('viewBox="0,0,300,150"'),
  "viewBox with both": svg('viewBox="0, 0, 300, 150"'),
  "an old one in a comment": svg('width="300" height="150"', '<!-- <svg width="1" height="1"></svg> -->'),
};
const rows = [];
for (const [name, bytes] of Object.entries(pictures)) {
  const [own, other] = [imageSize(bytes), await sharp(bytes).metadata()];
  rows.push({ name, "image-size": `${own.width} × ${own.height}`, sharp: `${other.width} × ${other.height}` });
}
console.table(rows);
const sizes = rows.map((row) => row["image-size"]);
const nothing = "undefined × undefined";
const asDescribed = sizes[0] === "300 × 150" && sizes[1] === nothing && sizes[3] === "1 × 1" && rows.every((row) => row.sharp === "300 × 150");
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node measure.mjs
