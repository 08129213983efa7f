#!/usr/bin/env bash
# superstatic 11.0.0 (the server of Firebase Hosting's emulator): a redirect's source is compared with the decoded address.
#
# Expected: a source is written as the address is on the wire, percent-encoded, as in `_redirects` of other hosts; and a rule
#           with a slash at its end and one without are treated alike.
# Observed: `/caf%C3%A9/` as a source never matches the request /caf%C3%A9/, `/über/` matches /%C3%BCber/; the source `/old`
#           answers /old and /old/, while the source `/old/` answers /old/ alone and /old is a 404.
# So:       the one spelling that Netlify's matcher takes is the one that Firebase does not.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund superstatic@11.0.0
mkdir site; echo '<title>home</title>' > site/index.html
cat > ask.cjs <<'JS'
const { server } = require("superstatic");

const redirect = (source) => ({ source, destination: "/new/", type: 301 });
const config = { public: "site", redirects: ["/caf%C3%A9/", "/über/", "/old", "/older/"].map(redirect) };
const listening = server({ port: 0, host: "127.0.0.1", cwd: process.cwd(), config }).listen(async () => {
  const seen = {};
  for (const path of ["/caf%C3%A9/", "/%C3%BCber/", "/old", "/old/", "/older", "/older/"]) {
    const url = `http://127.0.0.1:${listening.address().port}${path}`;
    seen[path] = (await fetch(url, { redirect: "manual" })).status;
  }
  console.log(seen);
  const asDescribed = Object.values(seen).join() === "404,301,301,301,404,301";
  console.log(asDescribed ? "As described." : "Changed.");
  process.exit(asDescribed ? 0 : 1);
});
JS
node ask.cjs
