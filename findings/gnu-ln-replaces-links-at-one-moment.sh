#!/usr/bin/env bash
# GNU coreutils 9.1 (Debian 12): `ln -sfn` over a link that is there, as deploy scripts switch releases with it.
#
# Expected: `ln -sf` removes the old link and then makes the new one, so that a reader between the two finds nothing; hence the
#           advice to make a link of another name and to rename it (`mv -T`). Its manual says "remove existing destination files".
# Observed: nothing is removed. Where the name is taken, GNU's ln makes a link of a random name and renames it over the old one, as
#           since coreutils 8.27: the switch is atomic. (BusyBox and the BSDs do remove first.)
# So:       on a GNU system `ln -sfn` is safe; a script for any system still renames. What `mv` needs there is -T: without it, a
#           link to a folder is followed, and the new link ends up inside of the release that is live.
set -euo pipefail
command -v strace >/dev/null || { echo "needs strace"; exit 2; }
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT; cd "$dir"
ln --version | head -n 1
mkdir old new
ln -s old current
strace -o calls -e trace=symlink,symlinkat,unlink,unlinkat,rename,renameat,renameat2 ln -sfn new current
sed 's/^/  /' calls
echo "current leads to $(readlink current)"
removed=$(grep -c '^unlink' calls || true)
renamed=$(grep -cE '^rename.*"current"' calls || true)
ln -s old next
mv -f next current
echo "after mv without -T: current leads to $(readlink current), and new/ holds: $(ls new)"
[ "$removed" = 0 ] && [ "$renamed" = 1 ] && [ "$(readlink current)" = new ] && [ "$(ls new)" = next ] &&
  echo "As described." || { echo "Changed."; exit 1; }
