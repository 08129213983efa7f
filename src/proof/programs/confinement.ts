/**
 * Runs a page's programs in Linux namespaces of their own, where the system allows it: no network but the page's own loopback
 * interface, no other processes, and read-only files outside their own folders. See `confine.sh`.
 */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

const SCRIPT = fileURLToPath(new URL("confine.sh", import.meta.url));
const NAMESPACES = ["--user", "--net", "--mount", "--pid", "--uts", "--ipc"];
/** Programs of util-linux and iproute2. */
const NEEDED = ["unshare", "nsenter", "mount", "ip"];
/** The folder of PostgreSQL's socket for confined programs, as on Debian. */
export const CONFINED_SOCKETS = "/run/postgresql";

export interface ConfinedFolders {
  /** The folder with PostgreSQL's socket. */
  sockets: string | undefined;
  writable: readonly string[];
  /** Needed only for paths in `/tmp` and `/run`, which are emptied; everything else is readable anyway. */
  readable: readonly string[];
}

/** Remembered: the answer does not change while the process runs. */
let isPossible: Promise<boolean> | undefined;

/** True where programs can be confined: on Linux, where users may create namespaces. */
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

/** A set of namespaces, held open by its first process. */
export class Confinement {
  readonly #process: ChildProcess;
  /** The id of the first process in the namespaces, as seen from outside. */
  readonly #pid: number;

  private constructor(process: ChildProcess, pid: number) {
    this.#process = process;
    this.#pid = pid;
  }

  /** Undefined if the system refuses. */
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

  /** The command that runs another one inside, in that folder: `nsenter` does not keep the working directory. */
  wrap(command: readonly string[], folder: string): string[] {
    const enter = ["nsenter", "--target", String(this.#pid), ...NAMESPACES, "--preserve-credentials", "--"];
    return [...enter, "sh", "-c", 'cd "$0" && exec "$@"', folder, ...command];
  }

  /** Ends everything that runs inside. */
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
