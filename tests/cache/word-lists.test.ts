import { readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { WordLists } from "../../src/cache/word-lists.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";

const folder = useTemporaryFolder();
let file = "";
let files = 0;
beforeEach(() => {
  file = join(folder, `words-${files++}`);
});

const TEXTS: Record<string, string[]> = { one: ["a", "lock", "a", "queue"], two: ["", "“Größe”", "lock"] };

function open(basis = "this version"): WordLists {
  return new WordLists(file, basis);
}

function wordsOf(lists: WordLists, key: string): string[] {
  return Array.from(
    lists.listOf(key, () => numbered(lists, TEXTS[key] ?? [])),
    (number) => lists.wordOf(number),
  );
}

function numbered(lists: WordLists, words: readonly string[]): number[] {
  return words.map((word) => lists.numbered(word));
}

function keep(...keys: string[]): void {
  const lists = open();
  for (const key of keys) wordsOf(lists, key);
  lists.save();
}

describe("lists of words", () => {
  it("are the same in the next build, and not made again", () => {
    keep("one", "two");
    const again = open();
    expect(Object.keys(TEXTS).map((key) => wordsOf(again, key))).toEqual(Object.values(TEXTS));
    expect(again.made).toBe(0);
    expect(again.numberOf("lock")).toBe(again.listOf("one", () => [])[1]);
  });

  it("have one number for a word, in this build and the next", () => {
    keep("one");
    const again = open();
    const [a, lock] = again.listOf("one", () => []);
    expect([again.numbered("a"), again.numbered("lock")]).toEqual([a, lock]);
    expect(again.numbered("new")).toBe(again.numbered("new"));
    expect(again.wordOf(again.numbered("new"))).toBe("new");
  });

  it("are forgotten when a build has not asked for them", () => {
    keep("one", "two");
    const next = open();
    wordsOf(next, "two");
    next.listOf("three", () => numbered(next, ["new"]));
    next.save();
    const last = open();
    expect(wordsOf(last, "two")).toEqual(TEXTS["two"]);
    expect(last.made).toBe(0);
    wordsOf(last, "one");
    expect(last.made).toBe(1);
  });

  it("leave no words behind where most of them are on none any more", () => {
    const first = open();
    first.listOf("long", () => Array.from({ length: 1000 }, (_, number) => first.numbered(`word ${number}`)));
    first.save();
    const second = open();
    wordsOf(second, "one");
    second.save();
    const third = open();
    expect(wordsOf(third, "one")).toEqual(TEXTS["one"]);
    expect(third.size).toBe(3);
  });

  it("stay where a build has not asked for any", () => {
    keep("one");
    open().save();
    const last = open();
    wordsOf(last, "one");
    expect(last.made).toBe(0);
  });

  it("are none of another version", () => {
    keep("one");
    const other = open("another version");
    expect(wordsOf(other, "one")).toEqual(TEXTS["one"]);
    expect(other.made).toBe(1);
  });

  const damages: Record<string, () => void> = {
    "cut off": () => truncateSync(file, readFileSync(file).length - 4),
    "cut off in its head": () => truncateSync(file, 12),
    empty: () => truncateSync(file, 0),
    "another file": () => writeFileSync(file, "{}"),
    "changed in one place": () => {
      const bytes = readFileSync(file);
      writeFileSync(file, bytes.fill(7, bytes.length - 3, bytes.length - 2));
    },
  };

  it.each(Object.entries(damages))("are made again where the file is %s", (_, damage) => {
    keep("one");
    damage();
    const again = open();
    expect(wordsOf(again, "one")).toEqual(TEXTS["one"]);
    expect(again.made).toBe(1);
    again.save();
    const last = open();
    wordsOf(last, "one");
    expect(last.made).toBe(0);
  });
});
