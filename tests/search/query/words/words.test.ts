/** Words as they are indexed, and the vocabulary that they make. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pagesAsText, pagesFrom } from "../../../../src/search/query/words/page-list.ts";
import { edits } from "../../../../src/search/query/words/spelling.ts";
import { Vocabulary } from "../../../../src/search/query/words/vocabulary.ts";
import { formsOf, indexedForm, partsOf, sameStem } from "../../../../src/search/query/words/words.ts";
import { shardOf } from "../../../../src/search/shard.ts";
import { itself } from "../../../../src/search/stemmer.ts";
import { weighedPage } from "../../../../src/search/weighed-page.ts";
import { countsAsText, countWords } from "../../../../src/search/word-counts.ts";
import { wordFiles } from "../../../../src/search/word-files.ts";

const words = fc.uniqueArray(fc.stringMatching(/^[a-z]{4,12}$/), { minLength: 1, maxLength: 60 });

function vocabularyOf(texts: string[]): Vocabulary {
  return vocabularyIn(texts.map((text) => ({ title: "", text })));
}

function vocabularyIn(pages: { title: string; text: string }[]): Vocabulary {
  const weighed = pages.map(({ title, text }) => {
    const { length, ...counts } = countWords([[text, 1]]);
    const head = { lang: "en", title, description: "", labels: "" };
    return weighedPage(head, length, countsAsText(counts));
  });
  const facts = {
    site: "",
    pages: pages.map((_, number) => ({ path: `/${number}/`, name: `page${number}`, lang: "en" })),
  };
  const files = wordFiles([{ shard: shardOf(weighed, () => itself, 100), base: 0 }], facts);
  const read = async (name: string) =>
    files.has(name) ? new Response(files.get(name)) : Promise.reject(new Error(`${name} is missing`));
  return new Vocabulary(JSON.parse(files.get("words.json") ?? ""), read);
}

describe("a word", () => {
  it.each([
    ["Don’t", "dont"],
    ["Größe:", "grosse"],
    ["auto-install", "autoinstall"],
    ["d’index,", "index"],
    ["Qu'elle", "elle"],
    ["dell’indice", "indice"],
    ["l'", "l"],
    ["o'clock", "oclock"],
    ["STRASSE", "strasse"],
    ["Straße", "strasse"],
    ["IŞIK", "isik"],
    ["ışık", "isik"],
    ["İstanbul", "istanbul"],
    ["ŁÓDŹ", "lodz"],
    ["œuvre", "oeuvre"],
    ["ﬁle", "file"],
    ["Ёлка", "елка"],
    ["мой", "мой"],
    ["їжак", "їжак"],
    ["ΛΌΓΟΣ", "λογοσ"],
    ["λόγος", "λογοσ"],
    ["إِنْشَاءٌ", "انشاء"],
    ["أُنشئ", "انشي"],
    ["وَالفِهْرِس", "فهرس"],
    ["الآن", "الان"],
    ["کتاب‌ها", "كتابها"],
    ["كتابها", "كتابها"],
    ["مدرسة", "مدرسه"],
    ["فهـــرس", "فهرس"],
    ["שָׁלוֹם", "שלום"],
    ["ＰｏｓｔｇｒｅＳＱＬ", "postgresql"],
    ["ﾃﾞｰﾀ", "データ"],
    ["が", "が"],
    ["हिन्दी", "हिन्दी"],
    ["लड़का", "लडका"],
    ["ที่นี่", "ที่นี่"],
    ["Tiếng", "tieng"],
    ["۱۴۰۳", "1403"],
    ["٢٠٢٦", "2026"],
    ["१२", "12"],
    ["co\u00adoperate", "cooperate"],
    ["(crates.io)", "crates.io"],
    ["make_foo", "make_foo"],
    ["“C++,”", "c++"],
    ["C++20.", "c++20"],
    ["C#?", "c#"],
    ["#1:", "#1"],
    ["B+-tree", "b+tree"],
    ["N+1", "n+1"],
    ["x=1;", "x=1"],
    ["($20)", "$20"],
    ["~/.config/", "~/.config"],
    ["…and", "and"],
    ["...and", "and"],
    ["2^10", "2^10"],
    ["1.2.3.", "1.2.3"],
    ["<details>", "<details>"],
    ["「漢字」", "漢字"],
    ["…", ""],
  ])("%s is indexed as %s", (written, form) => {
    expect(indexedForm(written)).toBe(form);
  });

  it.each([
    ["std::makeFoo_bar", ["std", "make", "foo", "bar"]],
    ["HTMLParser2", ["html", "parser", "2"]],
    ["漢字", ["漢字"]],
    ["", []],
  ])("%s has the parts %s", (written, parts) => {
    expect(partsOf(written)).toEqual(parts);
  });

  it.each([
    ["thread::yield_now();", { pieces: ["thread", "yield_now", "::"], parts: ["yield", "now"] }],
    ["AsyncLocalStorage", { pieces: [], parts: ["async", "local", "storage"] }],
    ["l’isolation", { pieces: [], parts: [] }],
    ["rock’n’roll", { pieces: ["rock", "roll"], parts: [] }],
    ["(C++/C#)", { pieces: ["c++", "c#"], parts: [] }],
    ["<p>N+1</p>", { pieces: ["n+1", "<p>", "</p>"], parts: [] }],
    ["2026-11-28", { pieces: ["2026", "11", "28"], parts: [] }],
    ["v1.62.1", { pieces: ["v1", "1.62.1"], parts: ["62"] }],
  ])("%s has the pieces and parts %s", (written, { pieces, parts }) => {
    expect(formsOf(written)).toMatchObject({ pieces, parts });
  });

  it.each(["word", "Word,", "a.", "SQL!", "x?", "NULL;"])("%s has neither", (written) => {
    expect(formsOf(written)).toEqual({ whole: written.toLowerCase().replace(/\W/, ""), pieces: [], parts: [] });
  });

  it("is known in its inflections, and not in what merely begins alike", () => {
    expect(sameStem("stabilise", "stabilising")).toBe(true);
    expect(sameStem("rust", "rustup")).toBe(false);
  });
});

describe("the distance of two words", () => {
  it.each([
    ["lock", "lock", 0],
    ["lokc", "lock", 1],
    ["lck", "lock", 1],
    ["loock", "lock", 1],
    ["luck", "lock", 1],
    ["queue", "lock", 3],
  ])("%s and %s: %i", (a, b, distance) => {
    expect(edits(a, b, 2)).toBe(distance);
  });

  it("is the same both ways", () => {
    const word = fc.string({ maxLength: 8 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(edits(a, b, 3)).toBe(edits(b, a, 3));
      }),
    );
  });
});

describe("the vocabulary", () => {
  it("knows each word of the site and no other, however it was cut into pieces", async () => {
    await fc.assert(
      fc.asyncProperty(words, async (list) => {
        const [left, ...kept] = list;
        const vocabulary = vocabularyOf([kept.join(" ")]);
        for (const word of kept) expect(await vocabulary.find(word)).toMatchObject({ word, pages: 1, titled: [] });
        expect(await vocabulary.find(left ?? "")).toBeUndefined();
      }),
    );
  });

  it("finds a word again after any one slip", async () => {
    const many = Array.from({ length: 3000 }, (_, number) => `filler${number.toString(36)}`).join(" ");
    const slip = fc.record({ at: fc.nat({ max: 9 }), letter: fc.constantFrom(..."aeiouxz"), kind: fc.nat({ max: 3 }) });
    const vocabulary = vocabularyOf([`${many} transaction`]);
    await fc.assert(
      fc.asyncProperty(slip, async ({ at, letter, kind }) => {
        const word = misspelled("transaction", at, letter, kind);
        const similar = await vocabulary.similar(word);
        expect(similar.map(({ match }) => match.word)).toContain("transaction");
      }),
    );
  });

  it("finds a title's word again after any one slip, however many words begin or end as it does", async () => {
    const number = (n: number) => n.toString(36).padStart(4, "x");
    const many = Array.from({ length: 9000 }, (_, n) => `transa${number(n)} ${number(n)}action`).join(" ");
    const vocabulary = vocabularyIn([{ title: "transaction", text: `transaction ${many}` }]);
    for (let at = 0; at < "transaction".length; at++) {
      const similar = await vocabulary.similar(misspelled("transaction", at, "q", 0));
      expect(similar.map(({ match }) => match.word)).toContain("transaction");
    }
  });

  it("writes lists of pages so that they can be read back, with the newest first", () => {
    const numbers = fc.uniqueArray(fc.tuple(fc.nat({ max: 99_999 }), fc.nat({ max: 25 })), {
      selector: ([page]) => page,
    });
    fc.assert(
      fc.property(numbers, (list) => {
        const ascending = list.toSorted(([a], [b]) => a - b);
        const newest = ascending.map(([page, value]) => [99_999 - page, value]).reverse();
        expect(pagesFrom(pagesAsText(ascending), 100_000)).toEqual(newest);
      }),
    );
  });

  it("counts pages and titles", async () => {
    const vocabulary = vocabularyIn([
      { title: "Queues in four words", text: "Queues" },
      { title: "Locks", text: "Locks and queues" },
    ]);
    expect(await vocabulary.find("queues")).toMatchObject({ word: "queues", pages: 2, titled: [1] });
    expect(vocabulary.titleLength(1)).toBe(4);
    expect((await vocabulary.completions("lo")).map(({ word }) => word)).toEqual(["locks"]);
  });
});

function misspelled(word: string, at: number, letter: string, kind: number): string {
  const [before, after] = [word.slice(0, at), word.slice(at)];
  if (kind === 0) return before + letter + after;
  if (kind === 1) return before + after.slice(1);
  if (kind === 2) return before + letter + after.slice(1);
  return before + after.charAt(1) + after.charAt(0) + after.slice(2);
}
