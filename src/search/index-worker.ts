/** The thread of `index-thread.ts`. */
import { parentPort, workerData } from "node:worker_threads";
import { stop as stopCompiler } from "esbuild";
import { RecordStore } from "../cache/record-store.ts";
import { pageFrom } from "./handed-page.ts";
import { type EarlierIndex, NO_EARLIER_INDEX } from "./index-folder.ts";
import type { ThreadAnswer, ThreadMessage, ThreadWork } from "./index-thread.ts";
import { makeIndex } from "./make-index.ts";

const { pages, isInPlace, isEmpty, store, ...work }: ThreadWork = workerData;
const waiting = new Map<number, (taken: ThreadAnswer["taken"]) => void>();
let questions = 0;

// The thread that would answer may be busy with a long page.
const asking: Pick<EarlierIndex, "take" | "takeGroup"> = {
  take: async (files) => (await ask((question) => ({ kind: "take", question, files }))) ?? [],
  takeGroup: (group, from) => ask((question) => ({ kind: "takeGroup", question, group, from })),
};
const earlier: EarlierIndex = {
  ...(isEmpty ? NO_EARLIER_INDEX : asking),
  isInPlace,
  isEmpty,
  note: (file, digest) => say({ kind: "note", file, digest }),
  noteGroup: (group, from, names) => say({ kind: "noteGroup", group, from, names }),
};

parentPort?.on("message", ({ question, taken }: ThreadAnswer) => {
  waiting.get(question)?.(taken);
  waiting.delete(question);
});
const shards = store === undefined ? undefined : new RecordStore(store);
say({ kind: "made", made: await makeIndex({ ...work, pages: pages.map(pageFrom) }, earlier, shards) });
await stopCompiler();
parentPort?.close();

function ask(message: (question: number) => ThreadMessage): Promise<ThreadAnswer["taken"]> {
  const question = questions++;
  return new Promise((answer) => {
    waiting.set(question, answer);
    say(message(question));
  });
}

function say(message: ThreadMessage): void {
  parentPort?.postMessage(message);
}
