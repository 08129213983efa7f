/** The pages of a site in shards, of which those that are kept are not made again. */
import { setImmediate as nextTurn } from "node:timers/promises";
import { digestOfData } from "../cache/digest.ts";
import { engineDigest } from "../cache/engine-digest.ts";
import type { RecordStore } from "../cache/record-store.ts";
import { cut } from "./cut.ts";
import { type IndexedPage, labelsOf } from "./indexed-pages.ts";
import { segmented } from "./segmented.ts";
import { type Shard, shardOf } from "./shard.ts";
import type { Stem } from "./stemmer.ts";
import { lengthOf, type PageHead, type WeighedPage, weighedPage } from "./weighed-page.ts";
import type { PlacedShard } from "./word-files.ts";

export interface ShardOptions {
  /** The site's, in BCP 47. */
  readonly language: string;
  /** The rules of each language (BCP 47). */
  readonly stems: (language: string) => Stem;
  readonly store: RecordStore | undefined;
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

interface HeadedPage {
  readonly page: IndexedPage;
  readonly head: PageHead;
}

export function shardsOf(pages: readonly IndexedPage[], options: ShardOptions): Shards {
  const { language, stems, store } = options;
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
      const shards: Shard[] = [];
      for (const [at, piece] of pieces.entries()) {
        const key = keys[at] ?? "";
        const kept = store && keptShard(store, key);
        const shard = kept ?? shardOf(piece.map(weighed), stems, usual);
        shards.push(shard);
        if (kept) continue;
        made++;
        if (store) keep(store, key, shard);
        // Other work of this thread gets a turn.
        await nextTurn();
      }
      let base = 0;
      return pieces.flatMap((piece, at) => {
        const shard = shards[at];
        base += piece.length;
        return shard ? [{ shard, base: base - piece.length }] : [];
      });
    },
  };
}

function weighed({ page: { said }, head }: HeadedPage): WeighedPage {
  return weighedPage(head, said.length, said.words());
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
