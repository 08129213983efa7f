/** `npm start` for a folder, as its own process, until the test file ends. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, vi } from "vitest";

export interface DevServer {
  /** The text that is served at a path; empty where nothing answers. */
  textAt: (path: string) => Promise<string>;
  /** The status of the answer; 0 where there is none. */
  statusAt: (path: string) => Promise<number>;
}

/** Call at a test file's top: the function that it returns starts the server of an engine, by default this one, for a site. */
export function useDevServers(): (siteDir: string, engine?: string) => Promise<DevServer> {
  const running: ChildProcess[] = [];
  afterAll(() => {
    for (const child of running) child.kill("SIGKILL");
  });
  return async (siteDir, engine = ".") => {
    const port = await freePort();
    const args = ["--import", "tsx", "src/commands/dev.ts", "--no-search", "--site", siteDir];
    const out = join(siteDir, ".cache/dev");
    const child = spawn(process.execPath, [...args, "--out", out, "--port", String(port)], {
      cwd: engine,
      stdio: "ignore",
    });
    running.push(child);
    const origin = `http://localhost:${port}`;
    await vi.waitFor(() => fetch(origin), { timeout: 50_000, interval: 200 });
    const ask = (path: string) => fetch(origin + path).catch(() => undefined);
    return {
      textAt: async (path) => (await (await ask(path))?.text()) ?? "",
      statusAt: async (path) => (await ask(path))?.status ?? 0,
    };
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}
