/** Steps of sessions, as a fence writes them. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readTimeline, sessionsOf, timelineProblems } from "../../../src/content/samples/timeline.ts";

const read = (...lines: string[]) => readTimeline(lines.join("\n"));
const problemsOf = (...lines: string[]) => timelineProblems(lines.join("\n"), { file: "posts/x.md", line: 7 });

describe("a timeline's steps", () => {
  it("belong to sessions, in their order", () => {
    expect(read("A: BEGIN;", "B: SELECT 1;")).toEqual([
      { session: "A", text: "BEGIN;", line: 0 },
      { session: "B", text: "SELECT 1;", line: 1 },
    ]);
  });

  it("go on in lines that are indented, as far as they are from the first line's SQL", () => {
    const steps = read("worker 1: SELECT id", "   FROM job", "     WHERE x;", "", "B: COMMIT", "     AND CHAIN;");
    expect(steps[0]).toEqual({ session: "worker 1", text: "SELECT id\nFROM job\n  WHERE x;", line: 0 });
    expect(steps[1]?.text).toBe("COMMIT\n  AND CHAIN;");
    expect(steps[1]).toMatchObject({ session: "B", line: 4 });
  });

  it("can be crashes and comments", () => {
    expect(read("A: BEGIN;", "-- It dies.", "A crashes").slice(1)).toEqual([
      { text: "It dies.", line: 1 },
      { session: "A", line: 2 },
    ]);
  });

  it.each([
    ["nothing", [""], "has no steps"],
    ["a statement of nobody", ["SELECT 1;"], '"SELECT 1;" is no step, such as "A: BEGIN;"'],
    ["a line below a crash", ["A: BEGIN;", "A crashes", "  SELECT 1;"], '"  SELECT 1;" is no step'],
    ["a step without SQL", ["A: BEGIN;", "B:", "", "A: COMMIT;"], '"B:" has no SQL'],
    ["too many sessions", ["A: x", "B: x", "C: x", "D: x", "E: x"], "has more than 4 sessions"],
  ])("are refused: %s", (_name, lines, message) => {
    expect(problemsOf(...lines)).toEqual([expect.objectContaining({ message: expect.stringContaining(message) })]);
  });

  it("take every line for something, or refuse it", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom("A: BEGIN;", "B: x", "  go on", "-- r", "A crashes", "", "?", "é 2: y")),
        (lines) => {
          const steps = read(...lines);
          const kept = steps.flatMap(({ text }) => text?.split("\n") ?? ["crash"]).length;
          const said = problemsOf(...lines).filter(({ message }) => message.includes("is no step")).length;
          expect(kept + said).toBe(lines.filter((line) => line !== "").length);
          expect(sessionsOf(steps).length).toBeLessThanOrEqual(3);
        },
      ),
    );
  });
});
