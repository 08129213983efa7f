/**
 * The files of whole texts, written on another core while this thread makes pages: documents of feeds have every text three
 * times. What they ask is noted here when they are described, and by the thread where it looks up addresses.
 */
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { startThread } from "../cache/engine-thread.ts";
import type { Entry } from "../content/entry.ts";
import { onceForEach } from "../content/once-for-each.ts";
import { type Progress, UNSEEN } from "../content/progress.ts";
import type { Item } from "../feeds/feed.ts";
import { markdownPath } from "../feeds/plain-text.ts";
import type { DerivedSite } from "./derive.ts";
import type { DescribedFile, FileMaker } from "./file-maker.ts";
import type { Addresses } from "./observed-content.ts";
import { documentDescriber, markdownFile, type TextFile } from "./text-file.ts";
import { TextFileWriter, type WrittenText } from "./text-file-writer.ts";

/** What a thread is given. */
export interface TextFilesWork {
  readonly folder: string;
  readonly addresses: readonly Addresses[];
  readonly files: readonly TextFile[];
  /** How many have been taken, by whichever thread. */
  readonly taken: Int32Array;
}

/** What a thread says of each. */
export interface WrittenFile extends WrittenText {
  /** Among all that there are to write. */
  readonly place: number;
}

export interface TextFiles {
  /** Those of all, from the output folder. */
  readonly paths: readonly string[];
  /** Resolves when all are written into this folder, which is the one that was named before, if any was. */
  finish(folder: string): Promise<void>;
  /** Resolves when nothing is written any more. */
  stop(): Promise<void>;
}

/** A thread takes a while to start: fewer are written when the pages are. */
const WORTH_A_THREAD = 1000;
/** How many are taken at once: few, so that all threads end at about the same time. */
const AT_ONCE = 4;

export interface EarlyWriting {
  /** Where they will be, if that is known: then a thread begins now, where there are as many as `worthAThread`. */
  readonly folder?: string | undefined;
  readonly progress?: Progress | undefined;
  readonly worthAThread?: number;
  /** Work of another thread. Where there are only two cores, this one waits for its end. */
  readonly after?: Promise<unknown> | undefined;
}

/** `entries` are those that have pages. What the last build has written is kept. */
export function beginTextFiles(
  site: Pick<DerivedSite, "documents" | "addresses">,
  entries: readonly Entry[],
  maker: FileMaker,
  { folder, progress = UNSEEN, worthAThread = WORTH_A_THREAD, after }: EarlyWriting = {},
): TextFiles {
  const { addresses } = site;
  const { paths, toWrite } = describedFiles(site, entries, maker);
  const files = toWrite.map(({ description }) => description);
  const taken = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const left = new Set(files.keys());
  const note = ({ place, digest, asked }: WrittenFile) => {
    toWrite[place]?.note(digest, asked);
    left.delete(place);
  };
  const isWorthIt = files.length >= worthAThread && availableParallelism() > 1;
  const thread =
    folder !== undefined && isWorthIt
      ? startWriting({ folder, addresses, files, taken }, (written) => written.forEach(note), progress)
      : undefined;
  const begin = () => thread?.begin();
  if (after && availableParallelism() <= 2) after.then(begin, begin);
  else begin();
  return {
    paths,
    async finish(folder) {
      begin();
      const writer = new TextFileWriter(folder, addresses);
      const write = (place: number, file: TextFile) => note({ place, ...writer.write(file) });
      for (const some of takeFiles(files, taken)) {
        for (const { place, file } of some) write(place, file);
        // The search index is made meanwhile.
        await nextTurn();
      }
      await thread?.ended();
      // Those at which the thread has failed.
      for (const place of left) {
        const file = files[place];
        if (file) write(place, file);
      }
    },
    async stop() {
      await thread?.stop();
    },
  };
}

/** Takes some, and some more, as long as any are left. */
export function* takeFiles(
  files: readonly TextFile[],
  taken: Int32Array,
): Generator<{ readonly place: number; readonly file: TextFile }[]> {
  for (;;) {
    const from = Atomics.add(taken, 0, AT_ONCE);
    if (from >= files.length) return;
    yield files.slice(from, from + AT_ONCE).map((file, at) => ({ place: from + at, file }));
  }
}

/** Those that are not kept, and the paths of all. */
function describedFiles(
  { documents }: Pick<DerivedSite, "documents">,
  entries: readonly Entry[],
  maker: FileMaker,
): { paths: string[]; toWrite: DescribedFile<TextFile>[] } {
  const paths: string[] = [];
  const toWrite: DescribedFile<TextFile>[] = [];
  const add = (path: string, from: unknown, describe: () => TextFile) => {
    const file = join(path).slice(1);
    paths.push(file);
    const described = maker.describe(file, from, describe);
    if (described) toWrite.push(described);
  };
  const describe = documentDescriber();
  // An item is in a document of each format.
  const digestOf = onceForEach((item: Item) => maker.digestOf(item));
  for (const document of documents) {
    const { items, ...feed } = document.of;
    add(document.path, [feed, items.map(digestOf)], () => describe(document, document.addresses));
  }
  for (const entry of entries) add(markdownPath(entry), entry.file, () => markdownFile(entry, 0));
  return { paths, toWrite };
}

interface WritingThread {
  /** Hands it the work, once. */
  begin(): void;
  ended(): Promise<void>;
  stop(): Promise<void>;
}

/** The thread loads its modules, and then waits for its work, which takes as much memory again. */
function startWriting(
  work: TextFilesWork,
  onWritten: (files: readonly WrittenFile[]) => void,
  progress: Progress,
): WritingThread {
  const worker = startThread(new URL("text-file-worker", import.meta.url));
  const ended = new Promise<void>((done) => worker.on("exit", () => done()));
  worker.on("message", onWritten);
  worker.on("error", (error) => {
    progress.note(`The thread for feeds failed: ${error instanceof Error ? error.message : String(error)}`);
  });
  let hasBegun = false;
  return {
    begin() {
      if (!hasBegun) worker.postMessage(work);
      hasBegun = true;
    },
    async ended() {
      worker.ref();
      await ended;
    },
    async stop() {
      await worker.terminate();
    },
  };
}
