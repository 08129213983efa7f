#!/usr/bin/env bash
# lighttpd 1.4.69 (Debian 12), mod_deflate with `deflate.cache-dir`.
#
# Expected: a file that is asked for with gzip is compressed once and then sent from the cache, whatever other headers the
#           configuration sets. `Vary: Accept-Encoding`, which caches need on the uncompressed answer too, is harmless.
# Observed: with `setenv.add-response-header = ( "Vary" => "Accept-Encoding" )` the answers are the same, byte for byte, but
#           nothing is ever put into the cache: each request compresses the file anew. Any other header, such as
#           Cache-Control, leaves the cache alone. Nothing is logged.
# So:       leave Vary to mod_deflate, which adds it to compressed answers only.
set -euo pipefail
command -v lighttpd >/dev/null || { echo "needs lighttpd"; exit 2; }
dir=$(mktemp -d); pid=
trap '[ -z "$pid" ] || kill "$pid" 2>/dev/null || true; rm -rf "$dir"' EXIT; cd "$dir"
lighttpd -v
mkdir site; seq 5000 | sed "s,.*,a line of a feed," > site/feed.xml
cached() {
  rm -rf cache; mkdir cache
  cat > conf <<CONF
server.bind = "127.0.0.1"
server.port = 18793
server.document-root = "$dir/site"
server.errorlog = "$dir/log"
server.modules += ( "mod_setenv", "mod_deflate" )
mimetype.assign = ( ".xml" => "application/xml" )
deflate.mimetypes = ( "application/xml" )
deflate.allowed-encodings = ( "gzip" )
deflate.cache-dir = "$dir/cache"
$1
CONF
  lighttpd -D -f conf & pid=$!
  for _ in $(seq 50); do curl -s -o /dev/null http://127.0.0.1:18793/ && break; sleep 0.1; done
  for _ in 1 2 3; do curl -s -o body -D head -H 'Accept-Encoding: gzip' http://127.0.0.1:18793/feed.xml; done
  kill "$pid"; wait "$pid" 2>/dev/null || true; pid=
  echo "$(grep -ci '^content-encoding: gzip' head) compressed answer, $(find cache -type f | wc -l) in the cache"
}
plain=$(cached ''); other=$(cached 'setenv.add-response-header = ( "Cache-Control" => "no-cache" )')
vary=$(cached 'setenv.add-response-header = ( "Vary" => "Accept-Encoding" )')
printf 'no header:     %s\nCache-Control: %s\nVary:          %s\n' "$plain" "$other" "$vary"
kept="1 compressed answer, 1 in the cache"
[ "$plain" = "$kept" ] && [ "$other" = "$kept" ] && [ "$vary" = "1 compressed answer, 0 in the cache" ] && echo "As described." || { echo "Changed."; exit 1; }
