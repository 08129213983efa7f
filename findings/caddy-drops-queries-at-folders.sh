#!/usr/bin/env bash
# Caddy 2.6.2 (Debian 12), file_server: the redirect that adds or takes the slash of an address drops its query.
#
# Expected: /posts?page=2 leads to /posts/?page=2, as nginx and Apache send it, and /feed.xml/?v=2 nowhere else than /feed.xml?v=2.
# Observed: `Location: /posts/`, with 308, which browsers keep for good. A search form whose action is /search, or a campaign link without the
#           slash, arrives without its words. In the Caddyfile there is nothing to see: file_server canonicalizes by itself.
# So:       `redir /posts /posts/?{query} 308`-like lines of one's own before file_server, or links that have the slash; a newer Caddy than Debian 12's.
set -euo pipefail
command -v caddy >/dev/null || { echo "needs caddy"; exit 2; }
dir=$(mktemp -d); pid=
trap '[ -z "$pid" ] || kill "$pid" 2>/dev/null || true; rm -rf "$dir"' EXIT; cd "$dir"
caddy version
mkdir -p site/posts; echo page > site/posts/index.html; echo feed > site/feed.xml
cat > Caddyfile <<CONF
{
	admin off
	auto_https off
}
http://127.0.0.1:18815 {
	root * $dir/site
	file_server
}
CONF
HOME=$dir XDG_DATA_HOME=$dir XDG_CONFIG_HOME=$dir caddy run --config Caddyfile --adapter caddyfile >/dev/null 2>&1 & pid=$!
for _ in $(seq 50); do curl -s -o /dev/null http://127.0.0.1:18815/posts/ && break; sleep 0.1; done
seen=
for path in '/posts?page=2' '/posts/?page=2'; do
  line="$path $(curl -s -o /dev/null -w '%{http_code} %header{location}' "http://127.0.0.1:18815$path")"
  echo "$line"; seen+="$line;"
done
[ "$seen" = '/posts?page=2 308 /posts/;/posts/?page=2 200 ;' ] && echo "As described." || { echo "Changed."; exit 1; }
