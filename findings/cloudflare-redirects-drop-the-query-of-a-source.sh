#!/usr/bin/env bash
# wrangler 4.86.0 (`pages dev`, Cloudflare's own reader of `_redirects`): a query in a source is dropped, and the rule stays.
#
# Expected: Cloudflare's documentation says that redirects can't depend on a query, so a line such as `/?p=7 /posts/seven/ 301`,
#           with the old address of a WordPress post, is refused like other lines that it can't do.
# Observed: it is read as `/ /posts/seven/ 301`, without a warning: the home page leads to one post, with any query and with none.
#           A second line of the kind, `/?p=8`, is then a duplicate of it. Netlify's own form, `/ p=7 /posts/seven/ 301`,
#           is refused with a warning.
# So:       leave lines with `?` out of the file, or the first of them takes over the page that it names.
set -euo pipefail
dir=$(mktemp -d); pid=
stop() { [ -z "$pid" ] || kill -- "-$pid" 2>/dev/null || true; rm -rf "$dir"; }
trap stop EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund wrangler@4.86.0
mkdir site; echo '<title>home</title>' > site/index.html; echo '<title>none</title>' > site/404.html
cat > site/_redirects <<'TXT'
/?p=7 /posts/seven/ 301
/?p=8 /posts/eight/ 301
/index p=9 /posts/nine/ 301
TXT
export WRANGLER_SEND_METRICS=false CI=1
set -m; npx wrangler pages dev site --ip 127.0.0.1 --port 18790 --compatibility-date 2026-04-01 > log 2>&1 & pid=$!; set +m
for _ in $(seq 60); do curl -s -o /dev/null http://127.0.0.1:18790/ && break; sleep 0.5; done
seen=$(for path in '/' '/?p=7' '/?p=8' '/?q=words'; do
  echo "$path $(curl -s -o /dev/null -w '%{http_code} %{redirect_url}' "http://127.0.0.1:18790$path" | sed 's|http://127.0.0.1:18790||')"; done)
echo "$seen"; grep -oE '(Ignoring duplicate|Expected exactly).*|Parsed .* redirect.*' log || true
[ "$(cut -d' ' -f2,3 <<< "$seen" | sed 's/[?].*//' | sort -u)" = '301 /posts/seven/' ] && grep -q 'Ignoring duplicate rule for path /' log \
  && echo "As described." || { echo "Changed."; exit 1; }
