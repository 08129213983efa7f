/** A Redis or Valkey of a page's own, without a network, and a connection to it. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { connect, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { endGroup } from "../programs/end-group.ts";
import { findTool } from "../programs/tools.ts";
import { type Reply, readReply } from "./redis-reply.ts";

/** They reach other machines, files or this server's own process. */
const REFUSED = ["MIGRATE", "REPLICAOF", "SLAVEOF", "MODULE", "SAVE", "BGSAVE", "BGREWRITEAOF", "SHUTDOWN", "DEBUG"];
const CONFIGURATION = [
  ...["port 0", 'save ""', "appendonly no", "daemonize no", "databases 16"],
  ...REFUSED.map((command) => `rename-command ${command} ""`),
];
const MILLISECONDS_TO_START = 10_000;
const BETWEEN_TRIES = 10;
const SOCKET = "redis.sock";

export class RedisServer {
  readonly #process: ChildProcess;
  readonly #folder: string;
  readonly #socket: Socket;
  /** Of its socket. */
  readonly path: string;
  #received = Buffer.alloc(0);
  #waiting: ((reply: Reply | undefined) => void) | undefined;

  private constructor(process: ChildProcess, folder: string, socket: Socket) {
    this.#process = process;
    this.#folder = folder;
    this.path = join(folder, SOCKET);
    this.#socket = socket;
    socket.on("data", (chunk: Buffer) => {
      this.#received = Buffer.concat([this.#received, chunk]);
      this.#take();
    });
    socket.on("error", () => {});
    socket.on("close", () => this.#answer(undefined));
  }

  static async start(): Promise<RedisServer> {
    const tool = findTool("Redis");
    if (!tool) throw new Error("it needs Redis, and this machine has none");
    const folder = await mkdtemp(join(tmpdir(), "wellformed-redis-"));
    const path = join(folder, SOCKET);
    const started = spawn(tool.path, ["-"], { cwd: folder, detached: true, stdio: ["pipe", "pipe", "ignore"] });
    let said = "";
    started.stdout.on("data", (chunk: Buffer) => {
      if (said.length < 10_000) said += chunk.toString();
    });
    started.stdin.end([...CONFIGURATION, `dir ${folder}`, `unixsocket ${path}`, ""].join("\n"));
    const end = performance.now() + MILLISECONDS_TO_START;
    for (;;) {
      const socket = await connected(path);
      if (socket) return new RedisServer(started, folder, socket);
      if (started.exitCode !== null || performance.now() > end) break;
      await pause(BETWEEN_TRIES);
    }
    endGroup(started);
    await rm(folder, { recursive: true, force: true });
    throw new Error(`${tool.name} does not start: ${said}`);
  }

  /** Undefined where it has closed the connection. */
  ask(words: readonly Buffer[]): Promise<Reply | undefined> {
    return new Promise((resolve) => {
      if (this.#socket.destroyed) return resolve(undefined);
      this.#waiting = resolve;
      const parts = words.flatMap((word) => [`$${word.length}\r\n`, word, "\r\n"]);
      this.#socket.write(Buffer.concat([`*${words.length}\r\n`, ...parts].map((part) => Buffer.from(part))));
    });
  }

  async end(): Promise<void> {
    this.#socket.destroy();
    endGroup(this.#process);
    await rm(this.#folder, { recursive: true, force: true });
  }

  #take(): void {
    const read = this.#waiting && readReply(this.#received, 0);
    if (!read) return;
    this.#received = this.#received.subarray(read.next);
    this.#answer(read.reply);
  }

  #answer(reply: Reply | undefined): void {
    const waiting = this.#waiting;
    this.#waiting = undefined;
    waiting?.(reply);
  }
}

/** Undefined while nobody listens. */
function connected(path: string): Promise<Socket | undefined> {
  return new Promise((resolve) => {
    const socket = connect(path);
    socket.once("connect", () => resolve(socket));
    socket.once("error", () => resolve(undefined));
  });
}
