/** The rest of the web, for tests: a server of this machine that answers for every host by what a test says. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { listen } from "./served-site.ts";

export interface OtherSites {
  /** By `host/path`, without the query: what is answered. A path may stand for all below it with `*` at its end. */
  answers: Map<string, Reply>;
  /** Every address that was asked for. */
  asked: string[];
  /** In place of the global one. */
  fetch: typeof fetch;
  /** Where the server is, for processes of their own: see `redirected-fetch.js`. */
  origin: string;
}

export interface Reply {
  status?: number;
  headers?: Record<string, string>;
  body?: string | Uint8Array;
  /** In place of the body. */
  write?: (response: ServerResponse) => void;
}

export async function serveOtherSites(): Promise<OtherSites> {
  const answers = new Map<string, Reply>();
  const asked: string[] = [];
  const url = await listen((request, response) => answer(request, response, answers, asked));
  const origin = url("");
  const through: typeof fetch = (input, init) => {
    const { host, pathname, search } = new URL(String(input));
    return fetch(`${origin}/${host}${pathname}${search}`, init);
  };
  return { answers, asked, fetch: through, origin };
}

function answer(
  request: IncomingMessage,
  response: ServerResponse,
  answers: Map<string, Reply>,
  asked: string[],
): void {
  const path = (request.url ?? "").slice(1);
  asked.push(`https://${path}`);
  const plain = path.replace(/\?.*/, "");
  const starred = [...answers].find(([key]) => key.endsWith("*") && plain.startsWith(key.slice(0, -1)))?.[1];
  const reply = answers.get(plain) ?? starred ?? { status: 404 };
  response.writeHead(reply.status ?? 200, reply.headers);
  if (reply.write) reply.write(response);
  else response.end(reply.body);
}

export function json(value: unknown): Reply {
  return { headers: { "content-type": "application/json" }, body: JSON.stringify(value) };
}
