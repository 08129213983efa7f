#!/usr/bin/env bash
# @fontsource-variable/source-serif-4 5.3.1: the x-height that the file states is that of one size, and the letters' own varies.
#
# Expected: a variable font that draws its letters larger for small sizes says so: OS/2's x-height is for the default, and the
#           table MVAR varies it (that is what its tag xhgt is for).
# Observed: the file with the axis opsz has no MVAR. Its x-height is 475 at every size, also for HarfBuzz, which reads MVAR; an "x"
#           is 508 units high at opsz 8, 475 at 20 and 452 at 60, and 487 at weight 900. A script that fits a fallback face to
#           the stated height is out by up to 7 %.
# So:       measure the "x" of the instance that is shown; don't ask for its x-height.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @fontsource-variable/source-serif-4@5.3.1 fontkit@2.0.4 harfbuzzjs@1.6.4 wawoff2@2.0.1
cat > measure.mjs <<'JS'
import { readFileSync } from "node:fs";
import { create } from "fontkit";
import { Blob, Face, Font, MetricsTag, Variation } from "harfbuzzjs";
import { decompress } from "wawoff2";

const path = "node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-latin-standard-normal.woff2";
const file = Buffer.from(await decompress(readFileSync(path)));
const font = create(file);
console.log(`MVAR: ${"MVAR" in font.directory.tables ? "yes" : "no"}; axes ${Object.keys(font.variationAxes).join(" ")}`);
const seen = [];
for (const at of [{ opsz: 8 }, { opsz: 20 }, { opsz: 60 }, { wght: 900 }]) {
  const shaped = new Font(new Face(new Blob(file), 0));
  shaped.setVariations(Object.entries(at).map(([tag, value]) => new Variation(tag, value)));
  const stated = shaped.getMetricPosition(MetricsTag.X_HEIGHT);
  const drawn = Math.round(font.getVariation(at).glyphForCodePoint(0x78).bbox.maxY);
  console.log(`${JSON.stringify(at)}: stated ${stated}, the letter ${drawn}`);
  seen.push(`${stated}/${drawn}`);
}
const asDescribed = seen.join(" ") === "475/508 475/475 475/452 475/487";
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node measure.mjs
