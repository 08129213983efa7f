#!/usr/bin/env bash
# exifr 7.1.3 and exif-reader 2.0.3: a photograph's time is a Date of the machine that reads it, or of UTC, though the picture says its zone.
#
# Expected: Exif 2.31 (2016) has OffsetTimeOriginal beside DateTimeOriginal, cameras and telephones write it, and both libraries hand it
#           over; so the Date that they make of the two is the instant of the picture, on every machine.
# Observed: 23:30 with the offset +09:00 is 14:30 UTC. exifr makes a Date of 23:30 in the machine's own zone, exif-reader of 23:30 UTC. A
#           photo blog that is built on a laptop and in CI has other times, and other days, and by one library or the other.
# So:       join the two fields by hand (exifr: `reviveValues: false`; exif-reader's Date read by its UTC fields), or show the time as it is written.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund exifr@7.1.3 exif-reader@2.0.3 sharp@0.35.5
cat > read.mjs <<'JS'
import exifReader from "exif-reader";
import exifr from "exifr";
import sharp from "sharp";

const exif = { IFD2: { DateTimeOriginal: "2026:01:05 23:30:00", OffsetTimeOriginal: "+09:00" } };
const photo = await sharp({ create: { width: 8, height: 8, channels: 3, background: "red" } }).withExif(exif).jpeg().toBuffer();
const { Photo } = exifReader((await sharp(photo).metadata()).exif);
const seen = [];
for (const zone of ["UTC", "Asia/Tokyo", "America/New_York"]) {
  process.env.TZ = zone;
  const read = await exifr.parse(photo);
  seen.push({ "machine's zone": zone, offset: `${read.OffsetTimeOriginal} ${Photo.OffsetTimeOriginal}`, exifr: read.DateTimeOriginal.toISOString(), "exif-reader": Photo.DateTimeOriginal.toISOString() });
}
console.table(seen);
console.log(`the picture was taken at ${new Date("2026-01-05T23:30:00+09:00").toISOString()}`);
const asDescribed = seen.map((it) => it.exifr.slice(0, 16)).join() === "2026-01-05T23:30,2026-01-05T14:30,2026-01-06T04:30" &&
  seen.every((it) => it["exif-reader"].startsWith("2026-01-05T23:30") && it.offset === "+09:00 +09:00");
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node read.mjs
