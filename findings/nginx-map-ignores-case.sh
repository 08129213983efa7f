#!/usr/bin/env bash
# nginx 1.22.1 (Debian 12): a `map` of redirects.
#
# Expected: `location` and `try_files` tell `/Posts/X/` from `/posts/x/` on a disk that does, and so does a map of redirects.
# Observed: the strings of a `map` match whatever the case (its documentation says so in half a sentence). The redirect
#           `/Posts/X/ → /posts/x/`, as one writes it after a move to addresses in lower case, answers `/posts/x/` too: the page
#           leads to itself, for ever.
# So:       take a pattern for such a row, "~^\\Q/Posts/X/\\E$", which does tell case.
set -euo pipefail
command -v nginx >/dev/null || { echo "needs nginx"; exit 2; }
dir=$(mktemp -d)
trap 'kill "$(cat "$dir/pid")" 2>/dev/null || true; rm -rf "$dir"' EXIT; cd "$dir"
chmod 755 .; mkdir -p site/posts/x; echo page > site/posts/x/index.html
cat > conf <<CONF
pid $dir/pid; error_log $dir/errors;
events {}
http {
  access_log off;
  map \$request_uri \$plain { "/Posts/X/" /posts/x/; }
  map \$request_uri \$pattern { "~^\\Q/Posts/X/\\E\$" /posts/x/; }
  server { listen 127.0.0.1:18791; root $dir/site; absolute_redirect off; if (\$plain) { return 301 \$plain; } }
  server { listen 127.0.0.1:18792; root $dir/site; absolute_redirect off; if (\$pattern) { return 301 \$pattern; } }
}
CONF
nginx -c "$dir/conf"
status() { curl -s -o /dev/null -w '%{http_code} %{redirect_url}' "http://127.0.0.1:$1$2"; }
echo "strings:  /posts/x/ $(status 18791 /posts/x/)"
echo "patterns: /posts/x/ $(status 18792 /posts/x/), /Posts/X/ $(status 18792 /Posts/X/)"
[ "$(status 18791 /posts/x/)" = "301 http://127.0.0.1:18791/posts/x/" ] && [ "$(status 18792 /posts/x/)" = "200 " ] &&
  echo "As described." || { echo "Changed."; exit 1; }
