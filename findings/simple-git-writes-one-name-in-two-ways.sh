#!/usr/bin/env bash
# simple-git 4.0.2: "Überblick.md" is called "\303\234berblick.md" in a summary, a renamed file is called "a.md => b.md", and v2 is not the latest tag.
#
# Expected: a file has one name in all results, the path below the repository, so that the list of status() or of a folder can be looked up in
#           diffSummary() or in log() with --stat; tags().latest is the last of tags().all, which are sorted by version.
# Observed: status() asks Git for names as they are and has "Überblick.md". diffSummary() and log() give what Git prints for people:
#           a name with letters outside of ASCII stands in quotation marks with octal numbers, and a renamed one is "posts/{a.md => b.md}",
#           in `file`. Both are then no key of anything: a site's "changed on" is missing for these pages. `latest` leaves out tags without a
#           dot: of v1.9, v1.10 and v2 it is v1.10, though `all` ends with v2.
# So:       raw("log", "-z", "--name-only", …) and one's own split; or `git config core.quotePath false` and --no-renames.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund simple-git@4.0.2
export GIT_AUTHOR_NAME=Ann GIT_AUTHOR_EMAIL=ann@site.example GIT_COMMITTER_NAME=Ann GIT_COMMITTER_EMAIL=ann@site.example
export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_SYSTEM=/dev/null
git init -q -b main repo; cd repo
mkdir posts; printf 'one\ntwo\nthree\n' > posts/a.md; echo one > Überblick.md; git add .; git commit -qm first; git tag v1.9
git mv posts/a.md posts/b.md; echo two >> Überblick.md; git commit -qam second; git tag v1.10; git tag v2
echo three >> Überblick.md
cd ..
cat > names.mjs <<'JS'
import { simpleGit } from "simple-git";

const git = simpleGit("repo");
const seen = {
  status: (await git.status()).files.map((it) => it.path),
  diffSummary: (await git.diffSummary(["HEAD~1", "HEAD"])).files.map((it) => it.file),
  log: (await git.log(["--stat", "--max-count=1"])).latest.diff.files.map((it) => it.file),
};
const tags = await git.tags();
console.log(seen, tags);
const asDescribed =
  seen.status.join() === "Überblick.md" &&
  [seen.diffSummary, seen.log].every((it) => it.sort().join() === '"\\303\\234berblick.md",posts/{a.md => b.md}') &&
  tags.all.join() === "v1.9,v1.10,v2" &&
  tags.latest === "v1.10";
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
git --version; node names.mjs
