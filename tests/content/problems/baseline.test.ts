/** The baseline of old problems: what it knows a place by, and that it covers nothing else. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Baseline,
  baselineFrom,
  baselineOf,
  baselineText,
  judge,
  sizeOf,
  unionOf,
} from "../../../src/content/problems/baseline.ts";
import type { Finding } from "../../../src/content/problems/problem.ts";

const FILE = "posts/a.md";
const fault = (line: number, written?: string): Finding => ({
  rule: "picture-alt",
  file: FILE,
  line,
  message: "m",
  written,
});
const sourceOf = (text: string) => (file: string) => (file === FILE ? text : undefined);

describe("an old problem", () => {
  const text = "one\n\n![](a.png)\n";
  const baseline = baselineOf([fault(3)], sourceOf(text));

  it("is known wherever its line has moved to, and whatever a later engine says of it", () => {
    const moved = `new\n\n${text}`;
    const found = { ...fault(5), message: "in other words", hint: "h" };
    expect(judge([found], baseline, sourceOf(moved))).toMatchObject({ problems: [], accepted: [found] });
  });

  it("is new in another file, by another rule, on another line, and a second time", () => {
    for (const other of [{ ...fault(3), file: "posts/b.md" }, { ...fault(3), rule: "formula" as const }, fault(1)]) {
      expect(judge([other], baseline, sourceOf(text)).problems).toEqual([other]);
    }
    expect(judge([fault(3), fault(3)], baseline, sourceOf(text)).problems).toHaveLength(1);
  });

  it("that is not found is fixed", () => {
    expect(sizeOf(judge([], baseline, sourceOf(text)).fixed)).toEqual({ problems: 1, files: 1 });
  });

  it("is told from another on its line by the words that it is about", () => {
    const line = "[a](a.md) [b](b.md)\n";
    const ofA = baselineOf([fault(1, "a.md")], sourceOf(line));
    expect(judge([fault(1, "b.md")], ofA, sourceOf(line)).problems).toHaveLength(1);
  });
});

it("what can't be accepted is in no baseline, and none covers it", () => {
  const script: Finding = { ...fault(1), rule: "html-forbidden" };
  expect(sizeOf(baselineOf([script], sourceOf("x"))).problems).toBe(0);
  const [digests = []] = [
    ...(baselineOf([fault(1)], sourceOf("x"))
      .get(FILE)
      ?.values() ?? []),
  ];
  const byHand: Baseline = new Map([[FILE, new Map([["html-forbidden", digests]])]]);
  expect(judge([script], byHand, sourceOf("x")).problems).toEqual([script]);
});

describe("of any problems", () => {
  const lines = fc.array(fc.constantFrom("a", "b", " b", "c"), { minLength: 1, maxLength: 6 });
  const problems = fc.array(fc.tuple(fc.nat(5), fc.constantFrom(undefined, "a", "b")), { maxLength: 8 });
  const findings = (of: [number, string | undefined][]) => of.map(([line, written]) => fault(line + 1, written));

  it("a baseline covers all, as often as they are there, and nothing is fixed", () => {
    fc.assert(
      fc.property(lines, problems, (text, of) => {
        const source = sourceOf(text.join("\n"));
        const judged = judge(findings(of), baselineOf(findings(of), source), source);
        expect(judged.problems).toEqual([]);
        expect(sizeOf(judged.fixed).problems).toBe(0);
      }),
    );
  });

  it("it is the same when it is written and read, and two together cover each", () => {
    fc.assert(
      fc.property(lines, problems, problems, (text, first, second) => {
        const source = sourceOf(text.join("\n"));
        const [one, other] = [baselineOf(findings(first), source), baselineOf(findings(second), source)];
        const both = unionOf(one, other);
        const read = baselineFrom(JSON.parse(baselineText(both))) ?? new Map();
        expect(baselineText(read)).toBe(baselineText(both));
        for (const of of [first, second]) expect(judge(findings(of), read, source).problems).toEqual([]);
        expect(sizeOf(unionOf(both, one))).toEqual(sizeOf(both));
      }),
    );
  });
});

it.each([[], null, 1, { a: 1 }, { a: { nothing: [] } }, { a: { "picture-alt": "x" } }, { a: { "picture-alt": [1] } }])(
  "%j is no baseline",
  (data) => {
    expect(baselineFrom(data)).toBeUndefined();
  },
);
