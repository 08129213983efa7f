/** The PostgreSQL that samples run on: one from npm, or one whose address is given. */
import pg from "pg";
import { UsageError } from "../../content/problems/usage-error.ts";
import { SUPERUSER, startEmbedded } from "./embedded.ts";
import type { Guest } from "./guest.ts";

export interface Server {
  /** Of a role, for one database; where no role is given, of the guest or else the superuser. */
  configFor: (database: string, role?: string) => Address & { database: string };
  /** Such as `18.4`. */
  version: string;
  /** Where programs that have no network find it; undefined for one that is elsewhere. */
  sockets: string | undefined;
  /** True where `track_commit_timestamp` is on. */
  keepsCommitTimes: boolean;
  /** What samples see as their database's name. */
  database: string;
  /** The role that runs somebody else's samples; undefined if the superuser runs them. */
  guest: Guest | undefined;
  /** Of databases and roles that appeared while samples ran, those to drop with them. */
  leftBySamples: (come: DatabasesAndRoles) => Promise<DatabasesAndRoles>;
  /** A superuser's connection that samples don't see. */
  admin: pg.Client;
  /** Another such connection, for work at the same time. */
  connect: () => Promise<pg.Client>;
  stop: () => Promise<void>;
}

export interface DatabasesAndRoles {
  databases: string[];
  roles: string[];
}

export interface Address {
  host: string;
  port: number;
  user: string;
  password?: string | undefined;
}

/**
 * `address` is that of another server, as a URL; its superuser must be able to make roles and databases, and trust them.
 * Without one, npm's server of the major version is started, or that which comes with the engine.
 */
export async function startServer(address: string | undefined, siteDir = ".", major?: number): Promise<Server> {
  if (address) return connectTo(addressFrom(address));
  return startOwn(siteDir, major);
}

/** With a `password`, every login needs it. */
export async function startOwn(siteDir: string, major?: number, password?: string): Promise<Server> {
  const { port, sockets, stop } = await startEmbedded(siteDir, major, password);
  return connectTo({ host: "127.0.0.1", port, user: SUPERUSER, password }, stop, sockets);
}

/** Throws a `UsageError` for what is no URL. */
export function addressFrom(url: string): Address {
  if (!URL.canParse(url))
    throw new UsageError(`PostgreSQL has an address such as postgres://postgres@localhost:5432, not "${url}"`);
  const { hostname, port, username, password } = new URL(url);
  const user = decodeURIComponent(username) || SUPERUSER;
  return {
    host: hostname.replace(/^\[|\]$/g, ""),
    port: Number(port || 5432),
    user,
    password: decodeURIComponent(password),
  };
}

/** `stop` ends a server that was started for this; throws a `UsageError` for another one that can't be reached. */
export async function connectTo(address: Address, stop?: () => Promise<void>, sockets?: string): Promise<Server> {
  const connect = async () => {
    const client = new pg.Client({ ...address, database: "postgres" });
    await client.connect();
    return client;
  };
  const admin = await connect().catch(async (error: Error) => {
    await stop?.();
    if (stop) throw error;
    throw new UsageError(`PostgreSQL at ${address.host}:${address.port} can't be used: ${messageOf(error)}`);
  });
  const { rows } = await admin.query(
    "SELECT current_setting('server_version') AS version, current_setting('track_commit_timestamp')::bool AS times",
  );
  return {
    configFor: (database, role) => ({ ...address, database, ...(role && { user: role, password: undefined }) }),
    version: String(rows[0].version).split(" ")[0] ?? "",
    sockets,
    keepsCommitTimes: rows[0].times === true,
    database: "sample",
    guest: undefined,
    // It has no other users.
    leftBySamples: async (come) => come,
    admin,
    connect,
    stop: async () => {
      await admin.end();
      await stop?.();
    },
  };
}

/** Of a name with several addresses, none of which answers, the error itself says nothing. */
function messageOf(error: Error): string {
  const first: unknown = error instanceof AggregateError ? error.errors[0] : error;
  return first instanceof Error ? first.message : error.message;
}
