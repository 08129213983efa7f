#!/usr/bin/env bash
# GNU tar 1.34 (Debian 12): --transform renames what symbolic links point at, too.
#
# Expected: `--transform 's,^,blog/,'` puts everything below blog/. Names of members change; what is in a file stays, and so does where a
#           link leads: `current -> releases/7` is relative, and right below any folder.
# Observed: targets of symbolic links are transformed by the same expression. blog/current leads to blog/releases/7, seen from blog/, where
#           nothing is. Nothing is said, --verbose shows the name as it was in the folder, and tar exits with 0. A rule that does not
#           match the target, such as `s,^\.,blog,` over names with ./ in front, leaves links alone, which hides it.
# So:       flags at the end: `s,^,blog/,S` (not for symbolic links); hard links, which name members, do need it.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
tar --version | head -1
mkdir -p site/releases/7 out kept
echo page > site/releases/7/index.html
ln -s releases/7 site/current
tar cf a.tar -C site --transform 's,^,blog/,' current releases
tar cf b.tar -C site --transform 's,^,blog/,S' current releases
tar xf a.tar -C out
tar xf b.tar -C kept
plain="$(readlink out/blog/current) $(cat out/blog/current/index.html 2>/dev/null || echo 'leads nowhere')"
flagged="$(readlink kept/blog/current) $(cat kept/blog/current/index.html 2>/dev/null || echo 'leads nowhere')"
printf 's,^,blog/,:  current -> %s\ns,^,blog/,S: current -> %s\n' "$plain" "$flagged"
[ "$plain" = "blog/releases/7 leads nowhere" ] && [ "$flagged" = "releases/7 page" ] && echo "As described." || { echo "Changed."; exit 1; }
