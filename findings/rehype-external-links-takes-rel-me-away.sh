#!/usr/bin/env bash
# rehype-external-links 3.0.0: rel="me" of a link becomes rel="nofollow", and an address in capitals is not external.
#
# Expected: the plugin adds `nofollow` to what `rel` says already, as its description has it ("add rel"): me, author, license and tag are
#           statements about the page, which Mastodon, IndieAuth and licences are read from.
# Observed: `rel` and `target` that a link has are replaced, without an option being set: rel="me" on the profile in the post is gone from the
#           built page, and the profile's tick with it; rel="license" is gone as well. Links within the site keep theirs, which is
#           where one looks first. HTTPS://site.example, which browsers and CommonMark take for the same, counts as internal.
# So:       `rel` as a function: (element) => [...(element.properties.rel ?? []), "nofollow"]; or `test` for links without one.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund unified@11.0.5 rehype-parse@9.0.1 rehype-external-links@3.0.0 rehype-stringify@10.0.1
cat > links.mjs <<'JS'
import externalLinks from "rehype-external-links";
import rehypeParse from "rehype-parse";
import rehypeStringify from "rehype-stringify";
import { unified } from "unified";

const html = (text, options) =>
  String(unified().use(rehypeParse, { fragment: true }).use(externalLinks, options).use(rehypeStringify).processSync(text));
const rel = (text, options) => html(text, options).match(/ rel="([^"]*)"/)?.[1] ?? "none";
const adding = { rel: (element) => [...(element.properties.rel ?? []), "nofollow"] };
const seen = {
  "no rel": rel('<a href="https://other.example/">one</a>'),
  'rel="me"': rel('<a rel="me" href="https://social.example/@ann">one</a>'),
  'rel="license"': rel('<a rel="license" href="https://other.example/by/4.0/">one</a>'),
  'rel="me" within the site': rel('<a rel="me" href="/about/">one</a>'),
  "in capitals": rel('<a href="HTTPS://other.example/">one</a>'),
  'rel="me", with a function': rel('<a rel="me" href="https://social.example/@ann">one</a>', adding),
};
console.log(seen);
const target = html('<a target="_self" href="https://other.example/">one</a>', { target: "_blank" }).match(/target="([^"]*)"/)[1];
console.log('target="_self":', target);
const asDescribed = Object.values(seen).join() === "nofollow,nofollow,nofollow,me,none,me nofollow" && target === "_blank";
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node links.mjs
