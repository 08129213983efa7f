#!/usr/bin/env bash
# nginx 1.22.1 (Debian 12): If-Modified-Since with a date later than the file's is answered with the whole file.
#
# Expected: 304 when the file has not changed since that date (RFC 9110, 13.1.3: "earlier or equal to the date provided"), so also
#           for a poller that sends the time of its last visit, as scripts with `curl -z` and a local copy do.
# Observed: nginx compares for equality (`if_modified_since exact`, which is the default): a date one second or a day later gets 200
#           and the feed, each time. Apache 2.4, lighttpd 1.4.69 and Caddy 2.6.2 answer 304. The date of a file that was fetched by
#           `curl -R` is the server's own, and gets 304.
# So:       `if_modified_since before;` for what is polled by date alone. Leave it where a release may be rolled back to older
#           files: `before` answers 304 then, and only `exact` notices. A client that sends the ETag as well is right with either.
set -euo pipefail
command -v nginx >/dev/null && command -v lighttpd >/dev/null || { echo "needs nginx and lighttpd"; exit 2; }
dir=$(mktemp -d); pid=
trap 'kill "$(cat "$dir/pid")" $pid 2>/dev/null || true; rm -rf "$dir"' EXIT; cd "$dir"
chmod 755 .; mkdir site; seq 300 > site/feed.xml; touch -d '2026-01-05 10:00:00 UTC' site/feed.xml
cat > nginx.conf <<CONF
pid $dir/pid; error_log $dir/errors;
events {}
http {
  access_log off; root $dir/site;
  server { listen 127.0.0.1:18821; }
  server { listen 127.0.0.1:18822; if_modified_since before; }
}
CONF
cat > lighttpd.conf <<CONF
server.bind = "127.0.0.1"
server.port = 18823
server.document-root = "$dir/site"
server.errorlog = "$dir/log"
mimetype.assign = ( ".xml" => "application/xml" )
CONF
nginx -v; nginx -c "$dir/nginx.conf"; lighttpd -D -f lighttpd.conf & pid=$!
for _ in $(seq 50); do curl -s -o /dev/null http://127.0.0.1:18823/feed.xml && break; sleep 0.1; done
statuses() {
  for time in 09:59:59 10:00:00 10:00:01; do
    curl -s -o /dev/null -w '%{http_code} ' -H "If-Modified-Since: Mon, 05 Jan 2026 $time GMT" "http://127.0.0.1:$1/feed.xml"
  done
}
seen="nginx: $(statuses 18821)with before: $(statuses 18822)lighttpd: $(statuses 18823)"
echo "earlier, equal, later: $seen"
[ "$seen" = "nginx: 200 304 200 with before: 200 304 304 lighttpd: 200 304 304 " ] && echo "As described." || { echo "Changed."; exit 1; }
