#!/usr/bin/env bash
# serve 14.2.7: the redirect from /b.html to its clean address loses the query.
#
# Expected: /b.html?p=7 leads to /b?p=7, and /a/index.html to /a or /a/, as with clean addresses on Netlify, Vercel and Cloudflare Pages: `serve` is
#           Vercel's, made to look at a site as it will be there.
# Observed: `Location: /b`, with 301, which browsers keep: search pages and campaign links that are right on the host are wrong here.
#           /a/index.html takes two such steps, over /a/index to /a.
# So:       try redirects and queries with the host's own tool; `cleanUrls: false` in serve.json sends the file as it was asked for.
set -euo pipefail
dir=$(mktemp -d); pid=
trap '[ -z "$pid" ] || kill "$pid" 2>/dev/null || true; rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund serve@14.2.7
mkdir -p site/a; echo page > site/b.html; echo index > site/a/index.html
node node_modules/serve/build/main.js -L -l tcp://127.0.0.1:18814 site >/dev/null 2>&1 & pid=$!
for _ in $(seq 100); do curl -s -o /dev/null http://127.0.0.1:18814/b && break; sleep 0.1; done
seen=
for path in '/b.html?p=7' '/b?p=7' /a/index.html /a/index /a; do
  line="$path $(curl -s -o body -w '%{http_code} %header{location}' "http://127.0.0.1:18814$path")"
  echo "$line"; seen+="$line;"
done
[ "$seen" = '/b.html?p=7 301 /b;/b?p=7 200 ;/a/index.html 301 /a/index;/a/index 301 /a;/a 200 ;' ] && echo "As described." || { echo "Changed."; exit 1; }
