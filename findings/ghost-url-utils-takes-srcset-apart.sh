#!/usr/bin/env bash
# @tryghost/url-utils 5.5.0 (how Ghost makes addresses absolute, for its feed, its API and its mail): pictures in srcset lose their address.
#
# Expected: each address of `srcset` gets the site in front, as `src` does. A comma in an address is part of it, unless a blank follows
#           (HTML, "Parse a srcset attribute"); image services have such addresses, /w_300,q_80/a.png.
# Observed: the attribute is cut at each comma, and each piece is then replaced wherever it occurs in the whole: "/a/b.png 1x,
#           /b.png 2x" becomes "https://blog.example/ahttps://blog.example/b.png 1x, …", since the second address is the end of the
#           first. So it is where one picture stands in two folders, or twice with another query. With commas all are broken. `src`
#           is right, so it shows only where the screen picks from srcset.
# So:       absolute addresses in srcset from the start.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @tryghost/url-utils@5.5.0
cat > run.mjs <<'JS'
import { createRequire } from "node:module";
const convert = createRequire(import.meta.url)("./node_modules/@tryghost/url-utils/lib/utils/html-relative-to-absolute.js").default;

const seen = [
  "/one.png 1x, /two.png 2x",
  "/2x/one.png 2x, /one.png 1x",
  "/one.png 1x, /one.png?w=600 2x",
  "/w_300,q_80/one.png 300w, /w_600,q_80/one.png 600w",
].map((srcset) => {
  const html = convert(`<img src="/one.png" srcset="${srcset}">`, "https://blog.example/", "/posts/one/", { assetsOnly: false });
  console.log(`${srcset}\n  ${html}`);
  return html.match(/srcset="(.*?)"/)[1];
});
const asDescribed =
  seen[0] === "https://blog.example/one.png 1x, https://blog.example/two.png 2x" &&
  seen[1] === "https://blog.example/2xhttps://blog.example/one.png 2x, https://blog.example/one.png 1x" &&
  seen[2] === "https://blog.example/one.png 1x, https://blog.examplehttps://blog.example/one.png?w=600 2x" &&
  seen[3].includes("https://blog.example/posts/one/https://blog.example/posts/one/q_80/one.png");
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
