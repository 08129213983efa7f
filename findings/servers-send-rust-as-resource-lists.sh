#!/usr/bin/env bash
# sirv 3.0.2, serve-handler 6.1.8 (in serve), express 5.3.0 and http-server 14.1.1: main.rs is application/rls-services+xml.
#
# Expected: source files beside a post are text, or at worst application/octet-stream, as a server says of what it doesn't know; that .ts is video is
#           the one exception that is known.
# Observed: .rs is XML of "resource lists" of telephony and .dot (Graphviz) a Word document, to all four. To all but sirv .mmd
#           (Mermaid) is karaoke, .org (Org mode) Lotus Organizer, .scm (Scheme) a screen recording and .st (Smalltalk) the track of a
#           sailing boat; sirv sends an empty type for these, for which browsers look into the file. What they can't show they
#           save, so that with serve and sirv a link to main.rs is a download, and one to main.py, of which they say nothing, is a page.
# So:       set the types of samples oneself (`setHeaders` of sirv, `mime` in Express, `headers` in serve.json), or add ".txt".
set -euo pipefail
dir=$(mktemp -d); pids=()
trap 'for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; done; rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund sirv@3.0.2 serve-handler@6.1.8 express@5.3.0 http-server@14.1.1
mkdir site; for ending in rs dot mmd org scm st txt; do echo sample > "site/a.$ending"; done
cat > servers.mjs <<'JS'
import { createServer } from "node:http";
import express from "express";
import handler from "serve-handler";
import sirv from "sirv";

createServer(sirv("site")).listen(18821, "127.0.0.1");
createServer((request, response) => handler(request, response, { public: "site" })).listen(18822, "127.0.0.1");
express().use(express.static("site")).listen(18823, "127.0.0.1");
JS
node servers.mjs & pids+=($!)
node node_modules/http-server/bin/http-server site -s -a 127.0.0.1 -p 18824 2>/dev/null & pids+=($!)
for port in 18821 18822 18823 18824; do
  for _ in $(seq 100); do curl -s -o /dev/null "http://127.0.0.1:$port/a.txt" && break; sleep 0.1; done
done
declare -A names=([18821]=sirv [18822]=serve-handler [18823]=express [18824]=http-server)
seen=
for port in 18821 18822 18823 18824; do
  line="${names[$port]}:"
  for ending in rs dot mmd org scm st; do
    type=$(curl -s -o /dev/null -w '%header{content-type}' "http://127.0.0.1:$port/a.$ending")
    type=${type//[[:space:]]/}
    line+=" .$ending ${type:-none},"
  done
  echo "$line"; seen+="$line"$'\n'
done
wanted='sirv: .rs application/rls-services+xml, .dot application/msword, .mmd none, .org none, .scm none, .st none,
serve-handler: .rs application/rls-services+xml, .dot application/msword, .mmd application/vnd.chipnuts.karaoke-mmd, .org application/vnd.lotus-organizer, .scm application/vnd.lotus-screencam, .st application/vnd.sailingtracker.track,
express: .rs application/rls-services+xml, .dot application/msword, .mmd application/vnd.chipnuts.karaoke-mmd, .org application/vnd.lotus-organizer, .scm application/vnd.lotus-screencam, .st application/vnd.sailingtracker.track,
http-server: .rs application/rls-services+xml, .dot application/msword, .mmd application/vnd.chipnuts.karaoke-mmd, .org application/vnd.lotus-organizer, .scm application/vnd.lotus-screencam, .st application/vnd.sailingtracker.track,
'
[ "$seen" = "$wanted" ] && echo "As described." || { echo "Changed."; exit 1; }
