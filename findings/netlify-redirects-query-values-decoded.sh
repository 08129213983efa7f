#!/usr/bin/env bash
# netlify-redirector 0.5.0 (Netlify's matcher): a path is compared as it is written, the value of a query decoded.
#
# Expected: one line of `_redirects` is in one spelling. Since a rule's path must be percent-encoded (`/caf%C3%A9` matches
#           the request and `/café` does not), so must its query be.
# Observed: the other way round. `q=café` matches ?q=caf%C3%A9, and `q=caf%C3%A9` matches nothing; `q=a+b` matches ?q=a%2Bb and not
#           ?q=a+b, which is "a b". A value with a space can't be written: neither `q=a%20b` nor `q=a+b` matches one. In a path the
#           case of the hex digits counts: `/caf%c3%a9`, as WordPress stores it, does not match /caf%C3%A9 (RFC 3986, 6.2.2.1,
#           has them equal).
# So:       write paths encoded in capitals and values of queries decoded; for a value with a space take a placeholder, `q=:q`.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund netlify-redirector@0.5.0
cat > ask.cjs <<'JS'
const { parsePlain } = require("netlify-redirector");

// source of a rule, request, whether they match
const cases = [
  ["/caf%C3%A9", "/caf%C3%A9", true],
  ["/café", "/caf%C3%A9", false],
  ["/caf%c3%a9", "/caf%C3%A9", false],
  ["/s q=caf%C3%A9", "/s?q=caf%C3%A9", false],
  ["/s q=café", "/s?q=caf%C3%A9", true],
  ["/s q=a%20b", "/s?q=a%20b", false],
  ["/s q=a+b", "/s?q=a+b", false],
  ["/s q=a+b", "/s?q=a%2Bb", true],
  ["/s q=:q", "/s?q=a%20b", true],
];
(async () => {
  let asDescribed = true;
  for (const [source, request, matches] of cases) {
    const rules = await parsePlain(`${source} /new/ 301`, {});
    const [path, query = ""] = request.split("?");
    const asked = { scheme: "https", host: "blog.example", path, query, getHeader: () => "", getCookie: () => "" };
    const status = rules.match(asked)?.status ?? "no rule";
    console.log("%s", `${source.padEnd(16)} ${request.padEnd(16)} ${status}`);
    asDescribed &&= (status === 301) === matches;
  }
  console.log(asDescribed ? "As described." : "Changed.");
  process.exitCode = asDescribed ? 0 : 1;
})();
JS
node ask.cjs
