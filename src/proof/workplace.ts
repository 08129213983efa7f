/**
 * What a page's samples share beside the database: a folder, a port, and processes that go on from sample to sample. Programs are
 * confined where the system can.
 */
import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";
import { mkdir, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { CONFINED_SOCKETS, Confinement, canConfine } from "./confinement.ts";
import { freePort } from "./embedded.ts";
import type { NodeRelease } from "./node-release.ts";
import type { ProgramFolders } from "./program-steps.ts";
import { RedisServer } from "./redis-server.ts";
import type { RunningServer } from "./run-http.ts";
import { PsqlSession } from "./run-psql.ts";
import { SqliteSession } from "./sqlite-session.ts";

/** Where servers listen, as pages show it: confined, a page has all ports for itself. */
export const PAGE_PORT = 8080;

/** What it runs in there itself. */
const ENGINE = fileURLToPath(new URL(".", import.meta.url));

export class Workplace {
  readonly folders: ProgramFolders;
  readonly node: NodeRelease;
  /** `PORT` of programs. */
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

  /** `sockets` is where the database's socket is: without one, programs need the network for it, and are not confined. */
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

  /** Of a program: where the database is and where to listen. */
  environment(database: Record<string, string>): Record<string, string> {
    const { PATH = "" } = process.env;
    const { working } = this.folders;
    const host = this.#confinement ? { PGHOST: CONFINED_SOCKETS } : {};
    const plain = { PATH, HOME: working, LANG: "C.UTF-8", TZ: "UTC", NO_COLOR: "1" };
    return { ...plain, ...database, ...host, PORT: String(this.port) };
  }

  /** In a process group of its own, so that nothing that it starts outlives it. */
  spawn(command: readonly string[], env: Record<string, string>, stdio: SpawnOptions["stdio"]): ChildProcess {
    const { working } = this.folders;
    const [program = "", ...args] = this.#confinement?.wrap(command, working) ?? command;
    return spawn(program, args, { cwd: working, env, detached: true, stdio });
  }

  /** What is printed of it is the same on every machine. */
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

  /** The session that a role's samples share. */
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

/** What a confined program does not see unless it is named. */
function isHidden(path: string): boolean {
  return /^\/(tmp|run|var\/run)\//.test(path);
}
