#!/usr/bin/env bash
# PGlite 0.5.17 (PostgreSQL 18.7): nothing but a name leads back from SET SESSION AUTHORIZATION.
#
# Expected: SET SESSION AUTHORIZATION DEFAULT, RESET SESSION AUTHORIZATION and DISCARD ALL make the session that of the user who
#           logged in again, "postgres", as on a server.
# Observed: all three succeed, and the session stays that of the role that was set before, until SET SESSION AUTHORIZATION
#           postgres names the first user. In PGlite nobody logs in: there is no default to return to.
# So:       a test that plays several roles in one PGlite and resets in between runs all that follows as the last role, and
#           fails with "permission denied" far from its cause.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @electric-sql/pglite@0.5.17
cat > show.mjs <<'JS'
import { PGlite } from "@electric-sql/pglite";

const db = await PGlite.create();
const who = async () => (await db.query("SELECT current_user || ', ' || session_user AS who")).rows[0].who;
await db.exec("CREATE ROLE app LOGIN");
console.log(`at first: ${await who()}`);
const ways = ["SET SESSION AUTHORIZATION DEFAULT", "RESET SESSION AUTHORIZATION", "DISCARD ALL"];
const still = [];
for (const way of ways) {
  await db.exec("SET SESSION AUTHORIZATION app");
  await db.exec(way);
  still.push(await who());
  console.log(`SET SESSION AUTHORIZATION app; ${way}: ${still.at(-1)}   (expected: postgres, postgres)`);
}
await db.exec("SET SESSION AUTHORIZATION postgres");
console.log(`SET SESSION AUTHORIZATION postgres: ${await who()}`);
const isSame = (await who()) === "postgres, postgres" && still.every((one) => one === "app, app");
await db.close();
process.exit(isSame ? 0 : 1);
JS
node show.mjs
