/**
 * The role that runs somebody else's SQL: it owns one database and is no superuser, so it can't read files, start programs or
 * touch other databases and roles. Roles that it creates are dropped with it.
 */
import { randomBytes } from "node:crypto";
import type pg from "pg";

/** Since this version, CREATEROLE gives no power over roles that others made. */
const FIRST_SAFE_CREATEROLE = 16;
/** Granted only on a server that was started for the run alone. */
const MEMBERSHIPS = [
  "pg_monitor",
  "pg_read_all_stats",
  "pg_read_all_settings",
  "pg_stat_scan_tables",
  "pg_signal_backend",
  "pg_checkpoint",
  "pg_maintain",
];

/** The roles that the guest created, and those that they created in turn: a role's creator has ADMIN OPTION on it. */
const MADE = `WITH RECURSIVE made AS (
  SELECT roleid FROM pg_auth_members WHERE member = $1::regrole AND admin_option
  UNION SELECT m.roleid FROM pg_auth_members m JOIN made ON m.member = made.roleid WHERE m.admin_option)
SELECT oid, rolname::text AS name FROM pg_roles JOIN made ON oid = roleid WHERE rolname !~ '^pg_'`;

interface Role {
  oid: number;
  name: string;
}

export class Guest {
  readonly #admin: pg.Client;
  readonly role: string;
  /** The password of the guest and of all roles that it creates. */
  readonly secret = randomBytes(18).toString("base64url");
  /** Roles that can log in with the secret, by oid. */
  readonly #admitted = new Map<number, Promise<unknown>>();

  private constructor(admin: pg.Client, role: string) {
    this.#admin = admin;
    this.role = role;
  }

  /** `isAlone` is true for a server that was started for the run alone. */
  static async create(admin: pg.Client, role: string, major: number, isAlone: boolean): Promise<Guest> {
    const guest = new Guest(admin, role);
    const name = admin.escapeIdentifier(role);
    const makesRoles = major >= FIRST_SAFE_CREATEROLE;
    const attributes = `LOGIN BYPASSRLS ${makesRoles ? "CREATEROLE" : ""} PASSWORD ${admin.escapeLiteral(guest.secret)}`;
    await admin.query(`CREATE ROLE ${name} ${attributes}`);
    // As for a superuser, SET ROLE to a role that it created works.
    if (makesRoles) await admin.query(`ALTER ROLE ${name} SET createrole_self_grant = 'set, inherit'`);
    const { rows } = await admin.query<Role>("SELECT rolname::text AS name FROM pg_roles WHERE rolname = ANY ($1)", [
      isAlone ? MEMBERSHIPS : [],
    ]);
    for (const { name: of } of rows) await admin.query(`GRANT ${of} TO ${name} WITH ADMIN OPTION`);
    return guest;
  }

  async rolesMade(): Promise<Role[]> {
    return (await this.#admin.query<Role>(MADE, [this.role])).rows;
  }

  /** Lets a role that the guest created log in. Throws for any other role. */
  async admit(role: string): Promise<void> {
    const made = (await this.rolesMade()).find(({ name }) => name === role);
    if (!made) throw new Error(`the role "${role}" is none that the samples have made`);
    const { oid, name } = made;
    const admitted =
      this.#admitted.get(oid) ??
      this.#admin.query(
        `ALTER ROLE ${this.#admin.escapeIdentifier(name)} PASSWORD ${this.#admin.escapeLiteral(this.secret)}`,
      );
    this.#admitted.set(oid, admitted);
    await admitted;
  }

  /** For programs, which may log in as any of them. */
  async admitAll(): Promise<void> {
    for (const { name } of await this.rolesMade()) await this.admit(name);
  }

  async drop(): Promise<void> {
    const name = this.#admin.escapeIdentifier(this.role);
    await this.#admin.query(`DROP OWNED BY ${name}`);
    await this.#admin.query(`DROP ROLE ${name}`);
  }
}
