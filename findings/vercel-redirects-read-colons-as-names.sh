#!/usr/bin/env bash
# @vercel/routing-utils 6.6.0 (what Vercel makes of vercel.json): a colon before a digit in a redirect's source is a parameter.
#
# Expected: a name of a parameter begins with a letter, so an old address such as /2016/at-10:30/ is taken as it is written.
# Observed: `:30` is a parameter named 30, without an error. The rule leads every address that begins with /2016/at-10 to the
#           new one, published pages among them; `/(old)/` matches /old/ and not /(old)/. A colon in a destination is refused.
# So:       colons and parentheses of old addresses need a backslash in `source`, and nothing says so when they lack it.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @vercel/routing-utils@6.6.0
cat > ask.cjs <<'JS'
const { getTransformedRoutes } = require("@vercel/routing-utils");

const redirectFrom = (source) => {
  const { routes, error } = getTransformedRoutes({ redirects: [{ source, destination: "/new/", permanent: true }] });
  return error ? () => "refused" : (path) => routes.some(({ src }) => new RegExp(src).test(path));
};
const seen = [
  ["/2016/at-10:30/", "/2016/at-10:30/"],
  ["/2016/at-10:30/", "/2016/at-10-in-the-morning/"],
  ["/2016/at-10\\:30/", "/2016/at-10:30/"],
  ["/2016/at-10\\:30/", "/2016/at-10-in-the-morning/"],
  ["/(old)/", "/(old)/"],
  ["/(old)/", "/old/"],
].map(([source, path]) => {
  const matches = redirectFrom(source)(path);
  console.log(`source ${source} matches ${path}: ${matches}`);
  return matches;
});
const asDescribed = seen.join() === "true,true,true,false,false,true";
console.log(asDescribed ? "As described." : "Changed.");
process.exit(asDescribed ? 0 : 1);
JS
node ask.cjs
