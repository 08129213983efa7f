/** Opens the server's port, or says what to write instead. */
import { once } from "node:events";
import { createServer, type RequestListener, type Server } from "node:http";
import { UsageError } from "../../content/problems/usage-error.ts";
import { typed } from "../options/command-line.ts";
import { DEFAULT_HOST } from "../options/options.ts";

/** Browsers take either for `localhost`. */
const LOOPBACK = ["127.0.0.1", "::1"];
/** What a machine without IPv6 says. */
const NO_SUCH_KIND = ["EADDRNOTAVAIL", "EAFNOSUPPORT"];
const NO_SUCH_HOST = ["EADDRNOTAVAIL", "EAFNOSUPPORT", "ENOTFOUND", "EAI_AGAIN", "EINVAL"];
/** How far on a free port is looked for. */
const NEARBY = 20;

export interface Listening {
  servers: readonly Server[];
  port: number;
}

/** On every address that the host stands for. A port of 0 is any that is free. Throws a `UsageError` where that can't be. */
export async function listen(host: string, port: number, answer: RequestListener): Promise<Listening> {
  try {
    return await open(host, port, answer);
  } catch (error) {
    throw (await refusal(codeOf(error), host, port)) ?? error;
  }
}

/** All of its addresses, or none. */
async function open(host: string, port: number, answer: RequestListener): Promise<Listening> {
  const servers: Server[] = [];
  let opened = port;
  for (const address of host === DEFAULT_HOST ? LOOPBACK : [host]) {
    try {
      const server = createServer(answer).listen(opened, address);
      await once(server, "listening");
      opened = portOf(server) ?? opened;
      servers.push(server);
    } catch (error) {
      if (servers.length > 0 && NO_SUCH_KIND.includes(codeOf(error))) continue;
      closeAll(servers);
      throw error;
    }
  }
  return { servers, port: opened };
}

async function refusal(code: string, host: string, port: number): Promise<UsageError | undefined> {
  const start = typed("start");
  if (code === "EADDRINUSE") {
    const free = await freePortAfter(host, port);
    return new UsageError(`port ${port} is taken, perhaps by another wellformed start; write ${start} --port ${free}`);
  }
  if (code === "EACCES") return new UsageError(`port ${port} is for administrators; write ${start} --port 8080`);
  if (!NO_SUCH_HOST.includes(code)) return undefined;
  return new UsageError(`--host: ${host} is no address of this machine; --host 0.0.0.0 stands for all that it has`);
}

/** 0, which is any, where none is free nearby. */
async function freePortAfter(host: string, port: number): Promise<number> {
  for (let next = port + 1; next <= Math.min(port + NEARBY, 65_535); next++) {
    const opened = await open(host, next, () => {}).catch(() => undefined);
    if (!opened) continue;
    closeAll(opened.servers);
    return next;
  }
  return 0;
}

function closeAll(servers: readonly Server[]): void {
  for (const server of servers) server.close();
}

function portOf(server: Server): number | undefined {
  const address = server.address();
  return typeof address === "object" ? address?.port : undefined;
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}
