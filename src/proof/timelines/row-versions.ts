/** Asks the server which versions of a table's rows there are after a step of a timeline, and who made and ended each. */
import type pg from "pg";
import type { StatementResult } from "../../content/samples/transcript.ts";

/** The largest table whose versions are listed, in bytes. */
const SMALL = 65_536;

/** An item of a page, as the extension `pageinspect` has it: https://www.postgresql.org/docs/18/pageinspect.html. */
interface Version {
  ctid: string;
  xmin: string;
  /** None where nobody ends or locks it. */
  xmax: string[];
  /** True where these only lock it. */
  locks: boolean;
}

/**
 * Bits of `t_infomask` (src/include/access/htup_details.h): 128, HEAP_XMAX_LOCK_ONLY; 4096, HEAP_XMAX_IS_MULTI. That hint bits
 * say more or less makes no difference: what became of a transaction is asked for.
 */
const VERSIONS = `
  SELECT format('(%s,%s)', number, lp) AS ctid, t_xmin::text AS xmin, t_infomask & 128 <> 0 AS locks,
    CASE WHEN t_xmax::text = '0' THEN '{}'
      WHEN t_infomask & 4096 <> 0 THEN array(SELECT xid::text FROM pg_get_multixact_members(t_xmax))
      ELSE ARRAY[t_xmax::text] END AS xmax
  FROM generate_series(0, pg_relation_size($1::text::regclass) / current_setting('block_size')::int - 1) number,
    heap_page_items(get_raw_page($1::text, number::int))
  WHERE t_xmin IS NOT NULL ORDER BY number, lp`;

/** An id of 32 bits is one of the last 2^32: https://www.postgresql.org/docs/18/transaction-id.html. */
const STATES = `
  SELECT xid, CASE WHEN xid::bigint < 3 THEN 'committed' ELSE coalesce(pg_xact_status((newest - (newest - xid::bigint) % 4294967296)::text::xid8), 'committed') END AS state
  FROM unnest($1::text[]) xid, (SELECT pg_snapshot_xmax(pg_current_snapshot())::text::bigint AS newest) AS now`;

const RUNNING = `
  SELECT transactionid::text AS xid, pid FROM pg_locks
  WHERE locktype = 'transactionid' AND granted AND pid = ANY ($1)`;

export class RowVersions {
  readonly #table: string;
  readonly #observer: pg.Client;
  /** The sessions by the ids of their transactions. */
  readonly #nameOf = new Map<string, string>();
  /** Versions that were there before the first step, and still are as they were. */
  #quiet: ReadonlySet<string> = new Set();
  /** Ids of transactions from before the first step. */
  #earlier: ReadonlySet<string> = new Set();

  private constructor(table: string, observer: pg.Client) {
    this.#table = table;
    this.#observer = observer;
  }

  /** Look for the first time before the first step; a reason where the server can't say. */
  static async begin(table: string, observer: pg.Client): Promise<RowVersions | { reason: string; hint: string }> {
    const { rows } = await observer.query<{ known: boolean; size: string | null }>(
      "SELECT to_regproc('heap_page_items') IS NOT NULL AS known, pg_relation_size(to_regclass($1::text)) AS size",
      [table],
    );
    const { known = false, size = null } = rows[0] ?? {};
    if (!known) {
      const hint = "write CREATE EXTENSION pageinspect in a hidden sample above";
      return { reason: "shows versions of rows, which PostgreSQL lists with an extension only", hint };
    }
    if (size === null)
      return { reason: `shows versions of "${table}", which is no table`, hint: "write versions=jobs" };
    if (Number(size) > SMALL) {
      return {
        reason: `shows versions of "${table}", which is larger than ${SMALL} bytes`,
        hint: "take a smaller table",
      };
    }
    const versions = new RowVersions(table, observer);
    const first = await versions.#read();
    versions.#quiet = new Set(first.map(keyOf));
    versions.#earlier = new Set(first.flatMap(({ xmin, xmax }) => [xmin, ...xmax]));
    return versions;
  }

  /**
   * Those of rows that a step has touched, by now. `sessions` are the names of process ids; `moved` is the session that went on
   * since the last look, whose the transactions are that nobody saw running. Undefined while a session keeps all others out.
   */
  async look(sessions: ReadonlyMap<number, string>, moved: string | undefined): Promise<StatementResult | undefined> {
    try {
      return await this.#look(sessions, moved);
    } catch {
      // The table is locked exclusively, or is there no more: sessions' locks and their steps say so.
      return undefined;
    }
  }

  async #look(sessions: ReadonlyMap<number, string>, moved: string | undefined): Promise<StatementResult> {
    const { rows: running } = await this.#observer.query<{ xid: string; pid: number }>(RUNNING, [[...sessions.keys()]]);
    for (const { xid, pid } of running) this.#nameOf.set(xid, sessions.get(pid) ?? "");
    const versions = (await this.#read()).filter((version) => !this.#quiet.has(keyOf(version)));
    const xids = [...new Set(versions.flatMap(({ xmin, xmax }) => [xmin, ...xmax]))];
    for (const xid of xids) {
      if (moved !== undefined && !this.#nameOf.has(xid) && !this.#earlier.has(xid)) this.#nameOf.set(xid, moved);
    }
    const { rows: states } = await this.#observer.query<{ xid: string; state: string }>(STATES, [xids]);
    const stateOf = new Map(states.map(({ xid, state }) => [xid, state]));
    const said = (xid: string) => [this.#nameOf.get(xid), stateOf.get(xid)].filter(Boolean).join(" ");
    return {
      columns: ["ctid", "xmin", "xmax"].map((name, at) => ({ name: at === 0 ? `${this.#table}.${name}` : name })),
      rows: versions.map(({ ctid, xmin, xmax, locks }) => {
        const ends = xmax.filter((xid) => !locks || stateOf.get(xid) === "in progress").map(said);
        return [ctid, said(xmin), ends.join(", ") + (locks && ends.length > 0 ? " (lock only)" : "")];
      }),
    };
  }

  async #read(): Promise<Version[]> {
    return (await this.#observer.query<Version>(VERSIONS, [this.#table])).rows;
  }
}

function keyOf({ ctid, xmin, xmax }: Version): string {
  return [ctid, xmin, ...xmax].join();
}
