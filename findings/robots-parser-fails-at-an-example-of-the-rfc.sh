#!/usr/bin/env bash
# robots-parser 3.0.1: what RFC 9309 says about encoded letters, about Sitemap lines and about /robots.txt itself is done otherwise.
#
# Expected: letters that need no escape are compared as letters: the RFC's own table has `/foo/bar/%62%61%7A` match /foo/bar/baz. A Sitemap
#           line must not end a group. /robots.txt is always allowed.
# Observed: the rule with %62%61%7A forbids nothing, and `/~me` not /%7Eme, one address in two spellings. Of two agents with a
#           Sitemap line between them, the first one is by itself, without rules, and may go everywhere. With `Disallow: /`
#           nobody may read /robots.txt. %c3%bc and %C3%BC are one, as they should be.
# So:       Sitemap lines at the end of the file, and paths without escapes that are not needed; a check that a page is hidden from
#           crawlers should not depend on this reader alone.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund robots-parser@3.0.1
cat > robots.mjs <<'JS'
import robotsParser from "robots-parser";

const base = "https://example.org";
const allowed = (lines, path, agent = "Any") => robotsParser(`${base}/robots.txt`, lines.join("\n")).isAllowed(base + path, agent);
const sitemap = `Sitemap: ${base}/sitemap.xml`;
const seen = {
  "%62%61%7A forbids /foo/bar/baz": !allowed(["User-agent: *", "Disallow: /foo/bar/%62%61%7A"], "/foo/bar/baz"),
  "/~me forbids /%7Eme": !allowed(["User-agent: *", "Disallow: /~me"], "/%7Eme"),
  "/%c3%bc forbids /%C3%BC": !allowed(["User-agent: *", "Disallow: /%c3%bc"], "/%C3%BC"),
  "first of two agents": !allowed(["User-agent: One", "User-agent: Two", "Disallow: /"], "/", "One"),
  "first of two agents, with Sitemap between": !allowed(["User-agent: One", sitemap, "User-agent: Two", "Disallow: /"], "/", "One"),
  "second of two agents, with Sitemap between": !allowed(["User-agent: One", sitemap, "User-agent: Two", "Disallow: /"], "/", "Two"),
  "/ forbids /robots.txt": !allowed(["User-agent: *", "Disallow: /"], "/robots.txt"),
};
console.log(seen);
const asDescribed = Object.values(seen).map(Number).join("") === "0011011";
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node robots.mjs
