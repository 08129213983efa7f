/** Sends questions to the search worker, which is started when search is opened. */

import type { Counts } from "../../search/query/engine/pagefind.ts";
import type { Answer, Query } from "../../search/query/find.ts";
import type { Request } from "./search-worker.ts";

/** The worker's file beside this one; the build fills it in. */
declare const SEARCH_WORKER: string;

type Reply = { id: number; value: unknown } | { id: number; error: string };

const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
let worker: Worker | undefined;
let asked = 0;

/** Starts the worker, which reads the map of the index while the reader is typing; what fails is tried again with the first search. */
export function prepare(): void {
  worker ??= start();
}

export function find(query: Query): Promise<Answer> {
  // The worker answers what it is asked.
  return ask("find", query) as Promise<Answer>;
}

export function count(query: Query): Promise<Counts> {
  // As above.
  return ask("count", query) as Promise<Counts>;
}

function ask(what: Request["ask"], query: Query): Promise<unknown> {
  worker ??= start();
  const request: Request = { id: asked++, ask: what, query };
  worker.postMessage(request);
  return new Promise((resolve, reject) => waiting.set(request.id, { resolve, reject }));
}

function start(): Worker {
  const started = new Worker(new URL(SEARCH_WORKER, import.meta.url), { type: "module" });
  started.addEventListener("message", ({ data }: MessageEvent<Reply>) => {
    const { resolve, reject } = waiting.get(data.id) ?? {};
    waiting.delete(data.id);
    if ("error" in data) reject?.(new Error(data.error));
    else resolve?.(data.value);
  });
  started.addEventListener("error", () => {
    worker = undefined;
    for (const { reject } of waiting.values()) reject(new Error("the search script did not load"));
    waiting.clear();
  });
  return started;
}
