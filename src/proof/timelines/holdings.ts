/** Asks the server what the sessions of a timeline hold after a step: rows, locks, a snapshot. */
import type pg from "pg";

/** Modes that ordinary statements take on tables, and that are not shown: the rows say more. */
const USUAL = ["AccessShareLock", "RowShareLock", "RowExclusiveLock"];
/** The largest table that is searched for locked rows, in bytes. */
const SMALL = 65_536;
const MOST_ROWS = 3;

interface Backend {
  pid: number;
  /** True while its transaction keeps the snapshot that its next statement will have. */
  snapshot: boolean;
  /** Ids of its transaction and its subtransactions. */
  xids: string[];
  /** `ExclusiveLock jobs`, `advisory lock 42` */
  locks: string[];
}

/**
 * `pg_locks` has the key of an advisory lock in two halves: https://www.postgresql.org/docs/18/view-pg-locks.html. The SIREAD locks
 * of serializable transactions, on rows and pages, are merged into one per table.
 */
const BACKENDS = `
  SELECT pid, state <> 'active' AND backend_xmin IS NOT NULL AS snapshot,
    array(SELECT transactionid::text FROM pg_locks held
      WHERE held.pid = activity.pid AND locktype = 'transactionid' AND granted
      ORDER BY transactionid::text::bigint) AS xids,
    array(SELECT DISTINCT CASE locktype
        WHEN 'advisory' THEN concat('advisory lock ', CASE objsubid
          WHEN 1 THEN ((classid::bigint << 32) | objid::bigint)::text ELSE format('%s, %s', classid, objid) END)
        ELSE concat(mode, ' ', relation::regclass) END
      FROM pg_locks held LEFT JOIN pg_class ON pg_class.oid = relation
      WHERE held.pid = activity.pid AND granted AND mode <> ALL ($2) AND (locktype = 'advisory'
        OR mode = 'SIReadLock' AND relkind IN ('r', 'm') AND relnamespace <> 'pg_catalog'::regnamespace
        OR locktype = 'relation' AND relkind IN ('r', 'p', 'm') AND relnamespace <> 'pg_catalog'::regnamespace)
      ORDER BY 1) AS locks
  FROM pg_stat_activity activity WHERE pid = ANY ($1)`;

/** Small tables in which one of the sessions may hold rows, with the columns of their primary keys. */
const TABLES = `
  SELECT relation::regclass::text AS name, array(SELECT quote_ident(attname) FROM pg_index, unnest(indkey) key
    JOIN pg_attribute ON attnum = key WHERE indrelid = relation AND attrelid = relation AND indisprimary) AS key
  FROM pg_locks JOIN pg_class ON pg_class.oid = relation
  WHERE locktype = 'relation' AND granted AND mode = ANY ('{RowShareLock,RowExclusiveLock}') AND pid = ANY ($1)
    AND relkind IN ('r', 'm') AND relnamespace <> 'pg_catalog'::regnamespace AND pg_relation_size(relation) <= ${SMALL}
  GROUP BY relation ORDER BY 1`;

interface Table {
  name: string;
  key: string[];
}

/**
 * What each backend holds, by process id, in PostgreSQL's own terms: `jobs (id)=(1)` for a row that it has locked or changed,
 * `ShareLock jobs`, `advisory lock 42`, `snapshot`. An empty list for a backend that holds nothing.
 */
export async function holdingsOf(pids: number[], observer: pg.Client): Promise<Map<number, string[]>> {
  const { rows: backends } = await observer.query<Backend>(BACKENDS, [pids, USUAL]);
  const xids = backends.flatMap((backend) => backend.xids);
  // Who has locked or changed a row has a transaction's id.
  const held = xids.length > 0 ? await rowsByXid(pids, xids, observer) : new Map<string, string[]>();
  return new Map(
    backends.map(({ pid, xids, locks, snapshot }) => {
      const rows = xids.flatMap((xid) => held.get(xid) ?? []);
      const some = rows.length > MOST_ROWS ? [...rows.slice(0, MOST_ROWS), "…"] : rows;
      return [pid, [...some, ...locks, ...(snapshot ? ["snapshot"] : [])]];
    }),
  );
}

/** The rows that each of these transactions holds in small tables. */
async function rowsByXid(pids: number[], xids: string[], observer: pg.Client): Promise<Map<string, string[]>> {
  const { rows: tables } = await observer.query<Table>(TABLES, [pids]);
  const held = new Map<string, string[]>();
  for (const table of tables) {
    for (const { xid, row } of await rowsHeld(table, xids, observer)) held.set(xid, [...(held.get(xid) ?? []), row]);
  }
  return held;
}

/** Rows with one of these transactions as the `xmax` of a version, named as in the server's errors about keys. */
async function rowsHeld({ name, key }: Table, xids: string[], observer: pg.Client) {
  const columns = key.length > 0 ? key : ["ctid"];
  const sql = `SELECT xmax::text AS xid, concat($2::text, ' (${columns.join(", ").replaceAll("'", "''")})=(', concat_ws(', ', ${columns.join(", ")}), ')') AS row
    FROM ONLY ${name} WHERE xmax::text = ANY ($1) ORDER BY ctid`;
  try {
    return (await observer.query<{ xid: string; row: string }>(sql, [xids, name])).rows;
  } catch {
    // Another session has locked the table exclusively, which is shown as that session's lock.
    return [];
  }
}
