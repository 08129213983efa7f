#!/usr/bin/env bash
# html-to-text 10.0.1 (the text part of many newsletters): <dt> and <dd>, <summary> and what it opens, run together, and the
# text of <template> is shown.
#
# Expected: elements that are blocks in every browser begin a line; what no browser shows, as with <script> and <style>, is left
#           out. Tables are said to need a choice of format; lists are lists.
# Observed: elements that it has no formatter for are inline, and these are most of HTML 5 and some of HTML 2: "TermDefinition",
#           "Showtext", "x [a.png]Caption"; <address>, <hgroup>, <dialog>, <search>, <legend> and the items of <menu> likewise.
#           <template> is text like any other. <li value="7"> is 1, and a reversed list counts up, so that steps have other
#           numbers than in the HTML part. (<h1> in capitals is in its manual; "fetch() in Node" is FETCH() IN NODE.)
# So:       `selectors` with format "block" for these, "skip" for template; numbers in the text itself.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; chmod 755 "$dir"; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund html-to-text@10.0.1
cat > run.mjs <<'JS'
import { convert } from "html-to-text";

const wanted = {
  "<dl><dt>Term<dd>Definition<dt>Two<dd>More</dl>": "TermDefinitionTwoMore",
  "<details><summary>Show</summary>text</details>": "Showtext",
  "<figure><img src=a.png alt=x><figcaption>Caption</figcaption></figure>": "x [a.png]Caption",
  "<div>a</div><address>b</address><hgroup>c</hgroup>": "a\nbc",
  "<menu><li>one<li>two</menu>": "onetwo",
  "<p>a</p><template>never shown</template><p>b</p>": "a\n\nnever shown\n\nb",
  "<ol><li value=7>seven<li>eight</ol>": " 1. seven\n 2. eight",
  "<ol reversed><li>last<li>first</ol>": " 1. last\n 2. first",
  "<ol start=7><li>seven<li>eight</ol>": " 7. seven\n 8. eight",
  "<main>a</main><section>b</section><article>c</article>": "a\nb\nc",
};
let asDescribed = true;
for (const [html, expected] of Object.entries(wanted)) {
  const text = convert(html);
  console.log(`${html}\n  ${JSON.stringify(text)}`);
  asDescribed &&= text === expected;
}
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
