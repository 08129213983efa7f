/** A page's own database on a shared server: everything that its samples leave there goes with it, roles included. */
import pg from "pg";
import { type Activity, activitiesOf, type RowVersion } from "../timelines/waits.ts";
import type { DatabasesAndRoles, Server } from "./server.ts";
import { type Cancel, Session } from "./session.ts";

/** Settings for the same results on every server and machine, and for finding deadlocks soon. */
const SETTINGS = {
  timezone: "'UTC'",
  datestyle: "'ISO, YMD'",
  intervalstyle: "'postgres'",
  lc_messages: "'C'",
  deadlock_timeout: "'50ms'",
};
const CANCEL = `SELECT wait_event_type || ': ' || wait_event AS event, pg_cancel_backend(pid) FROM pg_stat_activity WHERE pid = $1`;
export class SampleDatabase {
  readonly #server: Server;
  /** A superuser's connection, to another database. */
  readonly #admin: pg.Client;
  /** The databases and roles that were there before. */
  readonly #before: DatabasesAndRoles;
  readonly name: string;
  readonly #sessions = new Map<string, Session>();

  private constructor(server: Server, admin: pg.Client, before: DatabasesAndRoles, name: string) {
    this.#server = server;
    this.#admin = admin;
    this.#before = before;
    this.name = name;
  }

  static async create(server: Server): Promise<SampleDatabase> {
    const { admin, database, guest } = server;
    const before = await databasesAndRoles(admin);
    const owner = guest ? ` OWNER ${admin.escapeIdentifier(guest.role)}` : "";
    await admin.query(`CREATE DATABASE ${database} TEMPLATE template0${owner}`);
    for (const [name, value] of Object.entries(SETTINGS)) {
      await admin.query(`ALTER DATABASE ${database} SET ${name} = ${value}`);
    }
    return new SampleDatabase(server, admin, before, database);
  }

  /** Where its server's socket is; undefined for a server that programs reach by the network. */
  get sockets(): string | undefined {
    return this.#server.sockets;
  }

  /** libpq's environment variables, by which programs find it. */
  environment(role: string | undefined): Record<string, string> {
    const { host, port, user, password } = this.#server.configFor(this.name, role);
    const secret = typeof password === "string" ? { PGPASSWORD: password } : {};
    return { PGHOST: host, PGPORT: String(port), PGDATABASE: this.name, PGUSER: user, ...secret };
  }

  /** To be called before a program is run, which may log in as any role of the samples. */
  async admitAll(): Promise<void> {
    await this.#server.guest?.admitAll();
  }

  /** The session that a role's samples share. */
  async sessionOf(role: string | undefined): Promise<Session> {
    const name = role ?? "";
    const shared = this.#sessions.get(name) ?? (await this.openSession(role));
    this.#sessions.set(name, shared);
    return shared;
  }

