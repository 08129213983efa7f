#!/usr/bin/env bash
# image-size 2.1.0: an AVIF of a photograph that was taken upright has the width for its height, and no orientation.
#
# Expected: the size for <img width height> is the one in which browsers draw the picture, or there is an `orientation` beside it, as
#           for JPEG, so that one can turn the numbers round.
# Observed: AVIF has its rotation in the file's structure (irot), which browsers and sharp apply. image-size reads the size before it and says
#           nothing of a rotation: 20 × 10 of a picture that is 10 × 20. The same photograph as JPEG is 20 × 10 with orientation 6, so that code
#           which works for JPEG fails as soon as the pictures are AVIF: the place that is kept for a portrait is a
#           landscape. probe-image-size 7.5.0 has orientation 6 for both.
# So:       turn the pixels when writing (`autoOrient()`), or take the size from probe-image-size or sharp.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund image-size@2.1.0 probe-image-size@7.5.0 sharp@0.35.5
cat > sizes.mjs <<'JS'
import { imageSize } from "image-size";
import probe from "probe-image-size";
import sharp from "sharp";

console.log("sharp", sharp.versions.sharp, "libvips", sharp.versions.vips);
const upright = sharp({ create: { width: 20, height: 10, channels: 3, background: "red" } }).withMetadata({ orientation: 6 });
const say = ({ width, height, orientation = "none" }) => `${width}x${height}, orientation ${orientation}`;
const seen = {};
for (const format of ["jpeg", "avif"]) {
  const file = await upright.clone().toFormat(format).toBuffer();
  const { info } = await sharp(file).autoOrient().raw().toBuffer({ resolveWithObject: true });
  seen[format] = [`${info.width}x${info.height}`, say(imageSize(file)), say(probe.sync(file)), file.includes("irot")];
  console.log(`${format}: drawn ${seen[format][0]}; image-size ${seen[format][1]}; probe-image-size ${seen[format][2]}; irot: ${seen[format][3]}`);
}
const asDescribed =
  seen.jpeg.join(" | ") === "10x20 | 20x10, orientation 6 | 20x10, orientation 6 | false" &&
  seen.avif.join(" | ") === "10x20 | 20x10, orientation none | 20x10, orientation 6 | true";
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node sizes.mjs
