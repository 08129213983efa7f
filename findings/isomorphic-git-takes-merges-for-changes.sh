#!/usr/bin/env bash
# isomorphic-git 1.44.19: log() of a file names a merge that didn't touch it, and not the commits that did.
#
# Expected: log({ filepath }) lists the commits that changed a file, as `git log -- file` does, so that the first one is its last change, and with
#           `follow: true` the last one is its beginning: what sites write below a post.
# Observed: each commit is compared with the one that is next by date, whether that is its parent or not. Where a branch was made before an edit and
#           merged behind it, the merge and the branch's commit are listed with the edit. Where the branch was made before the post
#           was begun, the merge is all that is listed: begun and last changed on the day on which something else came in. `follow` doesn't
#           find a name that the file has only had in the first commit: git says renamed and first, isomorphic-git renamed.
# So:       dates of posts from git itself (`git log --follow --format=%aI -- file`), or from the front matter.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund isomorphic-git@1.44.19
export GIT_AUTHOR_NAME=Ann GIT_AUTHOR_EMAIL=ann@site.example GIT_COMMITTER_NAME=Ann GIT_COMMITTER_EMAIL=ann@site.example
export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_SYSTEM=/dev/null
day() { export GIT_AUTHOR_DATE="2026-01-0$1T10:00:00Z" GIT_COMMITTER_DATE="2026-01-0$1T10:00:00Z"; }
for branched in first begun; do
  git init -q -b main "$branched"
  (
    cd "$branched"
    day 1; echo one > other.md; git add .; git commit -qm first
    [ "$branched" = begun ] || git branch side
    day 2; echo one > post.md; git add .; git commit -qm begun
    [ "$branched" = first ] || git branch side
    day 3; echo two >> post.md; git commit -qam edited
    git checkout -q side; day 4; echo two >> other.md; git commit -qam beside
    git checkout -q main; day 5; git merge -q --no-ff side -m merged
  )
done
git init -q -b main renamed
(
  cd renamed
  day 1; echo one > draft.md; git add .; git commit -qm first
  day 2; git mv draft.md post.md; git commit -qm renamed
)
cat > log.mjs <<'JS'
import fs from "node:fs";
import git from "isomorphic-git";

const dir = process.argv[2];
const log = await git.log({ fs, dir, filepath: "post.md", follow: dir === "renamed" });
console.log(log.map((it) => it.commit.message.trim()).join(" "));
JS
git --version
seen=
for repo in begun first renamed; do
  follow=(); [ "$repo" != renamed ] || follow=(--follow)
  line="$repo: git: $(git --no-pager -C "$repo" log "${follow[@]}" --format=%s -- post.md | paste -sd' '), isomorphic-git: $(node log.mjs "$repo")"
  echo "$line"; seen+="$line"$'\n'
done
wanted='begun: git: edited begun, isomorphic-git: merged beside edited begun
first: git: edited begun, isomorphic-git: merged
renamed: git: renamed first, isomorphic-git: renamed
'
[ "$seen" = "$wanted" ] && echo "As described." || { echo "Changed."; exit 1; }
