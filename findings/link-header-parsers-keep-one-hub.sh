#!/usr/bin/env bash
# parse-link-header 2.0.0 and li 1.3.0: of two links with one relation in a Link header the last is kept, and parameters in capitals
# are none.
#
# Expected: a Link header is a list (RFC 8288); a feed may name several hubs (WebSub, 4: "one or more"), a page several alternates.
#           Names of parameters have no case (section 3), and a quoted title may have a comma or a semicolon in it.
# Observed: both make an object with the relation as its key: of two hubs only the second remains, without a word. `REL="webmention"` is
#           no link, and `rel=WebMention`, which is the same relation (2.1.1), has a key of its own. parse-link-header also mixes
#           the parameters of the header with those of the address's query, and cuts a title at its semicolon. http-link-header
#           1.1.4 gives all links, and the titles whole.
# So:       a sender of webmentions or a subscriber that is built on one of the two misses endpoints that are there; take a parser
#           that returns a list.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund parse-link-header@2.0.0 li@1.3.0 http-link-header@1.1.4
cat > run.mjs <<'JS'
import httpLinkHeader from "http-link-header";
import li from "li";
import parseLinkHeader from "parse-link-header";

const headers = {
  "two hubs": '<https://a.example/hub>; rel="hub", <https://b.example/hub>; rel="hub"',
  "REL in capitals": '<https://a.example/wm>; REL="webmention"',
  "a semicolon in a title": '<https://a.example/2>; title="Two; three"; rel="next"',
  "a query": '<https://a.example/?title=Seven>; rel="next"',
};
const seen = {};
for (const [name, header] of Object.entries(headers)) {
  seen[name] = [parseLinkHeader(header), li.parse(header), httpLinkHeader.parse(header).refs].map((value) => JSON.stringify(value));
  console.log(name, seen[name]);
}
const expected = {
  "two hubs": ['{"hub":{"rel":"hub","url":"https://b.example/hub"}}', '{"hub":"https://b.example/hub"}', '[{"uri":"https://a.example/hub","rel":"hub"},{"uri":"https://b.example/hub","rel":"hub"}]'],
  "REL in capitals": ["{}", "{}", '[{"uri":"https://a.example/wm","rel":"webmention"}]'],
  "a semicolon in a title": ['{"next":{"title":"Two","rel":"next","url":"https://a.example/2"}}', '{"next":"https://a.example/2"}', '[{"uri":"https://a.example/2","title":"Two; three","rel":"next"}]'],
  "a query": ['{"next":{"title":"Seven","rel":"next","url":"https://a.example/?title=Seven"}}', '{"next":"https://a.example/?title=Seven"}', '[{"uri":"https://a.example/?title=Seven","rel":"next"}]'],
};
const asDescribed = JSON.stringify(seen) === JSON.stringify(expected);
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
