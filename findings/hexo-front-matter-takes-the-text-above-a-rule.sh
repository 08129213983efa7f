#!/usr/bin/env bash
# hexo-front-matter 5.0.0 (what Hexo reads posts with): in a file without front matter, all above the first rule is front matter, if
# YAML can read it.
#
# Expected: front matter stands between two lines of ---, or at least begins the file with `key: value`. A file that begins with a
#           heading or a sentence has none, and its `---` is a rule, <hr>.
# Observed: the first line of --- may be left out, and there is no look at what stands above. YAML takes "# Setup" for a comment and
#           "Note: as of today" for a key, so both are gone from the post, without a word, and the body begins below the rule. With
#           a sentence above, which YAML reads as a string, the text stays; so whether a post keeps its beginning depends on a colon
#           in it. gray-matter 4.0.3 and front-matter 4.0.2 keep all three.
# So:       begin every file with front matter, if only with two lines of ---; that is also to be done when posts come from other
#           engines.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund hexo-front-matter@5.0.0 gray-matter@4.0.3 front-matter@4.0.2
cat > run.mjs <<'JS'
import frontMatter from "front-matter";
import matter from "gray-matter";
import { parse } from "hexo-front-matter";

const posts = ["# Setup\n\nNote: as of today\n\n---\n\nThe rest.", "Note: as of today\n\n---\n\nThe rest.", "As of today\n\n---\n\nThe rest."];
const seen = posts.map((post) => ({ post, hexo: JSON.stringify(parse(post)), "gray-matter": matter(post).content === post, "front-matter": frontMatter(post).body === post }));
for (const row of seen) console.log(row);
const asDescribed =
  seen.map((row) => row.hexo).join() === '{"Note":"as of today","_content":"\\nThe rest."},{"Note":"as of today","_content":"\\nThe rest."},{"_content":"As of today\\n\\n---\\n\\nThe rest."}' &&
  seen.every((row) => row["gray-matter"] && row["front-matter"]);
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
