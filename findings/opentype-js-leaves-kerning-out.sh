#!/usr/bin/env bash
# opentype.js 2.0.0: `kerning: true`, the default, does nothing for a large font, and a text's width is not that of its drawing.
#
# Expected: getAdvanceWidth("AVATAR") is the width that browsers and HarfBuzz give; its documentation has kerning on and read from the table kern
#           or from GPOS, where every font since about 2010 has it. The width is the sum of what stringToGlyphs and getPath draw.
# Observed: lookups of type 9 (extension), in which fonts with much kerning have it, are not read: "AVATAR" in Source Serif is 3921 units, with
#           kerning and without, for 3541 by fontkit 2.0.4. Nothing is said of it. stringToGlyphs makes one glyph of "fi", while getAdvanceWidth adds an f and an i, 652 for 607.
# So:       boxes of pictures for previews, and lines that are broken by it, are up to a tenth too wide. Measure with fontkit or HarfBuzz.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund opentype.js@2.0.0 fontkit@2.0.4 source-serif@4.5.1
cat > measure.mjs <<'JS'
import { readFileSync } from "node:fs";
import * as fontkit from "fontkit";
import opentype from "opentype.js";

const bytes = readFileSync("node_modules/source-serif/TTF/SourceSerif4-Regular.ttf");
const theirs = opentype.parse(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
const { unitsPerEm } = theirs;
const shaped = fontkit.create(bytes);
const rows = ["AVATAR", "To", "fi"].map((text) => ({
  text,
  fontkit: shaped.layout(text).advanceWidth,
  "opentype.js": theirs.getAdvanceWidth(text, unitsPerEm),
  "kerning: false": theirs.getAdvanceWidth(text, unitsPerEm, { kerning: false }),
  "sum of its glyphs": theirs.stringToGlyphs(text).reduce((sum, { advanceWidth }) => sum + advanceWidth, 0),
}));
console.table(rows);
const asDescribed = rows.map((row) => Object.values(row).slice(1).join(" ")).join() === "3541 3921 3921 3921,1083 1153 1153 1153,607 652 652 607";
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node measure.mjs
