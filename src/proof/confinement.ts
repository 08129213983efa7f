/**
 * Where the system lets us, a page's programs run in namespaces of their own: without a network but a loopback that is the
 * page's alone, among no other processes, with all but their own folder to read only. See `confine.sh`.
 */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

const SCRIPT = fileURLToPath(new URL("confine.sh", import.meta.url));
const NAMESPACES = ["--user", "--net", "--mount", "--pid", "--uts", "--ipc"];
/** Of util-linux and iproute2. */
const NEEDED = ["unshare", "nsenter", "mount", "ip"];
/** Where PostgreSQL's socket is then, as on Debian. */
export const CONFINED_SOCKETS = "/run/postgresql";

export interface ConfinedFolders {
  /** The folder with PostgreSQL's socket. */
  sockets: string | undefined;
  writable: readonly string[];
  /** Beside whatever lies neither in `/tmp` nor in `/run`. */
  readable: readonly string[];
}

/** Kept for the process: a system that can't do it once can't do it later. */
let isPossible: Promise<boolean> | undefined;

/** True where programs can be confined: on Linux, where users may have namespaces. */
export function canConfine(): Promise<boolean> {
  isPossible ??= probe();
  return isPossible;
}

async function probe(): Promise<boolean> {
  if (process.platform !== "linux") return false;
  if (NEEDED.some((name) => spawnSync(name, ["--version"], { stdio: "ignore" }).error)) return false;
  const confinement = await Confinement.start({ sockets: undefined, writable: [], readable: [] });
  await confinement?.end();
  return confinement !== undefined;
}

export class Confinement {
  readonly #process: ChildProcess;
  /** Of the first process in the namespaces, as this one sees it. */
  readonly #pid: number;

  private constructor(process: ChildProcess, pid: number) {
    this.#process = process;
    this.#pid = pid;
  }

  /** Undefined where the system refuses. */
  static async start({ sockets, writable, readable }: ConfinedFolders): Promise<Confinement | undefined> {
    const unshare = [...NAMESPACES, "--map-root-user", "--fork", "--kill-child", "--mount-proc"];
    const args = [...unshare, "sh", SCRIPT, sockets ?? "", ...writable, "--", ...readable];
    const started = spawn("unshare", args, { stdio: ["ignore", "pipe", "ignore"] });
    const isReady = await new Promise<boolean>((resolve) => {
      started.stdout.once("data", () => resolve(true));
      started.on("error", () => resolve(false));
      started.on("exit", () => resolve(false));
    });
    const pid = isReady && started.pid ? await childOf(started.pid) : undefined;
    if (pid !== undefined) return new Confinement(started, pid);
    started.kill("SIGKILL");
    return undefined;
  }

  /** The command that runs another one in there, in that folder: the one that a process is in does not go with it. */
  wrap(command: readonly string[], folder: string): string[] {
    const enter = ["nsenter", "--target", String(this.#pid), ...NAMESPACES, "--preserve-credentials", "--"];
    return [...enter, "sh", "-c", 'cd "$0" && exec "$@"', folder, ...command];
  }

  /** With it ends whatever runs in there. */
  async end(): Promise<void> {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return;
    const ended = once(this.#process, "exit");
    this.#process.kill("SIGKILL");
    await ended;
  }
}

async function childOf(pid: number): Promise<number | undefined> {
  const children = await readFile(`/proc/${pid}/task/${pid}/children`, "utf8").catch(() => "");
  const [child] = children.split(" ").filter(Boolean);
  return child === undefined ? undefined : Number(child);
}
