#!/usr/bin/env bash
# feedparser 6.0.10 (Debian 12): the author of an RSS item with an address at .online or .technology gets the end of the domain into the name.
#
# Expected: RSS 2.0 has an author as `ann@site.example (Ann)`, and feedparser gives the two parts, name "Ann" and email "ann@site.example",
#           as its documentation shows, whatever the domain.
# Observed: a top-level domain has four letters at most. ann@site.online (Ann) is the email "ann@site.onli" and the
#           name "ne (Ann"; `author` itself is whole. .com and .blog are right. A reader that lists authors by name, as planets do, shows
#           "ne (Ann". With dc:creator beside it, the broken one stays first in `authors`.
# So:       a feed that is to be read everywhere has dc:creator alone, which is a name; or Atom.
set -euo pipefail
/usr/bin/python3 -c 'import feedparser' 2>/dev/null || { echo "needs python3-feedparser"; exit 2; }
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
cat > read.py <<'PY'
import feedparser

FEED = """<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>T</title>
<link>https://site.example/</link><description>D</description><item><title>One</title><author>ann@site.%s (Ann)</author>%s</item></channel></rss>"""


def read(domain, more=""):
    entry = feedparser.parse(FEED % (domain, more)).entries[0]
    return [(it.get("name"), it.get("email")) for it in entry.authors]


print("feedparser", feedparser.__version__)
domains = ["com", "dev", "blog", "museum", "online", "example", "technology"]
seen = {domain: read(domain)[0] for domain in domains}
for domain, (name, email) in seen.items():
    print(f"ann@site.{domain} (Ann): name {name!r}, email {email!r}")
both = read("online", "<dc:creator>Ann</dc:creator>")
print("with dc:creator:", both)
right = [domain for domain in domains if seen[domain] == ("Ann", f"ann@site.{domain}")]
print("right:", right)
as_described = right == ["com", "dev", "blog"] and seen["online"] == ("ne (Ann", "ann@site.onli") and both[0] == ("ne (Ann", "ann@site.onli")
print("As described." if as_described else "Changed.")
raise SystemExit(0 if as_described else 1)
PY
/usr/bin/python3 read.py
