/** The thread of `shard-thread.ts`. */
import { parentPort, workerData } from "node:worker_threads";
import { shardOf } from "./shard.ts";
import type { ShardAnswer, ShardRequest, ShardTerms } from "./shard-thread.ts";
import { stemmersFor } from "./stemmer.ts";
import { weighedPage } from "./weighed-page.ts";

const { languages, own, usual }: ShardTerms = workerData;
const stems = await stemmersFor(languages, own);

parentPort?.on("message", ({ number, pages }: ShardRequest) => {
  const answer: ShardAnswer = { number, shard: shardOf(pages.map(weighedPage), stems, usual) };
  parentPort?.postMessage(answer);
});
