/** A page's own database on a shared server: everything that its samples leave there goes with it, roles included. */
import type pg from "pg";
import type { Server } from "./server.ts";
import { Session } from "./session.ts";

/** The same on every server and machine; a deadlock shows soon. */
const SETTINGS = {
  timezone: "'UTC'",
  datestyle: "'ISO, YMD'",
  intervalstyle: "'postgres'",
  lc_messages: "'C'",
  deadlock_timeout: "'50ms'",
};
const NAME = "sample";

export class Database {
  readonly #server: Server;
  readonly #known: Known;
  readonly #sessions = new Map<string, Session>();

  private constructor(server: Server, known: Known) {
    this.#server = server;
    this.#known = known;
  }

  static async create(server: Server): Promise<Database> {
    const known = await knownTo(server.admin);
    await server.admin.query(`CREATE DATABASE ${NAME} TEMPLATE template0`);
    for (const [name, value] of Object.entries(SETTINGS)) {
      await server.admin.query(`ALTER DATABASE ${NAME} SET ${name} = ${value}`);
    }
    return new Database(server, known);
  }

  /** What a program finds in its environment, by the names that libpq gave them. */
  environment(role: string | undefined): Record<string, string> {
    const { host, port, user, password } = this.#server.configFor(NAME, role);
    const secret = typeof password === "string" ? { PGPASSWORD: password } : {};
    return { PGHOST: host, PGPORT: String(port), PGDATABASE: NAME, PGUSER: user, ...secret };
  }

  /** The session that a role's samples share. */
  async sessionOf(role: string | undefined): Promise<Session> {
    const name = role ?? "";
    const known = this.#sessions.get(name) ?? (await this.open(role));
    this.#sessions.set(name, known);
    return known;
  }

  /** A session of its own; whoever opens it ends it. */
  async open(role: string | undefined): Promise<Session> {
    const cancel = async (pid: number) => void (await this.#server.admin.query("SELECT pg_cancel_backend($1)", [pid]));
    return new Session(this.#server.configFor(NAME, role), cancel).connect();
  }

  /** For each of the backends that waits: the process ids of those that it waits for. */
  async blockersOf(pids: number[]): Promise<Map<number, number[]>> {
    const { rows } = await this.#server.admin.query<{ pid: number; blockers: number[] }>(
      "SELECT pid, pg_blocking_pids(pid) AS blockers FROM unnest($1::int[]) AS pid",
      [pids],
    );
    return new Map(rows.filter(({ blockers }) => blockers.length > 0).map(({ pid, blockers }) => [pid, blockers]));
  }

  async isConnected(pid: number): Promise<boolean> {
    const { rowCount } = await this.#server.admin.query("SELECT FROM pg_stat_activity WHERE pid = $1", [pid]);
    return rowCount !== 0;
  }

  /** Drops it, with every database and role that was not there before. */
  async drop(): Promise<void> {
    for (const session of this.#sessions.values()) await session.end();
    const { admin } = this.#server;
    const now = await knownTo(admin);
    for (const name of now.databases.filter((database) => !this.#known.databases.includes(database))) {
      await admin.query(`DROP DATABASE ${admin.escapeIdentifier(name)} WITH (FORCE)`);
    }
    for (const name of now.roles.filter((role) => !this.#known.roles.includes(role))) {
      await admin.query(`DROP OWNED BY ${admin.escapeIdentifier(name)}`);
      await admin.query(`DROP ROLE ${admin.escapeIdentifier(name)}`);
    }
  }
}

interface Known {
  databases: string[];
  roles: string[];
}

async function knownTo(admin: pg.Client): Promise<Known> {
  const { rows } = await admin.query<Known>(
    "SELECT array(SELECT datname::text FROM pg_database) AS databases, array(SELECT rolname::text FROM pg_roles) AS roles",
  );
  return rows[0] ?? { databases: [], roles: [] };
}
