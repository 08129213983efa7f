/**
 * What a page's samples share besides the database: a folder, a port, and processes that outlive a sample. Programs are confined
 * where the system allows it.
 */
import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";
import { mkdir, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { RedisServer } from "./clients/redis-server.ts";
import { PsqlSession } from "./clients/run-psql.ts";
import { SqliteSession } from "./clients/sqlite-session.ts";
import type { NodeRelease } from "./node-release.ts";
import { freePort } from "./postgres/embedded.ts";
import { CONFINED_SOCKETS, Confinement, canConfine } from "./programs/confinement.ts";
import type { ProgramFolders } from "./programs/program-folders.ts";
import type { RunningServer } from "./programs/run-http.ts";

/** The port that servers listen on when confined, and that pages always show. */
export const PAGE_PORT = 8080;

/** The folder of the scripts that the engine runs among the page's programs. */
const ENGINE = fileURLToPath(new URL(".", import.meta.url));

export class Workplace {
  readonly folders: ProgramFolders;
  readonly node: NodeRelease;
  /** The value of `PORT` for programs. */
  readonly port: number;
  readonly #confinement: Confinement | undefined;
  /** The page's server, which later samples ask. */
  server: RunningServer | undefined;
  #sqlite: SqliteSession | undefined;
  #redis: RedisServer | undefined;
  readonly #psql = new Map<string, PsqlSession>();

  private constructor(folders: ProgramFolders, node: NodeRelease, confinement: Confinement | undefined, port: number) {
    this.folders = folders;
    this.node = node;
    this.#confinement = confinement;
    this.port = port;
  }

  /** `sockets` is the folder of the database's socket. Without one, programs reach the database by the network and are not confined. */
  static async open(folders: ProgramFolders, node: NodeRelease, sockets: string | undefined): Promise<Workplace> {
    const { working, packages, compiled } = folders;
    await rm(working, { recursive: true, force: true });
    await mkdir(working, { recursive: true });
    const mayConfine = sockets !== undefined && (await canConfine());
    if (mayConfine) await mkdir(compiled, { recursive: true });
    const readable = [...packages, dirname(node.path), ENGINE];
    const confinement = mayConfine
      ? await Confinement.start({ sockets, writable: [working, compiled], readable: readable.filter(isHidden) })
      : undefined;
    return new Workplace(folders, node, confinement, confinement ? PAGE_PORT : await freePort());
  }

  get isConfined(): boolean {
    return this.#confinement !== undefined;
  }

  /** A program's environment variables: where the database is, and where to listen. */
  environment(database: Record<string, string>): Record<string, string> {
    const { PATH = "" } = process.env;
    const { working } = this.folders;
    const host = this.#confinement ? { PGHOST: CONFINED_SOCKETS } : {};
    const plain = { PATH, HOME: working, LANG: "C.UTF-8", TZ: "UTC", NO_COLOR: "1" };
    return { ...plain, ...database, ...host, PORT: String(this.port) };
  }

  /** Starts a process in a group of its own, which can be ended whole. */
  spawn(command: readonly string[], env: Record<string, string>, stdio: SpawnOptions["stdio"]): ChildProcess {
    const { working } = this.folders;
    const [program = "", ...args] = this.#confinement?.wrap(command, working) ?? command;
    return spawn(program, args, { cwd: working, env, detached: true, stdio });
  }

  /** Output without what differs between machines: the folder, and the port. */
  plain(output: string): string {
    const { working } = this.folders;
    const plain = output.replaceAll(working, "");
    return this.port === PAGE_PORT ? plain : plain.replace(new RegExp(`\\b${this.port}\\b`, "g"), String(PAGE_PORT));
  }

  sqlite(): SqliteSession {
    this.#sqlite ??= new SqliteSession(this);
    return this.#sqlite;
  }

  async redis(): Promise<RedisServer> {
    this.#redis ??= await RedisServer.start();
    return this.#redis;
  }

  /** The psql that a role's samples share; a new one if the last has ended. */
  psql(role: string | undefined, database: Record<string, string>): PsqlSession {
    const name = role ?? "";
    const known = this.#psql.get(name);
    const session = known?.hasEnded === false ? known : new PsqlSession(this, database);
    this.#psql.set(name, session);
    return session;
  }

  async close(): Promise<void> {
    this.server?.end();
    this.#sqlite?.end();
    for (const session of this.#psql.values()) session.end();
    await this.#redis?.end();
    await this.#confinement?.end();
    await rm(this.folders.working, { recursive: true, force: true });
  }
}

/** True for paths that a confined program sees only if they are named. */
function isHidden(path: string): boolean {
  return /^\/(tmp|run|var\/run)\//.test(path);
}
