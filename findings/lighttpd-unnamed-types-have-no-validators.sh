#!/usr/bin/env bash
# lighttpd 1.4.69 (Debian 12): a file whose ending is not in `mimetype.assign`.
#
# Expected: it is sent as application/octet-stream, with ETag and Last-Modified as any other file.
# Observed: it is sent as application/octet-stream and without both, so it is never answered with 304. With the same type
#           written down, `"" => "application/octet-stream"`, it has both. The header that is sent is the same either way.
# So:       end the list of types with the empty ending: files without an ending, and those of formats that are newer than the
#           list (.avif, .jxl, a search index), are downloaded anew by each visit otherwise.
set -euo pipefail
command -v lighttpd >/dev/null || { echo "needs lighttpd"; exit 2; }
dir=$(mktemp -d); pid=
trap '[ -z "$pid" ] || kill "$pid" 2>/dev/null || true; rm -rf "$dir"' EXIT; cd "$dir"
lighttpd -v
mkdir site; echo index > site/index.pf_meta
headers() {
  printf 'server.bind = "127.0.0.1"\nserver.port = 18795\nserver.document-root = "%s/site"\nserver.errorlog = "%s/log"\nmimetype.assign = ( ".html" => "text/html"%s )\n' "$dir" "$dir" "$1" > conf
  lighttpd -D -f conf & pid=$!
  for _ in $(seq 50); do curl -s -o /dev/null http://127.0.0.1:18795/ && break; sleep 0.1; done
  curl -s -o /dev/null -D head http://127.0.0.1:18795/index.pf_meta
  kill "$pid"; wait "$pid" 2>/dev/null || true; pid=
  echo "$(tr -d '\r' < head | sed -n 's/^Content-Type: //ip'), $(grep -ciE '^(etag|last-modified):' head || true) validators"
}
unnamed=$(headers ''); named=$(headers ', "" => "application/octet-stream"')
printf 'not in the list: %s\nin the list:     %s\n' "$unnamed" "$named"
[ "$unnamed" = "application/octet-stream, 0 validators" ] && [ "$named" = "application/octet-stream, 2 validators" ] && echo "As described." || { echo "Changed."; exit 1; }