  /** A session of its own, which the caller must end. `nameOf` gives the names of other sessions. */
  async openSession(
    role: string | undefined,
    nameOf: (pid: number) => string | undefined = () => undefined,
  ): Promise<Session> {
    if (role !== undefined) await this.#server.guest?.admit(role);
    const cancel: Cancel = async (pid) => {
      // Not by the connection that watches waits, which may be busy.
      const admin = await this.#server.connect();
      try {
        const { rows } = await admin.query<{ event: string | null }>(CANCEL, [pid]);
        return rows[0]?.event ?? undefined;
      } finally {
        await admin.end();
      }
    };
    return new Session(this.#server.configFor(this.name, role), cancel, nameOf).connect();
  }

  /** A connection that looks at what sessions hold without ever waiting, which the caller must end. */
  async openObserver(): Promise<pg.Client> {
    const client = new pg.Client(this.#server.configFor(this.name));
    await client.connect();
    await client.query("SET lock_timeout = '10ms'");
    return client;
  }

  activitiesOf(pids: number[], nameOf: (pid: number) => string | undefined): Promise<Map<number, Activity>> {
    return activitiesOf(pids, this.#admin, nameOf);
  }

  /**
   * Commit times in microseconds, by transaction id; undefined if the server keeps none. They are farther apart than a
   * floating-point number's rounding.
   */
  async commitTimes(xids: string[]): Promise<Map<string, number> | undefined> {
    if (!this.#server.keepsCommitTimes) return undefined;
    const { rows } = await this.#admin.query<{ xid: string; time: string }>(
      `SELECT xid, (extract(epoch FROM pg_xact_commit_timestamp(xid::xid)) * 1000000)::bigint::text AS time
       FROM unnest($1::text[]) AS xid WHERE pg_xact_commit_timestamp(xid::xid) IS NOT NULL`,
      [xids],
    );
    return new Map(rows.map(({ xid, time }) => [xid, Number(time)]));
  }

  /** True while that version of a row exists, or can't be looked for. */
  async hasRow({ table, ctid }: RowVersion): Promise<boolean> {
    const client = new pg.Client(this.#server.configFor(this.name));
    try {
      await client.connect();
      await client.query("SET search_path = ''");
      const { rows } = await client.query("SELECT $1::oid::regclass::text AS name", [table]);
      const { rowCount } = await client.query(`SELECT FROM ${rows[0].name} WHERE ctid = $1`, [ctid]);
      return rowCount !== 0;
    } catch {
      return true;
    } finally {
      await client.end();
    }
  }

  async isConnected(pid: number): Promise<boolean> {
    const { rowCount } = await this.#admin.query("SELECT FROM pg_stat_activity WHERE pid = $1", [pid]);
    return rowCount !== 0;
  }

  /** True while a session that samples share has not ended its transaction. */
  async hasOpenTransaction(): Promise<boolean> {
    const pids = [...this.#sessions.values()].map(({ pid }) => pid);
    const { rowCount } = await this.#admin.query(
      "SELECT FROM pg_stat_activity WHERE pid = ANY ($1) AND state <> 'idle'",
      [pids],
    );
    return rowCount !== 0;
  }

  async endSessions(): Promise<void> {
    for (const session of this.#sessions.values()) await session.end();
    this.#sessions.clear();
  }

  /**
   * Another database with the same content, settings and privileges, with a connection of its own. Nothing may be
   * connected to this one.
   */
  async copy(number: number): Promise<SampleDatabase> {
    const name = `${this.#server.database}_copy_${number}`;
    const admin = await this.#server.connect();
    await admin.query(`CREATE DATABASE ${name} TEMPLATE ${this.name}`);
    // CREATE DATABASE does not copy settings of ALTER DATABASE SET and privileges of GRANT ON DATABASE.
    await admin.query(
      `INSERT INTO pg_db_role_setting SELECT copy.oid, setrole, setconfig FROM pg_db_role_setting
       JOIN pg_database source ON source.oid = setdatabase, pg_database copy WHERE source.datname = $1 AND copy.datname = $2`,
      [this.name, name],
    );
    await admin.query(
      `UPDATE pg_database copy SET datacl = source.datacl, datdba = source.datdba FROM pg_database source
       WHERE source.datname = $1 AND copy.datname = $2`,
      [this.name, name],
    );
    return new SampleDatabase(this.#server, admin, this.#before, name);
  }

  /** Drops a copy alone. */
  async discard(): Promise<void> {
    await this.endSessions();
    await this.#admin.query(`DROP DATABASE ${this.name} WITH (FORCE)`);
    await this.#admin.end();
  }

  /** Takes the place, and the name, of the database that this is a copy of. */
  async replace(original: SampleDatabase): Promise<SampleDatabase> {
    await original.endSessions();
    await this.#admin.end();
    const { admin } = this.#server;
    await admin.query(`DROP DATABASE ${original.name} WITH (FORCE)`);
    await admin.query(`ALTER DATABASE ${this.name} RENAME TO ${original.name}`);
    return new SampleDatabase(this.#server, admin, this.#before, original.name);
  }

  /** Drops it, with every database and role that samples made. */
  async drop(): Promise<void> {
    await this.endSessions();
    const { admin, leftBySamples } = this.#server;
    const now = await databasesAndRoles(admin);
    const { databases, roles } = await leftBySamples({
      databases: now.databases.filter((database) => !this.#before.databases.includes(database)),
      roles: now.roles.filter((role) => !this.#before.roles.includes(role)),
    });
    await dropThese(admin, { databases, roles });
  }
}

/** Databases first: objects that roles own there go with them. */
export async function dropThese(admin: pg.Client, { databases, roles }: DatabasesAndRoles): Promise<void> {
  for (const name of databases) await admin.query(`DROP DATABASE ${admin.escapeIdentifier(name)} WITH (FORCE)`);
  for (const name of roles) {
    await admin.query(`DROP OWNED BY ${admin.escapeIdentifier(name)}`);
    await admin.query(`DROP ROLE ${admin.escapeIdentifier(name)}`);
  }
}

async function databasesAndRoles(admin: pg.Client): Promise<DatabasesAndRoles> {
  const { rows } = await admin.query<DatabasesAndRoles>(
    "SELECT array(SELECT datname::text FROM pg_database) AS databases, array(SELECT rolname::text FROM pg_roles) AS roles",
  );
  return rows[0] ?? { databases: [], roles: [] };
}
