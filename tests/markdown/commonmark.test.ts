/** CommonMark's own examples come out as it says, but for those listed in `fixtures/commonmark.yaml` with a reason. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { compare, readExamples } from "../support/commonmark.ts";

type Exceptions = Record<"refused" | "differs", { why: string; examples: number[] }[]>;

const exceptions = parse(readFileSync("tests/fixtures/commonmark.yaml", "utf8")) as Exceptions;
const numbers = (kind: keyof Exceptions) => new Set(exceptions[kind].flatMap(({ examples }) => examples));
const refused = numbers("refused");
const differs = numbers("differs");
const examples = readExamples();

describe("an example of CommonMark", () => {
  it("is there, 652 times", () => expect(examples).toHaveLength(652));

  it.each(examples)("$number, $section", (example) => {
    const { ours, theirs, problems } = compare(example);
    expect(problems.length > 0, problems.join("; ")).toBe(refused.has(example.number));
    if (refused.has(example.number)) return;
    if (differs.has(example.number)) expect(ours).not.toBe(theirs);
    else expect(ours).toBe(theirs);
  });
});
