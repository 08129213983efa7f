#!/usr/bin/env bash
# newsboat 2.21.0 (Debian 12): a feed that is polled for the second time.
#
# Expected: the first answer's ETag and Last-Modified are kept, so that the second poll is conditional and gets 304.
# Observed: the second poll has no condition and downloads the whole feed again. Only the third one sends If-None-Match and
#           If-Modified-Since. (The validators are written to the feed's row of the cache before there is one.)
# So:       a test that polls twice and expects 304 fails for newsboat on every server; poll three times. Each new subscriber
#           costs two downloads.
set -euo pipefail
command -v newsboat >/dev/null || { echo "needs newsboat"; exit 2; }
dir=$(mktemp -d); pid=
trap '[ -z "$pid" ] || kill "$pid" 2>/dev/null || true; rm -rf "$dir"' EXIT; cd "$dir"
newsboat --version | head -n 1
cat > serve.py <<'PY'
import http.server
FEED = b'<?xml version="1.0"?><rss version="2.0"><channel><title>t</title><link>http://e.example/</link><description>d</description><item><title>one</title><guid>http://e.example/1</guid></item></channel></rss>'
class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        known = self.headers.get("If-None-Match") == '"1"'
        print("304" if known else "200", flush=True)
        self.send_response(304 if known else 200)
        self.send_header("ETag", '"1"')
        self.send_header("Last-Modified", "Thu, 01 Jan 2026 00:00:00 GMT")
        if known: return self.end_headers()
        self.send_header("Content-Type", "application/rss+xml"); self.send_header("Content-Length", str(len(FEED)))
        self.end_headers(); self.wfile.write(FEED)
    def log_message(self, *_): pass
http.server.HTTPServer(("127.0.0.1", 18797), Handler).serve_forever()
PY
python3 serve.py > answers & pid=$!
for _ in $(seq 50); do (exec 3<> /dev/tcp/127.0.0.1/18797) 2>/dev/null && break; sleep 0.1; done
echo http://127.0.0.1:18797/feed.xml > urls; : > config
for _ in 1 2 3; do HOME=$dir newsboat -u urls -c cache.db -C config -x reload; done
answers=$(tr '\n' ' ' < answers)
echo "answers: $answers"
[ "$answers" = "200 200 304 " ] && echo "As described." || { echo "Changed."; exit 1; }
