#!/usr/bin/env bash
# http-cache-semantics 4.3.0 (in npm, got and most HTTP caches for Node): `Cache-Control: immutable` without a max-age is fresh for 1000 days.
#
# Expected: immutable says that what is fresh needn't be asked for again; for how long it is fresh it doesn't say (RFC 8246), so that a cache
#           guesses, or takes the day that the option immutableMinTimeToLive has by default. Names of directives are read
#           in capitals, too.
# Observed: the option is documented as milliseconds, 86400000, and compared with ages in seconds: "public, immutable" is fresh for
#           86,400,000 seconds, two years and nine months, in which nobody asks the server again. With a max-age it is as that says. Of "Max-Age=60" and
#           "S-MaxAge=0" nothing is read, and what has NO-STORE is stored.
# So:       immutableMinTimeToLive: 86400 (in seconds, against its documentation), and max-age wherever immutable is sent; directives in small
#           letters.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund http-cache-semantics@4.3.0
cat > ages.cjs <<'JS'
const CachePolicy = require("http-cache-semantics");

const policy = (control, options) =>
  new CachePolicy({ method: "GET", url: "/", headers: {} }, { status: 200, headers: { "cache-control": control } }, options);
const seen = {};
for (const control of ["max-age=60", "max-age=60, immutable", "public, immutable", "Max-Age=60", "no-store", "NO-STORE"]) {
  const one = policy(control);
  seen[control] = { storable: one.storable(), "maxAge() in seconds": one.maxAge(), days: one.timeToLive() / 86_400_000 };
}
console.table(seen);
const less = policy("public, immutable", { immutableMinTimeToLive: 86_400 }).maxAge();
console.log("immutableMinTimeToLive: 86400", less);
const asDescribed =
  Object.values(seen).map((row) => `${Number(row.storable)} ${row["maxAge() in seconds"]}`).join() === "1 60,1 60,1 86400000,1 0,0 0,1 0" &&
  less === 86_400;
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node ages.cjs
