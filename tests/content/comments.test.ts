/** Comments in threads: each stands once, whatever answers what. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Comment, type CommentData, threadsOf } from "../../src/content/comment.ts";

const comment = (id: string, parent?: string, date?: string): CommentData => ({
  id,
  author: "A",
  html: id,
  ...(parent !== undefined && { parent }),
  ...(date !== undefined && { date }),
});
const outline = (threads: readonly Comment[]): unknown[] =>
  threads.map(({ data, answers }) => (answers.length > 0 ? [data.id, outline(answers)] : data.id));
const all = (threads: readonly Comment[]): string[] =>
  threads.flatMap(({ data, answers }) => [data.id, ...all(answers)]);

describe("threads", () => {
  it("have answers below what they answer, oldest first", () => {
    const given = [
      comment("3", "1", "2020-01-03"),
      comment("2", undefined, "2020-01-02"),
      comment("1", undefined, "2020-01-01"),
      comment("4", "3", "2020-01-04"),
    ];
    expect(outline(threadsOf(given, (html) => html))).toEqual([["1", [["3", ["4"]]]], "2"]);
  });

  it("begin with what answers nothing that is there, itself, or in a circle", () => {
    const given = [comment("1", "9"), comment("2", "2"), comment("3", "4"), comment("4", "3")];
    expect(all(threadsOf(given, (html) => html)).sort()).toEqual(["1", "2", "3", "4"]);
  });

  it("go no deeper than a phone is wide", () => {
    const given = Array.from({ length: 30 }, (_, index) => comment(String(index), String(index - 1)));
    const depth = (threads: readonly Comment[]): number =>
      Math.max(0, ...threads.map(({ answers }) => 1 + depth(answers)));
    const threads = threadsOf(given, (html) => html);
    expect(depth(threads)).toBe(4);
    expect(all(threads)).toHaveLength(30);
  });

  it("hold each comment once", () => {
    const ids = fc.constantFrom("a", "b", "c", "d", "e");
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.record({ id: ids, parent: fc.option(ids, { nil: undefined }) }), {
          selector: ({ id }) => id,
        }),
        (given) => {
          const threads = threadsOf(
            given.map(({ id, parent }) => comment(id, parent)),
            (html) => html,
          );
          expect(all(threads).sort()).toEqual(given.map(({ id }) => id).sort());
        },
      ),
    );
  });
});
