/** Code blocks of an essay that nobody wrote: a dozen lines or more each, with other names every time. */
import type { Chance } from "./random.ts";

const NAMES = ["account", "invoice", "job", "lease", "ledger", "outbox", "payment", "report", "shard", "tenant"];

export function codeSamples(chance: Chance): string[] {
  return [sql, typescript, shell].map((sample) =>
    sample(chance.pick(NAMES), chance.pick(NAMES), chance.between(2, 90)),
  );
}

function sql(table: string, other: string, count: number): string {
  return `\`\`\`sql
-- One ${table} at a time, and none of them twice.
BEGIN;
SET LOCAL lock_timeout = '${count}s';
WITH next_${table} AS (
  SELECT id, ${other}_id, attempts
  FROM ${table}s
  WHERE state = 'ready' AND attempts < ${count}
  ORDER BY priority DESC, id
  LIMIT ${count}
  FOR UPDATE SKIP LOCKED
)
UPDATE ${table}s AS t
SET state = 'running', attempts = t.attempts + 1, started_at = now()
FROM next_${table} AS n
WHERE t.id = n.id
RETURNING t.id, t.${other}_id, t.payload ->> 'kind' AS kind;
COMMIT;
\`\`\``;
}

function typescript(table: string, other: string, count: number): string {
  const type = table[0]?.toUpperCase() + table.slice(1);
  return `\`\`\`ts
import { Pool, type PoolClient } from "pg";

interface ${type} {
  readonly id: bigint;
  ${other}Id: string | undefined;
  attempts: number;
}

const pool = new Pool({ max: ${count}, statement_timeout: ${count}_000 });

/** Runs \`work\` once for each ${table} that is ready. */
export async function drain(work: (item: ${type}) => Promise<void>): Promise<number> {
  const client: PoolClient = await pool.connect();
  try {
    const { rows } = await client.query<${type}>(\`SELECT * FROM claim_${table}($1)\`, [${count}]);
    for (const row of rows.filter(({ attempts }) => attempts < ${count})) await work(row);
    return rows.length;
  } finally {
    client.release(); // even where work() throws
  }
}
\`\`\``;
}

function shell(table: string, other: string, count: number): string {
  return `\`\`\`sh
#!/bin/sh
set -eu
# Two sessions at once; the second one waits.
export PGHOST=localhost PGDATABASE="${other}s"
for worker in $(seq 1 ${count}); do
  psql --no-psqlrc --set=worker="$worker" \\
    --command "SELECT claim_${table}($worker)" >> "logs/${table}-$worker.log" &
done
wait
if grep -q 'deadlock detected' logs/${table}-*.log; then
  echo "a deadlock, as expected" && exit 0
fi
awk -F '|' '$2 > ${count} { print $1, $2 }' logs/${table}-1.log | sort -n | head -${count}
\`\`\``;
}
