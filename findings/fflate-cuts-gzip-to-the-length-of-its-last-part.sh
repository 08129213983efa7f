#!/usr/bin/env bash
# fflate 0.8.3: gunzipSync() of a file of several parts, as `cat a.gz b.gz` makes it, is cut to the length of the last one.
#
# Expected: parts of gzip behind each other are one file, the text of which is theirs together, as gzip, zlib in Node and browsers'
#           DecompressionStream or fflate's own class Gunzip read it; or an error.
# Observed: what is unpacked is the first part only, and of that no more than the last part is long, since the last four bytes of the
#           file are taken for its length: of a log of 29 letters with 4 added, "The " is left. gunzip() and decompressSync() the
#           same. With zeros at the end, as tapes and blocks of a fixed size have them, it is nothing. No error in any case.
# So:       the class Gunzip for files that somebody else wrote.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund fflate@0.8.3
cat > parts.mjs <<'JS'
import { gunzipSync as nodeGunzip, gzipSync } from "node:zlib";
import { decompressSync, Gunzip, gunzip, gunzipSync, strFromU8 } from "fflate";

const first = gzipSync("The first part, a long one.\n"), second = gzipSync("two\n");
const files = { "one part": first, "two parts": Buffer.concat([first, second]), "other order": Buffer.concat([second, first]), zeros: Buffer.concat([first, Buffer.alloc(16)]) };
const seen = {};
for (const [name, file] of Object.entries(files)) {
  let streamed = "";
  const stream = new Gunzip((chunk) => { streamed += strFromU8(chunk); });
  if (name !== "zeros") stream.push(new Uint8Array(file), true);
  const later = await new Promise((resolve, reject) => gunzip(file, (error, data) => (error ? reject(error) : resolve(strFromU8(data)))));
  seen[name] = { "node:zlib": nodeGunzip(file).toString(), Gunzip: streamed, gunzipSync: strFromU8(gunzipSync(file)), gunzip: later,
    decompressSync: strFromU8(decompressSync(file)) };
}
console.log(seen);
const both = (name, whole, cut) =>
  seen[name]["node:zlib"] === whole && ["gunzipSync", "gunzip", "decompressSync"].every((way) => seen[name][way] === cut);
const long = "The first part, a long one.\n";
const asDescribed =
  both("one part", long, long) && both("two parts", `${long}two\n`, "The ") && both("other order", `two\n${long}`, "two\n") &&
  both("zeros", long, "") && seen["two parts"].Gunzip === `${long}two\n`;
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node parts.mjs
