#!/usr/bin/env bash
# nginx 1.22.1 (Debian 12): a file that lies compressed beside its original (gzip_static) is not sent to a CDN or a proxy.
#
# Expected: `gzip_static on` sends a.css.gz to whoever says `Accept-Encoding: gzip`; `gzip_proxied`, which is off by default, is about compressing answers
#           for proxies as they are asked for, which costs time; the file is there already.
# Observed: a request with a Via header, which proxies and CDNs send (RFC 9110, 7.6.3), gets the 3000 bytes of a.css, and without it the compressed file. Requests of
#           HTTP/1.0, in which nginx itself asks as a proxy if it isn't told otherwise, get no .gz file either, by gzip_http_version.
#           A test with a browser or curl against the server shows compression; behind the CDN all is sent whole, or compressed anew.
# So:       `gzip_proxied any;` beside gzip_static (and `proxy_http_version 1.1;` in an nginx before it), or `gzip_static always`.
set -euo pipefail
command -v nginx >/dev/null || { echo "needs nginx"; exit 2; }
dir=$(mktemp -d); chmod 755 "$dir"; pid=
trap '[ -z "$pid" ] || kill "$pid" 2>/dev/null || true; rm -rf "$dir"' EXIT; cd "$dir"
nginx -v
mkdir site temp; head -c 3000 /dev/zero | tr '\0' a > site/a.css; gzip -k site/a.css
cat > nginx.conf <<CONF
daemon off;
pid $dir/nginx.pid;
error_log $dir/error.log;
events {}
http {
  access_log off;
  types { text/css css; }
  client_body_temp_path $dir/temp/1; proxy_temp_path $dir/temp/2; fastcgi_temp_path $dir/temp/3; uwsgi_temp_path $dir/temp/4; scgi_temp_path $dir/temp/5;
  gzip_static on;
  server { listen 127.0.0.1:18825; root $dir/site; }
  server { listen 127.0.0.1:18826; root $dir/site; gzip_proxied any; }
}
CONF
nginx -e "$dir/error.log" -c "$dir/nginx.conf" & pid=$!
for _ in $(seq 50); do curl -s -o /dev/null http://127.0.0.1:18825/a.css && break; sleep 0.1; done
ask() { curl -s -o /dev/null -w '%{size_download} %header{content-encoding}' -H 'Accept-Encoding: gzip' "$@"; }
size=$(stat -c %s site/a.css.gz)
direct=$(ask http://127.0.0.1:18825/a.css)
via=$(ask -H 'Via: 1.1 cdn.example' http://127.0.0.1:18825/a.css)
old=$(ask --http1.0 http://127.0.0.1:18825/a.css)
any=$(ask -H 'Via: 1.1 cdn.example' http://127.0.0.1:18826/a.css)
echo "directly: $direct; with Via: $via; HTTP/1.0: $old; with Via and gzip_proxied any: $any"
[ "$direct|$via|$old|$any" = "$size gzip|3000 |3000 |$size gzip" ] && echo "As described." || { echo "Changed."; exit 1; }
