#!/usr/bin/env bash
# @iarna/toml 3.0.0: stringify({ rate: 1e-7 }) writes `rate = 1e-7.undefined`, which is no TOML.
#
# Expected: a number that is written can be read again; 1e-7 is as good in TOML as in JavaScript. What can't be written throws.
# Observed: a number is cut at its point, to put underscores into the part in front, and put together again. 1e-7 and 5e-10 have
#           no point, so that "undefined" stands behind it. The file is written without an error and fails at its next reading,
#           in its own parse() as well: tolerances, rates and prices below a millionth. 1.5e-7, which has a point, is right, and
#           so are 0.000001 and 1e21.
# So:       smol-toml or js-toml, which write all of them; or read back what was written.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @iarna/toml@3.0.0 smol-toml@1.9.1 js-toml@2.0.1
cat > small.mjs <<'JS'
import iarna from "@iarna/toml";
import { dump, load } from "js-toml";
import * as smol from "smol-toml";

const tools = {
  "@iarna/toml": [iarna.stringify, iarna.parse],
  "smol-toml": [smol.stringify, smol.parse],
  "js-toml": [dump, load],
};
const seen = {};
for (const rate of [1e-7, 5e-10, 1.5e-7, 0.000001, 1e21]) {
  for (const [name, [write, read]] of Object.entries(tools)) {
    const toml = write({ rate }).trim();
    let back = "unreadable";
    try {
      back = read(toml).rate === rate ? "read back" : "another number";
    } catch {}
    (seen[rate] ??= {})[name] = `${toml}: ${back}`;
  }
}
console.table(seen);
const asDescribed =
  Object.values(seen).map((row) => row["@iarna/toml"].replace(/.*: /, "")).join() ===
    "unreadable,unreadable,read back,read back,read back" &&
  Object.values(seen).every((row) => row["smol-toml"].endsWith("read back") && row["js-toml"].endsWith("read back")) &&
  seen[1e-7]["@iarna/toml"].startsWith("rate = 1e-7.undefined");
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node small.mjs
