#!/usr/bin/env bash
# sql-query-identifier 3.2.0 and dbgate-query-splitter 4.12.0, both told that it is PostgreSQL: a comment within a comment ends both.
#
# Expected: PostgreSQL's comments nest, so that a part of a script with comments in it can be commented out; E'it\'s; fine' is one string, and
#           `BEGIN ATOMIC … END` one body. Programs that run a script statement by statement cut it where the server would.
# Observed: at the first */ the outer comment is over for them, and the DELETE below it, which psql leaves alone, is a statement of its own:
#           sql-query-identifier gives it without the comment above, and it deletes; dbgate's has the beginning of the comment in front, and
#           fails. A semicolon behind \' in an E string ends a statement for both, and dbgate's cuts the body of a function in two;
#           these are errors when they are run, of one statement out of many.
# So:       send a script as a whole, as one simple query, or cut it by libpg-query's split.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund sql-query-identifier@3.2.0 dbgate-query-splitter@4.12.0 @electric-sql/pglite@0.5.17
cat > split.cjs <<'JS'
const { PGlite } = require("@electric-sql/pglite");
const { postgreSplitterOptions, splitQuery } = require("dbgate-query-splitter");
const { identify } = require("sql-query-identifier");

const ways = {
  whole: (script) => [script],
  "sql-query-identifier": (script) => identify(script, { dialect: "psql", strict: false }).map(({ text }) => text),
  "dbgate-query-splitter": (script) => splitQuery(script, postgreSplitterOptions),
};
const scripts = {
  comment: "UPDATE post SET title = 'New';\n/* not yet:\n/* old drafts */\nDELETE FROM post;\n*/",
  string: "UPDATE post SET title = E'it\\'s; fine';",
  body: "CREATE FUNCTION one() RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT 1; END; UPDATE post SET title = 'New';",
};
(async () => {
  const seen = {};
  for (const [name, script] of Object.entries(scripts)) {
    for (const [way, split] of Object.entries(ways)) {
      const db = await PGlite.create();
      await db.exec("CREATE TABLE post (title text); INSERT INTO post VALUES ('Old')");
      let errors = 0;
      for (const statement of split(script)) await db.exec(statement).catch(() => { errors += 1; });
      const { rows } = await db.query("SELECT title FROM post");
      seen[`${name}, ${way}`] = { statements: split(script).length, errors, posts: rows.map(({ title }) => title).join() };
      await db.close();
    }
  }
  console.table(seen);
  const posts = Object.values(seen).map((row) => row.posts).join("|");
  const asDescribed = posts === "New||New|it's; fine|Old|Old|New|New|New" && seen["body, dbgate-query-splitter"].errors > 0 && seen["comment, whole"].errors === 0;
  console.log(asDescribed ? "As described." : "Changed.");
  process.exitCode = asDescribed ? 0 : 1;
})();
JS
node split.cjs
