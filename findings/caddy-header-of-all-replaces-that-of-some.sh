#!/usr/bin/env bash
# Caddy 2.6.2 (Debian 12): `header Cache-Control …` for all files replaces what another `header` line says for some of them, wherever it stands.
#
# Expected: with `header Cache-Control max-age=300` for the site and `header /assets/* Cache-Control "max-age=31536000, immutable"` for what has a hash in its
#           name, the more specific line wins, as among `handle` blocks and in nginx, or else the later one.
# Observed: lines of one directive are sorted, those with the longer path first, and each sets its header anew: the one without a path is always
#           the last, and all is max-age=300, in either order of the lines. Paths among themselves are turned round too: /assets/fonts/* loses against
#           /assets/*. Nothing is said of it, and pages work; they are only asked for every five minutes.
# So:       `header ?Cache-Control max-age=300` for the site (only where there is none), or both in a `route`, the general one first.
set -euo pipefail
command -v caddy >/dev/null || { echo "needs caddy"; exit 2; }
dir=$(mktemp -d); pid=
trap '[ -z "$pid" ] || kill "$pid" 2>/dev/null || true; rm -rf "$dir"' EXIT; cd "$dir"
caddy version
mkdir -p site/assets/fonts; echo page > site/index.html; echo style > site/assets/a.css; echo font > site/assets/fonts/a.woff2
cat > Caddyfile <<CONF
{
	admin off
	auto_https off
}
http://127.0.0.1:18827 {
	root * $dir/site
	header Cache-Control "site"
	header /assets/* Cache-Control "assets"
	file_server
}
http://127.0.0.1:18828 {
	root * $dir/site
	header /assets/* Cache-Control "assets"
	header Cache-Control "site"
	file_server
}
http://127.0.0.1:18829 {
	root * $dir/site
	header /assets/* Cache-Control "assets"
	header /assets/fonts/* Cache-Control "fonts"
	file_server
}
http://127.0.0.1:18830 {
	root * $dir/site
	header ?Cache-Control "site"
	header /assets/* Cache-Control "assets"
	file_server
}
http://127.0.0.1:18831 {
	root * $dir/site
	route {
		header Cache-Control "site"
		header /assets/* Cache-Control "assets"
	}
	file_server
}
CONF
HOME=$dir XDG_DATA_HOME=$dir XDG_CONFIG_HOME=$dir caddy run --config Caddyfile --adapter caddyfile >/dev/null 2>&1 & pid=$!
for _ in $(seq 50); do curl -s -o /dev/null http://127.0.0.1:18831/ && break; sleep 0.1; done
seen=
for port in 18827 18828 18829 18830 18831; do
  line=
  for path in / /assets/a.css /assets/fonts/a.woff2; do line+=" $path $(curl -s -o /dev/null -w '%header{cache-control}' "http://127.0.0.1:$port$path")"; done
  echo "$port:$line"; seen+="$line;"
done
wanted=' / site /assets/a.css site /assets/fonts/a.woff2 site;'
wanted+=' / site /assets/a.css site /assets/fonts/a.woff2 site;'
wanted+=' /  /assets/a.css assets /assets/fonts/a.woff2 assets;'
wanted+=' / site /assets/a.css assets /assets/fonts/a.woff2 assets;'
wanted+=' / site /assets/a.css assets /assets/fonts/a.woff2 assets;'
[ "$seen" = "$wanted" ] && echo "As described." || { echo "Changed."; exit 1; }
