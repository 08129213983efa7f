/** `npm start` for a folder, as its own process, until the test file ends. */
import { type ChildProcess, spawn } from "node:child_process";
import { afterAll, vi } from "vitest";
import { wellformedCommand } from "./wellformed-command.ts";

/** Of machines that are busy, in milliseconds. */
const TIMEOUT_MS = 50_000;

export interface DevServer {
  /** Of a path. */
  url: (path: string) => string;
  /** The text that is served at a path; empty where nothing answers. */
  textAt: (path: string) => Promise<string>;
  /** The status of the answer; 0 where there is none. */
  statusAt: (path: string) => Promise<number>;
  /** All that it has printed so far. */
  printed: () => string;
  /** A process group of its own, as in a terminal. */
  process: ChildProcess;
}

export interface Start {
  /** The engine's folder, by default this one. */
  engine?: string;
  args?: string[];
  /** By default one that the server finds. */
  port?: number;
}

/** Call at a test file's top: the function that it returns starts a server for a site, and waits until it answers. */
export function useDevServers(): (siteDir: string, start?: Start) => Promise<DevServer> {
  const running: ChildProcess[] = [];
  afterAll(() => {
    for (const { pid } of running) if (pid) killGroup(pid);
  });
  return async (siteDir, { engine = ".", args = [], port: wanted = 0 } = {}) => {
    const { child, printed } = startDev(["--no-search", "--site", siteDir, "--port", String(wanted), ...args], engine);
    running.push(child);
    const port = await vi.waitFor(() => portIn(printed()), { timeout: TIMEOUT_MS, interval: 100 });
    const url = (path: string) => `http://localhost:${port}${path}`;
    const ask = (path: string) => fetch(url(path)).catch(() => undefined);
    return {
      url,
      printed,
      process: child,
      textAt: async (path) => (await (await ask(path))?.text()) ?? "",
      statusAt: async (path) => (await ask(path))?.status ?? 0,
    };
  };
}

/** Of the server, which says it once the site is built. */
function portIn(printed: string): string {
  const [, port] = /http:\/\/localhost:(\d+)\//.exec(printed) ?? [];
  if (!port) throw new Error(`the server has not said where it is:\n${printed}`);
  return port;
}

/** The command itself, with all that it prints. */
export function startDev(args: string[], engine = "."): { child: ChildProcess; printed: () => string } {
  const child = spawn(process.execPath, wellformedCommand(["start", ...args], engine), {
    cwd: engine,
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text) => {
      printed += text;
    });
  }
  return { child, printed: () => printed };
}

/** Whether any process of a group still runs. */
export function isGroupAlive(pid: number): boolean {
  try {
    process.kill(-pid, 0);
    return true;
  } catch {
    return false;
  }
}

function killGroup(pid: number): void {
  if (isGroupAlive(pid)) process.kill(-pid, "SIGKILL");
}
