/** An index made on another core, while this one makes pages. */
import { startThread } from "../cache/engine-thread.ts";
import type { RecordStore } from "../cache/record-store.ts";
import { type HandedPage, handedPage } from "./handed-page.ts";
import type { EarlierIndex, NamedFile } from "./index-folder.ts";
import type { IndexWork, WrittenIndex } from "./make-index.ts";
import { fileOf } from "./page-file.ts";

/** What the thread is given. */
export interface ThreadWork extends Omit<IndexWork, "pages">, Pick<EarlierIndex, "isInPlace" | "isEmpty"> {
  readonly pages: readonly HandedPage[];
  /** Where shards are kept, if they are. */
  readonly store: string | undefined;
}

/** What the thread says: of the earlier index, which this thread knows, and at the end what it has made. */
export type ThreadMessage =
  | { readonly kind: "take"; readonly question: number; readonly files: readonly NamedFile[] }
  | { readonly kind: "takeGroup"; readonly question: number; readonly group: string; readonly from: string }
  | { readonly kind: "note"; readonly file: NamedFile; readonly digest: string }
  | { readonly kind: "noteGroup"; readonly group: string; readonly from: string; readonly names: readonly string[] }
  | { readonly kind: "made"; readonly made: WrittenIndex };

/** The names of the files that were taken. */
export interface ThreadAnswer {
  readonly question: number;
  readonly taken: readonly string[] | undefined;
}

/** Undefined where the thread has failed, or was ended by the signal; if it is made here then, what is wrong shows. */
export async function makeIndexInThread(
  { pages, ...work }: IndexWork,
  earlier: EarlierIndex,
  store: RecordStore | undefined,
  signal?: AbortSignal,
): Promise<WrittenIndex | undefined> {
  const handed = pages.map((page) => handedPage(page, work.taken.has(fileOf(page).name)));
  const { isInPlace, isEmpty } = earlier;
  const workerData: ThreadWork = { ...work, pages: handed, isInPlace, isEmpty, store: store?.folder };
  const worker = startThread(new URL("index-worker", import.meta.url), { workerData });
  worker.ref();
  let made: WrittenIndex | undefined;
  const answer = async (question: number, ask: () => ReturnType<EarlierIndex["takeGroup"]>) => {
    try {
      const message: ThreadAnswer = { question, taken: await ask() };
      worker.postMessage(message);
    } catch {
      await worker.terminate();
    }
  };
  worker.on("message", (message: ThreadMessage) => {
    if (message.kind === "take") answer(message.question, () => earlier.take(message.files));
    if (message.kind === "takeGroup") answer(message.question, () => earlier.takeGroup(message.group, message.from));
    if (message.kind === "note") earlier.note(message.file, message.digest);
    if (message.kind === "noteGroup") earlier.noteGroup(message.group, message.from, message.names);
    if (message.kind === "made") made = message.made;
  });
  worker.on("error", () => {});
  signal?.addEventListener("abort", () => void worker.terminate());
  await new Promise((ended) => worker.on("exit", ended));
  store?.lookAgain();
  return made;
}
