#!/usr/bin/env bash
# sharp 0.35.5: png({ effort: 10 }) leaves 256 colours of a PNG, and the dominant colour of a white picture is not white.
#
# Expected: PNG is without loss, and `effort` says how long to try, as with WebP and AVIF; `compressionLevel` is about the same thing.
#           stats().dominant of a picture of one colour is that colour.
# Observed: `effort`, `quality` and `dither` each make a picture with a palette: of a gradient with 4096 colours 256 at the most are left, and with
#           `quality: 100` as well. compressionLevel: 9 keeps all. The dominant colour is the middle of one of 16 steps: white is
#           248,248,248, black 8,8,8 and #f00 248,8,8, so that a placeholder in it, or a page behind a logo, is seen to differ from the picture.
# So:       `compressionLevel: 9` alone for screenshots and drawings; a colour by resize(1, 1) and raw().
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund sharp@0.35.5
cat > colours.mjs <<'JS'
import sharp from "sharp";

console.log("sharp", sharp.versions.sharp, "libvips", sharp.versions.vips);
const raw = Buffer.alloc(64 * 64 * 3);
for (let y = 0; y < 64; y++) for (let x = 0; x < 64; x++) raw.set([x * 4, y * 4, 128], (y * 64 + x) * 3);
const gradient = sharp(raw, { raw: { width: 64, height: 64, channels: 3 } });
const colours = async (options) => {
  const { data } = await sharp(await gradient.clone().png(options).toBuffer()).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return new Set(Array.from({ length: data.length / 3 }, (_, index) => data.subarray(index * 3, index * 3 + 3).join())).size;
};
const left = {};
for (const options of [{}, { compressionLevel: 9 }, { adaptiveFiltering: true }, { effort: 10 }, { quality: 100 }, { dither: 0 }])
  left[JSON.stringify(options)] = await colours(options);
console.log("colours that are left of 4096:", left);
const dominant = {};
for (const background of ["#fff", "#000", "#f00"]) {
  const { r, g, b } = (await sharp({ create: { width: 8, height: 8, channels: 3, background } }).png().toBuffer().then((it) => sharp(it).stats())).dominant;
  dominant[background] = [r, g, b].join();
}
console.log("dominant:", dominant);
const counts = Object.values(left);
const asDescribed =
  counts.slice(0, 3).every((count) => count === 4096) &&
  counts.slice(3).every((count) => count <= 256) &&
  Object.values(dominant).join(" ") === "248,248,248 8,8,8 248,8,8";
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node colours.mjs
