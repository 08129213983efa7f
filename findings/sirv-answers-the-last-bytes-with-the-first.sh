#!/usr/bin/env bash
# sirv 3.0.2, http-server 14.1.1 and serve 14.2.7: ranges by three servers that a built site is looked at with.
#
# Expected: `Range: bytes=-3` is the last three bytes (RFC 9110, 14.1.2); players ask so for an index at the end of a file, and readers of
#           archives for the directory. A range is sent only if the If-Range beside it names the file that is there (13.1.5),
#           otherwise the whole file with 200.
# Observed: sirv sends `Content-Range: bytes 0-3/10`, the first four bytes. http-server answers 416, "not satisfiable", to every range
#           of this form. serve gets it right. None of the three reads If-Range: a download that goes on after the file was replaced
#           is put together from two files.
# So:       what reads with ranges (audio, PMTiles, archives, a search index) is tried on the host, not by these.
set -euo pipefail
dir=$(mktemp -d); pids=()
trap 'for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; done; rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund sirv@3.0.2 http-server@14.1.1 serve@14.2.7
mkdir site; printf 0123456789 > site/a.txt
cat > sirv.mjs <<'JS'
import { createServer } from "node:http";
import sirv from "sirv";

createServer(sirv("site", { etag: true })).listen(18811, "127.0.0.1");
JS
node sirv.mjs & pids+=($!)
node node_modules/http-server/bin/http-server site -s -a 127.0.0.1 -p 18812 & pids+=($!)
node node_modules/serve/build/main.js -L -l tcp://127.0.0.1:18813 site >/dev/null 2>&1 & pids+=($!)
for port in 18811 18812 18813; do
  for _ in $(seq 100); do curl -s -o /dev/null "http://127.0.0.1:$port/a.txt" && break; sleep 0.1; done
done
ask() { curl -s -w ' %{http_code} %header{content-range}' "${@:2}" "http://127.0.0.1:$1/a.txt"; }
seen=
for port in 18811 18812 18813; do
  line="last three: $(ask $port -H 'Range: bytes=-3') | another file's: $(ask $port -H 'Range: bytes=4-5' -H 'If-Range: "gone"')"
  echo "$port $line"; seen+="$line"$'\n'
done
wanted='last three: 0123 206 bytes 0-3/10 | another file'"'"'s: 45 206 bytes 4-5/10
last three:  416  | another file'"'"'s: 45 206 bytes 4-5/10
last three: 789 206 bytes 7-9/10 | another file'"'"'s: 45 206 bytes 4-5/10
'
[ "$seen" = "$wanted" ] && echo "As described." || { echo "Changed."; exit 1; }
