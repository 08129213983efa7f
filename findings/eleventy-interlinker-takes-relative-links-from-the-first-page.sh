#!/usr/bin/env bash
# @photogabble/eleventy-plugin-interlinker 1.1.2 with Eleventy 3.1.7: [[./intro]] leads to the same page from every folder, and "Notes on cmd" is no title.
#
# Expected: a relative wikilink is looked up from the page that it stands on: in b/post.md, [[./intro]] is b/intro.md. The ending that may be left out
#           of a file's name is ".md".
# Observed: what a link was resolved to is kept under its text alone, for the whole build: the first page that says [[./intro]] decides where it leads for
#           all others, without a warning, since the page exists. And the point of the pattern for ".md" stands for any letter: [[cmd]] is looked up
#           as "", [[Notes on cmd]] as "Notes on ", and both lead to /stubs/ with that text, though pages of these titles are there.
# So:       link to titles, [[Intro of B]], in place of [[./intro]], and give a page whose title ends in "md" an alias.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @11ty/eleventy@3.1.7 @photogabble/eleventy-plugin-interlinker@1.1.2
cat > eleventy.config.mjs <<'JS'
import interlinker from "@photogabble/eleventy-plugin-interlinker";

export default (config) => {
  config.addPlugin(interlinker);
  return { dir: { input: "in", output: "out" } };
};
JS
mkdir -p in/a in/b
page() { printf -- '---\ntitle: %s\n---\n%s\n' "$2" "$3" > "in/$1.md"; }
page a/intro 'Intro of A' x; page a/post 'Post of A' '[[./intro]]'
page b/intro 'Intro of B' x; page b/post 'Post of B' '[[./intro]] [[Intro of B]]'
page shell 'Notes on cmd' x; page other 'Other' '[[Notes on cmd]]'
npx eleventy --quiet </dev/null >/dev/null 2>&1
seen=
for page in a/post b/post other; do
  line="$page: $(tr -d '\n' < "out/$page/index.html")"
  echo "$line"; seen+="${line#*: };"
done
a='<a href="/a/intro/">Intro of A</a>'
wanted="<p>$a</p>;<p>$a <a href=\"/b/intro/\">Intro of B</a></p>;<p><a href=\"/stubs/\">Notes on </a></p>;"
[ "$seen" = "$wanted" ] && echo "As described." || { echo "Changed."; exit 1; }
