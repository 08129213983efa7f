#!/usr/bin/env bash
# jszip 3.10.2: a file of 1970, as reproducible builds date theirs, is of 2098, and all clocks in the archive are those of UTC.
#
# Expected: dates in a ZIP begin with 1980, so that an older one is refused (fflate) or set to 1980 (Info-ZIP). The clock in it is that
#           of the place, as all others write and read it.
# Observed: the years are counted from 1980 into seven bits without a look at their sign: 1970 is 2098 and 1979 is 2107; both are
#           newer than any copy, so that `unzip -u` never takes a later one. A file of 12:34 in Tokyo has 03:34 in the archive, and
#           so is nine hours older when it is unpacked there; an archive of another program is read as nine hours later. In
#           UTC, as in most CI, nothing is to be seen. Folders that weren't given a date have the time of the build.
# So:       a date of 1980 or later, less the offset: new Date(date - date.getTimezoneOffset() * 60000).
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund jszip@3.10.2 fflate@0.8.3
cat > dates.cjs <<'JS'
const { zipSync } = require("fflate");
const JSZip = require("jszip");

process.env.TZ = "Asia/Tokyo";
/** The clock of the first file in an archive, as it is written there: year, month, day, hours, minutes. */
function clock(zip) {
  const [time, day] = [zip.readUInt16LE(10), zip.readUInt16LE(12)];
  const two = (value) => String(value).padStart(2, "0");
  return `${(day >> 9) + 1980}-${two((day >> 5) & 15)}-${two(day & 31)} ${two(time >> 11)}:${two((time >> 5) & 63)}`;
}
const written = async (date) => clock(await new JSZip().file("a.txt", "a", { date }).generateAsync({ type: "nodebuffer" }));
const noon = new Date("2026-01-05T12:34:00+09:00");
const other = Buffer.from(zipSync({ "a.txt": [new Uint8Array(1), { mtime: noon }] }));
(async () => {
  const seen = {
    1970: await written(new Date(0)),
    1979: await written(new Date("1979-12-31T12:00:00Z")),
    "12:34 in Tokyo by jszip": await written(noon),
    "12:34 in Tokyo by fflate": clock(other),
    "the latter read by jszip": (await JSZip.loadAsync(other)).files["a.txt"].date.toString(),
  };
  console.log(seen);
  const asDescribed =
    seen[1970].startsWith("2098-01-01") && seen[1979].startsWith("2107-12-31") && seen["12:34 in Tokyo by jszip"].endsWith("05 03:34") &&
    seen["12:34 in Tokyo by fflate"].endsWith("05 12:34") && seen["the latter read by jszip"].includes("21:34");
  console.log(asDescribed ? "As described." : "Changed.");
  process.exitCode = asDescribed ? 0 : 1;
})();
JS
node dates.cjs
