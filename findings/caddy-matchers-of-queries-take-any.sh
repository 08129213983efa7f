#!/usr/bin/env bash
# Caddy 2.6.2 (Debian 12): a `query` matcher with two parameters, and what a `map` writes for a pattern.
#
# Expected: `query p=7 page=2` matches requests that have both, as `header` matchers with several fields do, and as the
#           conditions of a redirect by query do on Netlify and Vercel. What a row of `map` writes has its placeholders
#           replaced, whether the row is a string or a pattern.
# Observed: either parameter is enough: /?p=7 takes the redirect of /?p=7&page=2. And `{query}` in the output of a row that
#           is a pattern (~^/b$) is sent as `{http.request.uri.query}`, letter by letter; a row that is a string gets the query.
# So:       write each parameter as `not { not query p=7 }`, which are all needed, and keep placeholders out of patterns' rows.
set -euo pipefail
command -v caddy >/dev/null || { echo "needs caddy"; exit 2; }
dir=$(mktemp -d); pid=
trap '[ -z "$pid" ] || kill "$pid" 2>/dev/null || true; rm -rf "$dir"' EXIT; cd "$dir"
caddy version
cat > Caddyfile <<'CONF'
{
  admin off
}
http://127.0.0.1:18796 {
  map {path} {to} {
    /a "/new?{query}"
    ~^/b$ "/new?{query}"
    default none
  }
  @both {
    path /posts
    query p=7 page=2
  }
  @each {
    path /all
    not {
      not query p=7
    }
    not {
      not query page=2
    }
  }
  redir @both /two 301
  redir @each /two 301
  @mapped path /a /b
  redir @mapped {to} 301
  respond 404
}
CONF
XDG_DATA_HOME=$dir XDG_CONFIG_HOME=$dir caddy run --config Caddyfile --adapter caddyfile 2> log & pid=$!
for _ in $(seq 50); do curl -s -o /dev/null http://127.0.0.1:18796/ && break; sleep 0.1; done
ask() { curl -s -o /dev/null -D - "http://127.0.0.1:18796$1" | tr -d '\r' | sed -n 's/^Location: //ip' | grep . || echo none; }
seen=$(for path in '/posts?p=7&page=2' '/posts?p=7' '/all?p=7' '/all?page=2&p=7' '/a?x=1' '/b?x=1'; do echo "$path $(ask "$path")"; done)
echo "$seen"
[ "$seen" = '/posts?p=7&page=2 /two
/posts?p=7 /two
/all?p=7 none
/all?page=2&p=7 /two
/a?x=1 /new?x=1
/b?x=1 /new?{http.request.uri.query}' ] && echo "As described." || { echo "Changed."; exit 1; }
