#!/usr/bin/env bash
# One `_redirects`, two readers: netlify-redirector 0.5.0 (Netlify's matcher) and wrangler 4.86.0 (`pages dev`, Cloudflare
# Pages' own asset server on workerd).
#
# Expected: the format is Netlify's, and Cloudflare Pages documents it as the same but for a list of features; a plain line
#           `/old/ /new/ 301` means one thing.
# Observed: * the slash: Netlify's matcher answers `/old` and `/old/` by either spelling, Cloudflare only the one that is written
#             (the other is a 404);
#           * letters: a rule for `/über/` meets the percent-encoded request that every browser sends on Cloudflare, and never
#             on Netlify's matcher, which wants the rule encoded as well;
#           * 410 is a status for Netlify and an invalid rule for Cloudflare, which skips it;
#           * a query: Cloudflare hands the request's query on, but drops it where the target has one of its own.
# So:       write both spellings of an address, percent-encoded, and don't count on 410.
set -euo pipefail
dir=$(mktemp -d); pid=
stop() { [ -z "$pid" ] || kill -- "-$pid" 2>/dev/null || true; rm -rf "$dir"; }
trap stop EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund netlify-redirector@0.5.0 wrangler@4.86.0
mkdir site; echo '<title>home</title>' > site/index.html; echo '<title>none</title>' > site/404.html
cat > site/_redirects <<'TXT'
/with/ /new/ 301
/without /new/ 301
/über/ /new/ 301
/caf%C3%A9/ /new/ 301
/gone/ /404.html 410
/plain/ /new/ 301
/query/ /new/?a=1 301
TXT
cat > netlify.cjs <<'JS'
const { parsePlain } = require("netlify-redirector");
parsePlain(require("node:fs").readFileSync("site/_redirects", "utf8"), {}).then((rules) => {
  for (const path of process.argv.slice(2)) {
    const request = { scheme: "https", host: "blog.example", path, query: "", getHeader: () => "", getCookie: () => "" };
    console.log(path, rules.match(request)?.status ?? "no rule");
  }
});
JS
echo "Netlify's matcher:"
netlify=$(node netlify.cjs /with/ /with /without/ /without /%C3%BCber/ /caf%C3%A9/ /gone/)
echo "$netlify"
export WRANGLER_SEND_METRICS=false CI=1
set -m; npx wrangler pages dev site --ip 127.0.0.1 --port 18788 --compatibility-date 2026-04-01 > log 2>&1 & pid=$!; set +m
for _ in $(seq 60); do curl -s -o /dev/null http://127.0.0.1:18788/ && break; sleep 0.5; done
echo "Cloudflare Pages:"
cloudflare=$(for path in /with/ /with /without/ /without /%C3%BCber/ /caf%C3%A9/ /gone/; do
  echo "$path $(curl -s -o /dev/null -w '%{http_code}' "http://127.0.0.1:18788$path")"; done
  for path in '/plain/?b=2' '/query/?b=2'; do
  echo "$path $(curl -s -o /dev/null -D - "http://127.0.0.1:18788$path" | tr -d '\r' | sed -n 's/^Location: //p')"; done)
echo "$cloudflare"; grep -o 'Valid status codes.*' log || true
[ "$netlify" = '/with/ 301
/with 301
/without/ 301
/without 301
/%C3%BCber/ no rule
/caf%C3%A9/ 301
/gone/ 410' ] && [ "$cloudflare" = '/with/ 301
/with 404
/without/ 404
/without 301
/%C3%BCber/ 301
/caf%C3%A9/ 301
/gone/ 404
/plain/?b=2 /new/?b=2
/query/?b=2 /new/?a=1' ] && echo "As described." || { echo "Changed."; exit 1; }
