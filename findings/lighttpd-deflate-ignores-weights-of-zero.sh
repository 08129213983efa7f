#!/usr/bin/env bash
# lighttpd 1.4.69 (Debian 12), mod_deflate: `Accept-Encoding: br;q=0`.
#
# Expected: a coding with the weight 0 is not acceptable (RFC 9110, section 12.4.2), so `gzip, br;q=0` gets gzip and
#           `br;q=0, gzip;q=0` gets the file as it is. nginx and Apache do so.
# Observed: lighttpd looks for the names only. Both are answered with `Content-Encoding: br`. HEAD is never compressed, and has
#           the ETag of the uncompressed file, where GET has one that ends in -br.
# So:       a client that can't read Brotli must leave it out of the list. A monitor that compares HEAD's ETag with GET's sees a
#           change that is none.
set -euo pipefail
command -v lighttpd >/dev/null || { echo "needs lighttpd"; exit 2; }
dir=$(mktemp -d); pid=
trap '[ -z "$pid" ] || kill "$pid" 2>/dev/null || true; rm -rf "$dir"' EXIT; cd "$dir"
lighttpd -v
mkdir site; seq 500 | sed "s,.*,a line of a page," > site/page.html
cat > conf <<CONF
server.bind = "127.0.0.1"
server.port = 18794
server.document-root = "$dir/site"
server.errorlog = "$dir/log"
server.modules += ( "mod_deflate" )
mimetype.assign = ( ".html" => "text/html" )
deflate.mimetypes = ( "text/html" )
deflate.allowed-encodings = ( "br", "gzip" )
CONF
lighttpd -D -f conf & pid=$!
for _ in $(seq 50); do curl -s -o /dev/null http://127.0.0.1:18794/ && break; sleep 0.1; done
coding() { curl -s -o /dev/null -D - -H "Accept-Encoding: $1" http://127.0.0.1:18794/page.html | tr -d '\r' | sed -n 's/^Content-Encoding: //ip'; }
etag() { curl -s -o /dev/null -D - $1 -H 'Accept-Encoding: br' http://127.0.0.1:18794/page.html | tr -d '\r' | sed -n 's/^ETag: //ip' | grep -o -- '-br' || echo plain; }
seen="gzip, br;q=0: $(coding 'gzip, br;q=0'); br;q=0, gzip;q=0: $(coding 'br;q=0, gzip;q=0'); GET's ETag: $(etag ''), HEAD's: $(etag -I)"
echo "$seen"
[ "$seen" = "gzip, br;q=0: br; br;q=0, gzip;q=0: br; GET's ETag: -br, HEAD's: plain" ] && echo "As described." || { echo "Changed."; exit 1; }
