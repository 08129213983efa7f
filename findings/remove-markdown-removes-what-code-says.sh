#!/usr/bin/env bash
# remove-markdown 0.7.0: what stands in angle brackets or stars is gone from code too, and "a < b" takes all up to the next ">"
# along.
#
# Expected: the text of a post without its markup: a code span is its text, since that is what a reader sees. "use `<details>`"
#           gives "use <details>", and what is escaped loses its backslash.
# Observed: tags are taken off first, with a pattern, and code spans last. "use `<details>`" is "use ``", "`Vec<int>`" is "Vec", "if
#           a < b and c > d" is "if a  d"; `__init__` is "init". "\*not\*" loses its stars and keeps its backslashes. It is what
#           many take for descriptions and search. A parser's tree, read by mdast-util-to-string, has all of them right.
# So:       for posts about code take the text from a parser's tree.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund remove-markdown@0.7.0 mdast-util-from-markdown@2.0.3 mdast-util-to-string@4.0.0
cat > run.mjs <<'JS'
import { fromMarkdown } from "mdast-util-from-markdown";
import { toString } from "mdast-util-to-string";
import removeMarkdown from "remove-markdown";

// What a reader sees of each, as CommonMark has it, and what remains here.
const texts = {
  "use `<details>` here": ["use <details> here", "use `` here"],
  "a `Vec<int>` is": ["a Vec<int> is", "a Vec is"],
  "if `a < b` and `c > d`": ["if a < b and c > d", "if a  d"],
  "call `__init__` first": ["call __init__ first", "call init first"],
  "\\*not\\* so": ["*not* so", "\\not\\ so"],
  "it is *so*": ["it is so", "it is so"],
};
let asDescribed = true;
for (const [text, [expected, described]] of Object.entries(texts)) {
  const [parsed, removed] = [toString(fromMarkdown(text)), removeMarkdown(text)];
  console.log(`${text} → ${removed}`);
  asDescribed &&= parsed === expected && removed === described;
}
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
