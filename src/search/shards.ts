/** The pages of a site in shards, of which those that are kept are not made again. */
import { setImmediate as nextTurn } from "node:timers/promises";
import { digestOfData } from "../cache/digest.ts";
import { engineDigest } from "../cache/engine-digest.ts";
import type { RecordStore } from "../cache/record-store.ts";
import { cut } from "./cut.ts";
import { type IndexedPage, labelsOf } from "./indexed-pages.ts";
import { segmented } from "./segmented.ts";
import { type Shard, shardOf } from "./shard.ts";
import type { ShardThread } from "./shard-thread.ts";
import type { Stem } from "./stemmer.ts";
import { lengthOf, type PageHead, type ShardPage, weighedPage } from "./weighed-page.ts";
import type { PlacedShard } from "./word-files.ts";

export interface ShardOptions {
  /** The site's, in BCP 47. */
  readonly language: string;
  /** The rules of each language (BCP 47). */
  readonly stems: (language: string) => Stem;
  readonly store: RecordStore | undefined;
  /** Starts what makes shards on another core; `usual` is the length of a usual page. */
  readonly startThread?: (usual: number) => ShardThread;
}

export interface Shards {
  /** Two that are the same have the same. */
  readonly keys: readonly string[];
  /** Those that are kept, and the others made. */
  get(): Promise<PlacedShard[]>;
  /** How many were made. */
  made(): number;
}

/** Pages in one: making it again takes less than a tenth of a second. */
const SIZE = 256;
/**
 * The length of a usual page is taken as one of these, each a twentieth more than the one before: an edit hardly ever changes it,
 * and with it what is written of all pages.
 */
const STEP = 1.05;

/** Shards to be made: a thread takes as long to start as to make this many. */
const WORTH_A_THREAD = 4;

interface HeadedPage {
  readonly page: IndexedPage;
  readonly head: PageHead;
}

export function shardsOf(pages: readonly IndexedPage[], options: ShardOptions): Shards {
  const { language, stems, store, startThread } = options;
  const headed = pages.map((page) => ({ page, head: headOf(page) }));
  const usual = usualLength(headed);
  const pieces = cut(
    headed,
    SIZE,
    ({ page }) => page.entry.path,
    () => 1,
  );
  const keys = pieces.map((piece) => keyOf(piece, language, usual));
  let made = 0;
  return {
    keys,
    made: () => made,
    async get() {
      const shards = keys.map((key) => store && keptShard(store, key));
      const missing = pieces.flatMap((piece, at) => (shards[at] ? [] : [{ piece, at }]));
      const thread = missing.length < WORTH_A_THREAD ? undefined : startThread?.(usual);
      const left = missing.values();
      const makeOthers = async () => {
        for (const { piece, at } of left) {
          const said = piece.map(shardPage);
          const shard = (await thread?.make(said)) ?? shardOf(said.map(weighedPage), stems, usual);
          shards[at] = shard;
          made++;
          if (store) keep(store, keys[at] ?? "", shard);
          // Pages are rendered meanwhile.
          await nextTurn();
        }
      };
      // The thread has the next one while it makes one.
      await Promise.all([makeOthers(), makeOthers()]).finally(() => thread?.end());
      let base = 0;
      return pieces.flatMap((piece, at) => {
        const shard = shards[at];
        base += piece.length;
        return shard ? [{ shard, base: base - piece.length }] : [];
      });
    },
  };
}

function shardPage({ page: { said }, head }: HeadedPage): ShardPage {
  return { head, said: { length: said.length, words: said.words() } };
}

function headOf(page: IndexedPage): PageHead {
  const { title, summary = "", lang } = page.entry;
  return {
    lang,
    title: segmented(title, lang),
    description: segmented(summary, lang),
    labels: segmented(labelsOf(page), lang),
  };
}

function usualLength(pages: readonly HeadedPage[]): number {
  const lengths = pages.map(({ page, head }) => page.said.length + lengthOf(head));
  const mean = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, pages.length);
  return STEP ** Math.round(Math.log(Math.max(1, mean)) / Math.log(STEP));
}

function keyOf(pages: readonly HeadedPage[], language: string, usual: number): string {
  return digestOfData([engineDigest(), language, usual, pages.map(({ page, head }) => [head, page.said.digest])]);
}

/** Only the digest of a body's text: its counts follow from that. */
function keptShard(store: RecordStore, key: string): Shard | undefined {
  const [words, parts, postings, partPostings] = store.get(key)?.texts.map((text) => text()) ?? [];
  if (words === undefined || parts === undefined || postings === undefined || partPostings === undefined)
    return undefined;
  return { words, parts, postings, partPostings };
}

function keep(store: RecordStore, key: string, { words, parts, postings, partPostings }: Shard): void {
  store.put([words, parts, postings, partPostings]).keep(key, "{}");
}
