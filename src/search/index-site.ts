/** Content in, a folder of index files out. What an earlier build has made is kept where it is right. */
import { availableParallelism } from "node:os";
import type { RecordStore } from "../cache/record-store.ts";
import { absoluteUrl } from "../content/address.ts";
import type { Content } from "../content/content.ts";
import { type EarlierIndex, NO_EARLIER_INDEX } from "./index-folder.ts";
import { makeIndexInThread } from "./index-thread.ts";
import { indexedPages } from "./indexed-pages.ts";
import { type IndexWork, makeIndex, type WrittenIndex } from "./make-index.ts";
import { fileOf } from "./page-file.ts";

export interface IndexOptions {
  readonly earlier?: EarlierIndex;
  /** Has the shards of earlier builds, and gets those of this one. */
  readonly shards?: RecordStore | undefined;
  /** With so many new pages, another thread makes all of it. */
  readonly worthAThread?: number;
  /** Ends the work, which then rejects. */
  readonly signal?: AbortSignal | undefined;
}

/** A thread takes a while to start, and what is kept must be handed to it, too. */
const WORTH_A_THREAD = 750;

/** What was in the folder stays until all else is made. Throws what Pagefind complains of. */
export async function writeIndex(
  content: Pick<Content, "site" | "collections">,
  folder: string,
  options: IndexOptions = {},
): Promise<WrittenIndex> {
  const { earlier = NO_EARLIER_INDEX, shards, worthAThread = WORTH_A_THREAD, signal } = options;
  const { site } = content;
  const pages = indexedPages(content);
  const work: IndexWork = {
    folder,
    ...{ site: absoluteUrl(site, "/"), language: site.language, pages },
    taken: new Set(await earlier.take(pages.map(fileOf))),
  };
  signal?.throwIfAborted();
  const isWorthIt = pages.length - work.taken.size >= worthAThread && availableParallelism() > 1;
  const made = isWorthIt ? await makeIndexInThread(work, earlier, shards, signal) : undefined;
  signal?.throwIfAborted();
  return made ?? (await makeIndex(work, earlier, shards, signal));
}
