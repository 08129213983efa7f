#!/usr/bin/env bash
# gray-matter 4.0.3: matter(text) remembers the text, and gives the next caller the object that the last one has changed.
#
# Expected: a parser returns what the text says. Whoever adds a tag to `data`, or puts rendered HTML into `content`, changes what is
#           theirs.
# Observed: without options, results are kept by the text for the life of the process, and the same `data` is handed out again. The
#           second call has the tags that were added after the first, the third has them twice, as in a watcher that builds a post
#           again; `content` is what the first caller has made of it. A second file with the same text, such as an empty template,
#           shares all that. With any options, even {}, nothing is kept: two callers who look alike differ.
# So:       matter(text, {}), or copy what is to be changed.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund gray-matter@4.0.3
cat > run.mjs <<'JS'
import matter from "gray-matter";

const text = "---\ntags: [post]\n---\nHello";
function build(...options) {
  const file = matter(text, ...options);
  file.data.tags.push("featured");
  file.data.built = (file.data.built ?? 0) + 1;
  file.content = `<p>${file.content}</p>`;
  return JSON.stringify([file.data, file.content]);
}
const seen = { plain: [build(), build(), build()], "with {}": [build({}), build({})] };
console.log(seen);
const once = '[{"tags":["post","featured"],"built":1},"<p>Hello</p>"]';
const asDescribed =
  seen.plain[0] === once && seen.plain[2] === '[{"tags":["post","featured","featured","featured"],"built":3},"<p><p>Hello</p></p>"]' && seen["with {}"].every((built) => built === once);
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
