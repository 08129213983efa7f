/** A shard that another core makes is the one that this core would make. */
import { expect, it } from "vitest";
import { shardOf } from "../../src/search/shard.ts";
import { type ShardTerms, startShardThread } from "../../src/search/shard-thread.ts";
import { stemmersFor } from "../../src/search/stemmer.ts";
import { type ShardPage, weighedPage } from "../../src/search/weighed-page.ts";
import { countsAsText, countWords } from "../../src/search/word-counts.ts";

const TERMS: ShardTerms = { languages: ["en", "de", "fr"], own: "en", usual: 40 };

function page(lang: string, title: string, text: string): ShardPage {
  const { length, ...counts } = countWords([[text, 1]]);
  const head = { lang, title, description: `On ${title}`, labels: "Locks\nNovember" };
  return { head, said: { length, words: countsAsText(counts) } };
}

const PAGES = [
  page("en", "Row locks", "Transactions are locking rows, `SELECT … FOR UPDATE` does."),
  page("de", "Größere Sperren", "Die Sperren der Zeilen, größer als gedacht: yield_now()."),
  page("fr", "L’index isolé", "Les index isolés d’une table."),
];

it("makes what is made here, one after the other and at once", async () => {
  const stems = await stemmersFor(TERMS.languages, TERMS.own);
  const here = (pages: readonly ShardPage[]) => shardOf(pages.map(weighedPage), stems, TERMS.usual);
  const thread = startShardThread(TERMS);
  try {
    expect(await thread.make(PAGES)).toEqual(here(PAGES));
    const parts = PAGES.map((one) => [one]);
    expect(await Promise.all(parts.map((part) => thread.make(part)))).toEqual(parts.map(here));
  } finally {
    thread.end();
  }
});

it("says that it has not made what it could not, and nothing after it has ended", async () => {
  const thread = startShardThread(TERMS);
  const broken = { ...PAGES[0], head: undefined } as unknown as ShardPage; // A page that makes the thread fail.
  expect(await thread.make([broken])).toBeUndefined();
  expect(await thread.make(PAGES)).toBeUndefined();
});
