/** Shards made on another core, while this one makes pages. */
import { startThread } from "../cache/engine-thread.ts";
import type { Shard } from "./shard.ts";
import type { ShardPage } from "./weighed-page.ts";

/** What the thread is told when it starts. */
export interface ShardTerms {
  /** Of the pages, in BCP 47. */
  readonly languages: readonly string[];
  /** The site's. */
  readonly own: string;
  /** The length of a usual page. */
  readonly usual: number;
}

export interface ShardThread {
  /** Undefined where the thread has failed: then it is made here. */
  make(pages: readonly ShardPage[]): Promise<Shard | undefined>;
  end(): void;
}

export interface ShardRequest {
  readonly number: number;
  readonly pages: readonly ShardPage[];
}

export interface ShardAnswer {
  readonly number: number;
  readonly shard: Shard;
}

export function startShardThread(terms: ShardTerms): ShardThread {
  const worker = startThread(new URL("shard-worker", import.meta.url), { workerData: terms });
  const waiting = new Map<number, (shard: Shard | undefined) => void>();
  let hasEnded = false;
  worker.on("message", ({ number, shard }: ShardAnswer) => {
    waiting.get(number)?.(shard);
    waiting.delete(number);
  });
  // What it did not make is made here, and what is wrong shows there.
  worker.on("error", () => {});
  worker.on("exit", () => {
    hasEnded = true;
    for (const answer of waiting.values()) answer(undefined);
  });
  let number = 0;
  return {
    make: (pages) =>
      new Promise((answer) => {
        if (hasEnded) return answer(undefined);
        const request: ShardRequest = { number: number++, pages };
        waiting.set(request.number, answer);
        // The process waits for an answer.
        worker.ref();
        worker.postMessage(request);
      }),
    end: () => void worker.terminate(),
  };
}
