/** Runs a command and measures it from outside: how long it takes, and how much memory it and its children hold. */
import { execFileSync, spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";

export interface Measurement {
  seconds: number;
  /** Of all its processes together; undefined where the system does not tell. */
  peakMegabytes: number | undefined;
}

interface Process {
  pid: number;
  parent: number;
  kilobytes: number;
}

const { platform } = process;
const PAUSE = platform === "linux" ? 50 : 250;

/** Runs in `root`, where npm would, with the tools of its packages; throws, with what it printed, where the command fails. */
export async function measure(command: string, args: string[], root: string): Promise<Measurement> {
  const env = { ...process.env, PATH: [join(root, "node_modules/.bin"), process.env["PATH"]].join(delimiter) };
  const start = performance.now();
  const child = spawn(command, args, { cwd: root, env, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (output += text));
  let peak = 0;
  const timer = setInterval(() => {
    peak = Math.max(peak, kilobytesOf(child.pid ?? 0));
  }, PAUSE);
  const code = await new Promise((resolve, reject) => child.on("error", reject).on("close", resolve));
  const seconds = (performance.now() - start) / 1000;
  clearInterval(timer);
  if (code !== 0) throw new Error(`${command} ${args.join(" ")} failed:\n${output}`);
  return { seconds, peakMegabytes: peak === 0 ? undefined : peak / 1024 };
}

/** What a process and all that it started hold. */
function kilobytesOf(root: number): number {
  const processes = platform === "linux" ? processesOfProc() : platform === "win32" ? [] : processesOfPs();
  const sum = (pid: number): number =>
    processes
      .filter((one) => one.pid === pid || one.parent === pid)
      .reduce((total, one) => total + (one.pid === pid ? one.kilobytes : sum(one.pid)), 0);
  return sum(root);
}

/** Linux remembers each process's own highest resident size, so that nothing between two looks is missed. */
function processesOfProc(): Process[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const status = readFileSync(`/proc/${pid}/status`, "utf8");
        const field = (name: string) => Number(new RegExp(`^${name}:\\s*(\\d+)`, "m").exec(status)?.[1] ?? 0);
        return [{ pid: Number(pid), parent: field("PPid"), kilobytes: field("VmHWM") }];
      } catch {
        return []; // It has ended meanwhile.
      }
    });
}

/** macOS and the BSDs: what is resident now. */
function processesOfPs(): Process[] {
  const lines = execFileSync("ps", ["-A", "-o", "pid=,ppid=,rss="], { encoding: "utf8" }).trim().split("\n");
  return lines.map((line) => {
    const [pid = 0, parent = 0, kilobytes = 0] = line.trim().split(/\s+/).map(Number);
    return { pid, parent, kilobytes };
  });
}
