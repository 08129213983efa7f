/** Runs a command and measures it from outside: how long it takes, and how much memory it and its children hold. */
import { execFileSync, spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";

export interface Measurement {
  seconds: number;
  /** Of processor time, of all its processes, as far as was seen: on a machine that has other work, the fairer measure. */
  cpuSeconds: number | undefined;
  /**
   * Of all its processes together, where what several of them share counts once (Linux: PSS, when they hold more than ever
   * before; looked at ten times a second); undefined where the system does not tell.
   */
  peakMegabytes: number | undefined;
}

interface Process {
  pid: number;
  parent: number;
  /** What is resident now, where what it shares with others counts whole. */
  kilobytes: number;
  /**
   * What it has for itself, and its share of what several processes have. The system walks through all of its pages for it, while
   * the process waits: asked twenty times a second, it takes half a core.
   */
  proportionalKilobytes: () => number;
  cpuSeconds: number;
}

const { platform } = process;
/** Of the clock by which Linux counts processor time, in a second. */
const TICKS = 100;
const PAUSE = platform === "linux" ? 100 : 250;
/** Of Linux on all machines that Node is made for; those with larger pages tell less. */
const KILOBYTES_OF_A_PAGE = 4;
/** How much more than ever before must be resident to ask for more. */
const WORTH_ASKING = 1.01;

/** Runs in `root`, where npm would, with the tools of its packages; throws, with what it printed, where the command fails. */
export async function measure(command: string, args: string[], root: string): Promise<Measurement> {
  const env = { ...process.env, PATH: [join(root, "node_modules/.bin"), process.env["PATH"]].join(delimiter) };
  const start = performance.now();
  const child = spawn(command, args, { cwd: root, env, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (output += text));
  let peak = 0;
  let mostResident = 0;
  const cpu = new Map<number, number>();
  const timer = setInterval(() => {
    const tree = treeOf(child.pid ?? 0);
    const resident = tree.reduce((sum, { kilobytes }) => sum + kilobytes, 0);
    if (resident > mostResident * WORTH_ASKING) {
      mostResident = resident;
      const proportional = tree.reduce((sum, { proportionalKilobytes }) => sum + proportionalKilobytes(), 0);
      peak = Math.max(peak, proportional);
    }
    for (const { pid, cpuSeconds } of tree) cpu.set(pid, cpuSeconds);
  }, PAUSE);
  const code = await new Promise((resolve, reject) => child.on("error", reject).on("close", resolve));
  const seconds = (performance.now() - start) / 1000;
  clearInterval(timer);
  if (code !== 0) throw new Error(`${command} ${args.join(" ")} failed:\n${output}`);
  const cpuSeconds = [...cpu.values()].reduce((sum, one) => sum + one, 0);
  return { seconds, cpuSeconds: cpuSeconds || undefined, peakMegabytes: peak === 0 ? undefined : peak / 1024 };
}

/** Processor time, in seconds, of a process and all that it started, so far. Zero where the system does not tell. */
export function cpuSecondsOf(pid: number): number {
  return treeOf(pid).reduce((sum, { cpuSeconds }) => sum + cpuSeconds, 0);
}

/** A process and all that it started, and they. */
function treeOf(root: number): Process[] {
  const processes = platform === "linux" ? processesOfProc() : platform === "win32" ? [] : processesOfPs();
  const below = (pid: number): Process[] =>
    processes.flatMap((one) => (one.pid === pid ? [one] : one.parent === pid ? below(one.pid) : []));
  return below(root);
}

function processesOfProc(): Process[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        // What follows the name, which may have anything in it: the parent, user and system time, and resident pages are fields 4,
        // 14, 15 and 24.
        const stat = readFileSync(`/proc/${pid}/stat`, "latin1")
          .replace(/^.*\) /, "")
          .split(" ")
          .map(Number);
        const [parent = 0, user = 0, system = 0, pages = 0] = [stat[1], stat[11], stat[12], stat[21]];
        const kilobytes = pages * KILOBYTES_OF_A_PAGE;
        const proportionalKilobytes = () => proportionalSize(pid);
        return [{ pid: Number(pid), parent, kilobytes, proportionalKilobytes, cpuSeconds: (user + system) / TICKS }];
      } catch {
        return []; // It has ended meanwhile.
      }
    });
}

/** In kilobytes; 0 where it has ended. */
function proportionalSize(pid: string): number {
  try {
    const [, kilobytes] = /^Pss:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, "utf8")) ?? [];
    return Number(kilobytes ?? 0);
  } catch {
    return 0;
  }
}

/** macOS and the BSDs: what is resident now. */
function processesOfPs(): Process[] {
  const lines = execFileSync("ps", ["-A", "-o", "pid=,ppid=,rss="], { encoding: "utf8" }).trim().split("\n");
  return lines.map((line) => {
    const [pid = 0, parent = 0, kilobytes = 0] = line.trim().split(/\s+/).map(Number);
    return { pid, parent, kilobytes, proportionalKilobytes: () => kilobytes, cpuSeconds: 0 };
  });
}
