#!/usr/bin/env bash
# lighttpd 1.4.69 (Debian 12): a static file answers at every address below its own, /posts/one/index.html/anything.
#
# Expected: /feed.xml/ and /index.html/x are 404, as with nginx, Apache and Caddy: what stands behind a file's name is for scripts (PATH_INFO),
#           and the file is none.
# Observed: 200 with the file, for any rest. A link that is relative by mistake, `href="posts/"` on /about.html/, leads on and on: a crawler finds
#           /about.html/posts/posts/…, each a page, and a page without its styles, which are looked for below the file. It is the server's default;
#           static-file.disable-pathinfo = "enable" makes it 403.
# So:       set it, wherever the configuration has no scripts; and state the canonical address in each page.
set -euo pipefail
command -v lighttpd >/dev/null || { echo "needs lighttpd"; exit 2; }
dir=$(mktemp -d); pids=
trap 'kill $pids 2>/dev/null || true; rm -rf "$dir"' EXIT; cd "$dir"
lighttpd -v
mkdir -p site/posts/one; echo page > site/posts/one/index.html; echo feed > site/feed.xml
for port in 18824 18825; do
  cat > $port.conf <<CONF
server.bind = "127.0.0.1"
server.port = $port
server.document-root = "$dir/site"
server.errorlog = "$dir/log"
index-file.names = ( "index.html" )
mimetype.assign = ( ".html" => "text/html", ".xml" => "application/xml" )
CONF
done
echo 'static-file.disable-pathinfo = "enable"' >> 18825.conf
for port in 18824 18825; do lighttpd -D -f $port.conf & pids="$pids $!"; done
for port in 18824 18825; do for _ in $(seq 50); do curl -s -o /dev/null http://127.0.0.1:$port/ && break; sleep 0.1; done; done
statuses() { for path in /posts/one/ /posts/one/index.html /posts/one/index.html/posts/ /feed.xml/ /feed.xml/a/b /posts/one/x; do curl -s -o /dev/null -w '%{http_code} ' "http://127.0.0.1:$1$path"; done; }
seen="default: $(statuses 18824)without path info: $(statuses 18825)"
echo "$seen"
[ "$seen" = "default: 200 200 200 200 200 404 without path info: 200 200 403 403 403 404 " ] && echo "As described." || { echo "Changed."; exit 1; }
