#!/usr/bin/env bash
# Caddy 2.6.2 (Debian 12), `encode gzip`: HEAD says Content-Length: 20 of every page, and the compressed page has the ETag of the plain one.
#
# Expected: HEAD has the length that GET has, or none (RFC 9110, 9.3.2); two encodings of a page have two strong ETags (8.8.3.3), as nginx makes the
#           one weak and Apache adds "-gzip" to it; `Vary: Accept-Encoding` is on both, so that a cache knows that there are two.
# Observed: HEAD with `Accept-Encoding: gzip` says 20, the length of nothing compressed, of a page of 3000 bytes and of one of 9000; a script that
#           reads sizes so has 20 everywhere. Compressed and plain have one strong ETag, and the plain answer has no Vary. Who goes on with a
#           compressed download by Range and If-Range gets a second gzip file, made of the plain bytes from that number on, as the rest of
#           the first, "bytes 100-2999/3000".
# So:       `precompressed` files, which have ETags of their own and no length in HEAD; a newer Caddy than Debian 12's.
set -euo pipefail
command -v caddy >/dev/null || { echo "needs caddy"; exit 2; }
dir=$(mktemp -d); pid=
trap '[ -z "$pid" ] || kill "$pid" 2>/dev/null || true; rm -rf "$dir"' EXIT; cd "$dir"
caddy version
mkdir site
seq 1 9999 > numbers; head -c 3000 numbers > site/a.html; head -c 9000 numbers > site/b.html
cat > Caddyfile <<CONF
{
	admin off
	auto_https off
}
http://127.0.0.1:18832 {
	root * $dir/site
	encode gzip
	file_server
}
CONF
HOME=$dir XDG_DATA_HOME=$dir XDG_CONFIG_HOME=$dir caddy run --config Caddyfile --adapter caddyfile >/dev/null 2>&1 & pid=$!
url=http://127.0.0.1:18832
for _ in $(seq 50); do curl -s -o /dev/null $url/a.html && break; sleep 0.1; done
gzip=(-H 'Accept-Encoding: gzip')
head="$(curl -s -I -o /dev/null -w '%header{content-length}' "${gzip[@]}" $url/a.html) $(curl -s -I -o /dev/null -w '%header{content-length}' "${gzip[@]}" $url/b.html)"
got="$(curl -s -o /dev/null -w '%{size_download}' "${gzip[@]}" $url/a.html) $(curl -s -o /dev/null -w '%{size_download}' "${gzip[@]}" $url/b.html)"
echo "compressed, by HEAD: $head; by GET: $got"
packed=$(curl -s -o /dev/null -w '%header{etag} %header{content-encoding} %header{vary}' "${gzip[@]}" $url/a.html)
plain=$(curl -s -o /dev/null -w '%header{etag} %header{content-encoding} %header{vary}' $url/a.html)
echo "compressed: $packed; plain: $plain"
etag=${packed%% *}
rest=$(curl -s -o rest -w '%{http_code} %header{content-encoding} %header{content-range}' "${gzip[@]}" -H 'Range: bytes=100-' -H "If-Range: $etag" $url/a.html)
echo "the rest of the compressed page from byte 100: $rest"
[ "$head" = '20 20' ] && [ "${got%% *}" -gt 500 ] && [ "${got##* }" -gt 2000 ] && [[ $etag == '"'* ]] &&
  [ "$packed" = "$etag gzip Accept-Encoding" ] && [ "$plain" = "$etag  " ] && [ "$rest" = '206 gzip bytes 100-2999/3000' ] &&
  gunzip -c < rest | cmp -s - <(tail -c +101 site/a.html) && echo "As described." || { echo "Changed."; exit 1; }
