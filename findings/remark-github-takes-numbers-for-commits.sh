#!/usr/bin/env bash
# remark-github 12.0.0: a number of seven or more digits is a commit, and of a date the last digit is not shown.
#
# Expected: hashes of commits become links, as on GitHub, which asks whether there is such a commit. Words that happen to be of the letters
#           a to f are left alone ("effaced" is on a list), and so is a number.
# Observed: 20260105 is a link to a commit, and its text is "2026010": a hash is shown by its first seven letters. 1500000 rows, a
#           telephone number and the number of an invoice likewise; the page says another number than the Markdown. #123 as a
#           colour is an issue. Only `code` is left out.
# So:       numbers with a separator (2026-01-05, 1,500,000), or in backticks.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund remark@15.0.1 remark-github@12.0.0
cat > commits.mjs <<'JS'
import { remark } from "remark";
import remarkGithub from "remark-github";

const process = (text) => String(remark().use(remarkGithub, { repository: "example/blog" }).processSync(text)).trim();
const seen = {};
for (const text of ["build 20260105", "1500000 rows", "call 5550123456", "effaced", "1,500,000 rows", "in `20260105`"]) seen[text] = process(text);
console.log(seen);
const link = (shown, hash) => `[\`${shown}\`](https://github.com/example/blog/commit/${hash})`;
const asDescribed =
  seen["build 20260105"] === `build ${link("2026010", "20260105")}` &&
  seen["1500000 rows"] === `${link("1500000", "1500000")} rows` &&
  seen["call 5550123456"] === `call ${link("5550123", "5550123456")}` &&
  ["effaced", "1,500,000 rows", "in `20260105`"].every((text) => seen[text] === text);
console.log(asDescribed ? "As described." : "Changed.");
globalThis.process.exitCode = asDescribed ? 0 : 1;
JS
node commits.mjs
