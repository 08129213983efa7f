"""Reads a feed from standard input with feedparser and writes what it understood as JSON."""

import json
import sys

import feedparser

# It would clean the content; here the question is what arrives.
feed = feedparser.parse(sys.stdin.buffer.read(), sanitize_html=False, resolve_relative_uris=False)


def moment(parsed):
    return "%04d-%02d-%02dT%02d:%02d:%02dZ" % parsed[:6] if parsed else None


def entry(item):
    contents = [content.value for content in item.get("content", [])]
    return {
        "id": item.get("id"),
        "url": item.get("link"),
        "title": item.get("title"),
        "summary": item.get("summary"),
        "html": contents[0] if contents else None,
        "author": item.get("author"),
        "tags": [tag.term for tag in item.get("tags", [])],
        "published": moment(item.get("published_parsed")),
        "updated": moment(item.get("updated_parsed")),
        "enclosures": [[e.href, e.type, e.length] for e in item.get("enclosures", [])],
    }


json.dump(
    {
        "bozo": bool(feed.bozo),
        "version": feed.version,
        "title": feed.feed.get("title"),
        "language": feed.feed.get("language"),
        "entries": [entry(item) for item in feed.entries],
    },
    sys.stdout,
)
