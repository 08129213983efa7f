/** A server for somebody else's samples, on which everything that they create is dropped afterwards, and nothing else. */
import { randomBytes } from "node:crypto";
import type pg from "pg";
import { UsageError } from "../../content/problems/usage-error.ts";
import { majorOf } from "../../content/samples/version.ts";
import { Guest } from "./guest.ts";
import { dropThese } from "./sample-database.ts";
import { type Address, connectTo, type DatabasesAndRoles, type Server, startOwn } from "./server.ts";

export interface StrangerOptions {
  /** The reader's own server; undefined to start one from npm for the run. */
  address: Address | undefined;
  /** The version from npm; undefined for the one that comes with the engine. */
  major: number | undefined;
  /** Where releases are kept. */
  siteDir: string;
  /** The roles and databases that the samples create by name. */
  made: DatabasesAndRoles;
  /** True to run the samples as a superuser, as their author did. */
  asSuperuser: boolean;
}

export interface StrangerServer extends Server {
  /** Names that were created for this run, and the author's server's names in their place. */
  names: ReadonlyMap<string, string>;
  /** Drops everything of the run while it is still running. */
  dropAll: () => Promise<void>;
}

/** Throws a `UsageError` for a server that can't be used. */
export async function startForStrangers(options: StrangerOptions): Promise<StrangerServer> {
  const { address, major, siteDir, made, asSuperuser } = options;
  const secret = randomBytes(18).toString("base64url");
  const server = address ? await connectTo(address) : await startOwn(siteDir, major, secret);
  const { admin } = server;
  try {
    if (address) await checkFor(admin, made);
    const key = randomBytes(4).toString("hex");
    const name = `wellformed_rerun_${key}`;
    const role = `wellformed_owner_${key}`;
    const guest = asSuperuser ? undefined : await Guest.create(admin, role, majorOf(server.version), !address);
    const configFor: Server["configFor"] = (database, role) => {
      if (!guest) return server.configFor(database, role);
      const user = role ?? guest.role;
      return { ...server.configFor(database), user, password: guest.secret };
    };
    const leftBySamples = async ({ databases, roles }: DatabasesAndRoles) => {
      if (!address) return { databases, roles };
      const ownRoles = guest ? (await guest.rolesMade()).map((role) => role.name) : made.roles;
      const ownDatabases = guest ? [] : made.databases;
      return {
        databases: databases.filter((database) => database.startsWith(name) || ownDatabases.includes(database)),
        roles: roles.filter((role) => ownRoles.includes(role)),
      };
    };
    const dropAll = async () => {
      // On a connection of its own, since the run may be using the other.
      const other = await server.connect();
      const rolesMade = guest ? (await guest.rolesMade()).map((role) => role.name) : made.roles;
      const { rows } = await other.query<DatabasesAndRoles>(
        `SELECT array(SELECT datname::text FROM pg_database WHERE starts_with(datname, $1) OR datname = ANY ($2)) AS databases,
           array(SELECT rolname::text FROM pg_roles WHERE rolname = ANY ($3)) AS roles`,
        [name, guest ? [] : made.databases, rolesMade],
      );
      const { databases, roles } = rows[0] ?? { databases: [], roles: [] };
      await dropThese(other, { databases, roles });
      await guest?.drop();
      await other.end();
    };
    const stop = async () => {
      if (address) await guest?.drop();
      await server.stop();
    };
    const database = address ? name : server.database;
    const names = new Map([
      ...(address ? [[name, "sample"] as const] : []),
      ...(guest ? [[guest.role, "postgres"] as const] : []),
    ]);
    return { ...server, configFor, database, guest, leftBySamples, stop, names, dropAll };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/** Checked before anything is created. */
async function checkFor(admin: pg.Client, made: DatabasesAndRoles): Promise<void> {
  const { rows } = await admin.query<{ isSuper: boolean; databases: string[]; roles: string[] }>(
    `SELECT rolsuper AS "isSuper", array(SELECT datname::text FROM pg_database WHERE datname = ANY ($1)) AS databases,
       array(SELECT rolname::text FROM pg_roles WHERE rolname = ANY ($2)) AS roles
     FROM pg_roles WHERE rolname = current_user`,
    [made.databases, made.roles],
  );
  const [found] = rows;
  const instead = "without --server, a server of its own is started that has nothing else";
  if (!found?.isSuper)
    throw new UsageError(`the role that --server names must be a superuser, to make a database and a role; ${instead}`);
  const there = [...found.databases, ...found.roles];
  if (there.length > 0)
    throw new UsageError(`the server has what the samples would make, and keeps it: ${there.join(", ")}; ${instead}`);
}
