#!/usr/bin/env bash
# wrangler 4.86.0 (`pages dev`, Cloudflare Pages' asset server) and superstatic 11.0.0 (Firebase, with cleanUrls): headers for
# a file by its name reach the redirect to its clean address, and not the page.
#
# Expected: a rule for `/cv.html` sets its headers on what the file cv.html is served as.
# Observed: both answer /cv.html with a redirect to /cv, put the header on that empty answer, and send the page at /cv without
#           it. For an unknown address Firebase sends the headers of a rule for `/404.html`, Cloudflare does not.
# So:       a policy or a cache rule for a page is written for its clean address; for Cloudflare's 404 page only a rule for
#           all addresses holds.
set -euo pipefail
dir=$(mktemp -d); pid=
stop() { [ -z "$pid" ] || kill -- "-$pid" 2>/dev/null || true; rm -rf "$dir"; }
trap stop EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund superstatic@11.0.0 wrangler@4.86.0
mkdir site; for name in index cv 404; do echo "<title>$name</title>" > "site/$name.html"; done
printf '/cv.html\n  X-Rule: cv\n/404.html\n  X-Rule: none\n' > site/_headers
cat > serve.cjs <<'JS'
const headers = [["/cv.html", "cv"], ["/404.html", "none"]].map(([source, value]) => ({ source, headers: [{ key: "X-Rule", value }] }));
require("superstatic").server({ port: 18790, host: "127.0.0.1", cwd: process.cwd(), config: { public: "site", cleanUrls: true, headers } }).listen();
JS
export WRANGLER_SEND_METRICS=false CI=1
set -m
(node serve.cjs & npx wrangler pages dev site --ip 127.0.0.1 --port 18789 --compatibility-date 2026-04-01 > log 2>&1 & wait) & pid=$!
set +m
ask() {
  for _ in $(seq 60); do curl -s -o /dev/null "http://127.0.0.1:$1/" && break; sleep 0.5; done
  for path in /cv.html /cv /unknown; do
    echo "$path $(curl -s -o /dev/null -w '%{http_code} %header{x-rule}' "http://127.0.0.1:$1$path")"
  done
}
cloudflare=$(ask 18789); firebase=$(ask 18790)
printf 'Cloudflare Pages:\n%s\nFirebase:\n%s\n' "$cloudflare" "$firebase"
[ "$cloudflare" = "$(printf '/cv.html 308 cv\n/cv 200 \n/unknown 404 ')" ] && [ "$firebase" = "$(printf '/cv.html 301 cv\n/cv 200 \n/unknown 404 none')" ] \
  && echo "As described." || { echo "Changed."; exit 1; }
