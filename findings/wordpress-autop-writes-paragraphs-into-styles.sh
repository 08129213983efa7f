#!/usr/bin/env bash
# @wordpress/autop 4.56.0 (the block editor's classic block and conversions): a blank line in <style> or <script> becomes </p><p>.
#
# Expected: autop() makes paragraphs of text; it leaves the inside of <pre> as it is, and of elements whose inside is no text. removep()
#           undoes what it did, as the editor goes from the one to the other whenever the tab is changed.
# Observed: the blank line between two rules is "</p>\n<p>", which CSS takes for the start of the second rule's selector and drops
#           the rule; in a script it is a syntax error that ends all of it. removep() doesn't take it out, as it takes <style> and
#           <script> for what mustn't be touched. <textarea> and multi-line <code> are cut likewise, but come back.
#           <a> around a heading is three paragraphs, the link in none of them.
# So:       no blank lines in there, as exports of pages from elsewhere often have them, before they pass the editor.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @wordpress/autop@4.56.0
cat > run.mjs <<'JS'
import { createRequire } from "node:module";
const { autop, removep } = createRequire(import.meta.url)("@wordpress/autop");

const cases = {
  "<pre>a\n\nb</pre>": ["<pre>a\n\nb</pre>", true],
  "<style>\na {}\n\nb {}\n</style>": ["<style>\na {}</p>\n<p>b {}\n</style>", false],
  "<script>\nlet a;\n\nlet b;\n</script>": ["<p><script>\nlet a;</p>\n<p>let b;\n</script></p>", false],
  "<textarea>a\n\nb</textarea>": ["<p><textarea>a</p>\n<p>b</textarea></p>", true],
  '<a href="/one/">\n\n<h2>One</h2>\n\n</a>': ['<p><a href="/one/"></p>\n<h2>One</h2>\n<p></a></p>', false],
};
let asDescribed = true;
for (const [text, [wanted, comesBack]] of Object.entries(cases)) {
  const html = autop(text).trim();
  const back = removep(html);
  console.log(`${JSON.stringify(text)}\n  autop:   ${JSON.stringify(html)}\n  removep: ${JSON.stringify(back)}`);
  if (html !== wanted || (back === text) !== comesBack) asDescribed = false;
}
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
