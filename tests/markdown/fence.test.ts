/** The words after a code block's three backticks. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readFenceInfo } from "../../src/markdown/fence.ts";

describe("the language", () => {
  it.each([
    ["", ""],
    ["sql", "sql"],
    ["  C++  ", "C++"],
    ["rust,ignore", "rust"],
    ["rust,ignore title=x", "rust"],
    ["title=x", ""],
    ['title="a b"', ""],
    ["x=y sql", ""],
  ])("of %j is %j", (text, language) => {
    expect(readFenceInfo(text).info.language).toBe(language);
  });
});

describe("the title", () => {
  it.each([
    ['sql title="claim.sql"', "claim.sql"],
    ['sql title="two words = three"', "two words = three"],
    ["sql title=claim.sql", "claim.sql"],
    ['title="no language"', "no language"],
    ["sql", undefined],
  ])("of %j is %j", (text, title) => {
    expect(readFenceInfo(text).info.values.title).toBe(title);
    expect(readFenceInfo(text).problems).toEqual([]);
  });

  it("is not empty", () => {
    expect(readFenceInfo('sql title=""').problems).toHaveLength(1);
    expect(readFenceInfo("sql title").problems).toHaveLength(1);
  });
});

describe("lines", () => {
  const linesOf = (text: string) => Object.fromEntries(readFenceInfo(text).info.lines);

  it("are marked, added and removed by number and by range", () => {
    expect(linesOf("ts mark=2,4-5 add=7 del=1")).toEqual({ 1: "del", 2: "mark", 4: "mark", 5: "mark", 7: "add" });
  });

  it("are numbered where that is asked for", () => {
    expect([...readFenceInfo("ts numbers").info.flags]).toEqual(["numbers"]);
    expect([...readFenceInfo("ts").info.flags]).toEqual([]);
  });

  it.each(["mark", "mark=", "add=x", "del=1-", "mark=1,,2", "mark=-1"])("are named as numbers, not as %s", (word) => {
    expect(readFenceInfo(`ts ${word}`).problems).toEqual([
      { message: expect.stringContaining("names no lines"), hint: expect.stringMatching(/write (mark|add|del)=2,5-7/) },
    ]);
  });

  it("are not so many that a typing error fills the memory", () => {
    expect(readFenceInfo("ts mark=1-99999999999999").info.lines.size).toBeLessThanOrEqual(10_000);
  });
});

describe("a word that means nothing", () => {
  it("is named, with the nearest one that does", () => {
    expect(readFenceInfo("sql titel=x nubmers").problems.map(({ hint }) => hint)).toEqual([
      'did you mean "title"?',
      'did you mean "numbers"?',
    ]);
  });

  it("is never taken for something else, whatever it is", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const { info, problems } = readFenceInfo(text);
        expect(text).toContain(info.language);
        expect(info.language).not.toMatch(/[\s,=]/);
        if (!/[a-z]{2}/.test(text)) expect(info).toEqual({ ...info, flags: new Set(), values: {}, lines: new Map() });
        expect(problems.every(({ message, hint }) => message !== "" && hint !== "")).toBe(true);
      }),
    );
  });
});
