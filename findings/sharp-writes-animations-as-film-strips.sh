#!/usr/bin/env bash
# sharp 0.35.5: a GIF that is read with `animated: true` and written as AVIF, PNG or JPEG is all of its frames, one below the other.
#
# Expected: a format that is still gets the first frame, as without `animated`, or the call is refused; AVIF, which can move, gets a moving picture.
# Observed: a GIF of 4 × 4 with three frames is an AVIF, PNG or JPEG of 4 × 12, with the frames below each other like on a film, and no
#           warning. WebP and GIF move. A pipeline with one input and several outputs, as for <picture>, has the right fallback and
#           the strip in the AVIF, which is the one that browsers take. metadata() says `height: 4` of the same input.
# So:       `animated` only where the output is WebP or GIF; without it for AVIF.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund sharp@0.35.5
cat > frames.mjs <<'JS'
import sharp from "sharp";

console.log("sharp", sharp.versions.sharp, "libvips", sharp.versions.vips);
const frames = await Promise.all(
  ["red", "lime", "blue"].map((background) => sharp({ create: { width: 4, height: 4, channels: 3, background } }).png().toBuffer()),
);
const gif = await sharp(frames, { join: { animated: true } }).gif({ delay: [100, 100, 100] }).toBuffer();
const size = async (picture) => {
  const { width, height, pages = 1 } = await sharp(picture).metadata();
  return `${width}x${height}, ${pages}`;
};
const seen = { "the GIF": await size(gif) };
for (const format of ["gif", "webp", "avif", "png", "jpeg"])
  for (const animated of [true, false]) seen[`${format}, animated: ${animated}`] = await size(await sharp(gif, { animated }).toFormat(format).toBuffer());
console.log("width, height and frames:", seen);
const { data, info } = await sharp(await sharp(gif, { animated: true }).png().toBuffer()).raw().toBuffer({ resolveWithObject: true });
const rows = [0, 4, 8].map((row) => [...data.subarray(row * info.width * info.channels, row * info.width * info.channels + 3)].join());
console.log("colours of the PNG's rows 1, 5 and 9:", rows.join(" | "));
const asDescribed =
  Object.values(seen).join(" | ") ===
    "4x4, 3 | 4x4, 3 | 4x4, 1 | 4x4, 3 | 4x4, 1 | 4x12, 1 | 4x4, 1 | 4x12, 1 | 4x4, 1 | 4x12, 1 | 4x4, 1" &&
  rows.join(" | ") === "255,0,0 | 0,255,0 | 0,0,255";
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node frames.mjs
