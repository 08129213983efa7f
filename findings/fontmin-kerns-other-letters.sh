#!/usr/bin/env bash
# fontmin 2.0.3 (with fonteditor-core 2.6.3): a subset is kerned by the pairs of other letters.
#
# Expected: cutting a font down to the letters of a site renumbers its glyphs, and with them the tables that name glyphs by number; what the
#           cutter can't renumber (ligatures, GSUB) it leaves out, so that "AV" is kerned as before or not at all.
# Observed: GPOS is copied byte by byte, all 22470 of them, while the glyphs have new numbers. "AV" (-140) and "To" (-160) are not drawn together,
#           "TV" is pushed apart by 30 and "Vr" is drawn together by 70: pairs of whatever had these numbers before. Of the 484 pairs of 22
#           letters 309 have another distance. Browsers draw it so. Nothing is said of it, and the file is not smaller for it.
#           subset-font 2.9.0 (HarfBuzz) keeps every distance, with and without kerning.
# So:       subset with HarfBuzz or fonttools; a font that fontmin has made is set with `font-kerning: none`.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund fontmin@2.0.3 fonteditor-core@2.6.3 subset-font@2.9.0 fontkit@2.0.4 wawoff2@2.0.1 @fontsource/inter@5.3.0
cat > run.mjs <<'JS'
import { readFileSync, writeFileSync } from "node:fs";
import * as fontkit from "fontkit";
import Fontmin from "fontmin";
import subsetFont from "subset-font";
import wawoff2 from "wawoff2";

const letters = "AVTLYWPoae. fijklmnrst";
const whole = Buffer.from(await wawoff2.decompress(readFileSync("node_modules/@fontsource/inter/files/inter-latin-400-normal.woff2")));
writeFileSync("inter.ttf", whole);
const byFontmin = await new Promise((resolve, reject) =>
  new Fontmin()
    .src("inter.ttf")
    .use(Fontmin.glyph({ text: letters }))
    .run((error, files) => (error ? reject(error) : resolve(files[0].contents))),
);
const byHarfBuzz = await subsetFont(whole, letters, { targetFormat: "truetype" });

const fonts = { whole, fontmin: byFontmin, "subset-font": byHarfBuzz };
const [opened, distances] = [{}, {}];
for (const [name, file] of Object.entries(fonts)) {
  const font = fontkit.create(file);
  const width = (letter) => font.glyphForCodePoint(letter.codePointAt(0)).advanceWidth;
  opened[name] = font;
  distances[name] = {};
  for (const one of letters)
    for (const other of letters)
      distances[name][one + other] = Math.round(font.layout(one + other).advanceWidth - width(one) - width(other));
}
console.table(
  ["AV", "To", "AT", "TV", "Vr"].map((pair) => ({ pair, ...Object.fromEntries(Object.keys(fonts).map((name) => [name, distances[name][pair]])) })),
);
const pairs = Object.keys(distances.whole);
const differing = (name) => pairs.filter((pair) => distances[name][pair] !== distances.whole[pair]).length;
const kerning = (name) => opened[name].directory.tables.GPOS?.length;
console.log(`of ${pairs.length} pairs, other than in the whole font: fontmin ${differing("fontmin")}, subset-font ${differing("subset-font")}`);
console.log(`glyphs: ${opened.whole.numGlyphs}, fontmin ${opened.fontmin.numGlyphs}; bytes of GPOS: ${kerning("whole")}, fontmin ${kerning("fontmin")}`);
const asDescribed =
  differing("fontmin") === 309 &&
  differing("subset-font") === 0 &&
  kerning("fontmin") === kerning("whole") &&
  opened.fontmin.numGlyphs < opened.whole.numGlyphs &&
  distances.fontmin.AV === 0 &&
  distances.fontmin.TV === 30;
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
