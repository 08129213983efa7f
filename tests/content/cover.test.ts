/** Covers: what happens in a timeline, as strokes. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { coverOfTimeline, type Stroke, usualCover } from "../../src/content/cover.ts";
import type { TimelineEvent } from "../../src/content/samples/transcript.ts";

const waiting: TimelineEvent[] = [
  { text: "A comment is no moment." },
  { session: "A", text: "BEGIN", results: [] },
  { session: "A", text: "UPDATE", results: [], holds: { A: ["jobs (id)=(1)"] } },
  { session: "B", text: "UPDATE", waitsFor: ["A"] },
  { session: "A", text: "COMMIT", results: [], holds: { A: [] } },
  { session: "B", results: [] },
];

function strokesOf(events: TimelineEvent[], kind: Stroke["kind"]) {
  const { strokes = [] } = coverOfTimeline(events) ?? {};
  return strokes.filter((stroke) => stroke.kind === kind).map(({ lane, from, to }) => [lane, from, to]);
}

describe("the cover of a timeline", () => {
  it("has a lane for each session, and a point for each step", () => {
    expect(coverOfTimeline(waiting)?.lanes).toBe(2);
    expect(strokesOf(waiting, "lane")).toEqual([
      [0, 0, 1],
      [1, 0, 1],
    ]);
    expect(strokesOf(waiting, "step")).toEqual([
      [0, 0, 0],
      [0, 0.25, 0.25],
      [0, 0.75, 0.75],
      [1, 0.5, 0.5],
    ]);
  });

  it("shows locks from the step that took them to the one that let them go, and waits to where they end", () => {
    expect(strokesOf(waiting, "held")).toEqual([[0, 0.25, 0.75]]);
    expect(strokesOf(waiting, "wait")).toEqual([[1, 0.5, 1]]);
  });

  it("shows a wait before the locks of who waits, and no snapshots", () => {
    const events: TimelineEvent[] = [
      { session: "A", text: "BEGIN", holds: { A: ["snapshot"] } },
      { session: "B", text: "LOCK", holds: { B: ["ShareLock jobs"] } },
      { session: "B", text: "UPDATE", waitsFor: ["A"] },
      { session: "A", text: "COMMIT", holds: { A: [] } },
      { session: "B", results: [] },
    ];
    expect(strokesOf(events, "held")).toEqual([[1, 0.25, 0.5]]);
    expect(strokesOf(events, "wait")).toEqual([[1, 0.5, 1]]);
  });

  it("ends the lane of a session that crashes, or that the server ends", () => {
    const events: TimelineEvent[] = [
      { session: "A", text: "BEGIN" },
      { session: "A", crashes: true },
      { session: "B", text: "BEGIN" },
      { session: "B", disconnected: { code: "57P01", message: "terminating" } },
      { session: "C", text: "SELECT" },
    ];
    expect(strokesOf(events, "lane")).toEqual([
      [0, 0, 0.25],
      [1, 0, 0.75],
      [2, 0, 1],
    ]);
  });

  it("is none of one session, or of two steps", () => {
    expect(coverOfTimeline(waiting.filter(({ session }) => session === "A"))).toBeUndefined();
    expect(coverOfTimeline(waiting.slice(2, 4))).toBeUndefined();
    expect(coverOfTimeline([])).toBeUndefined();
  });

  it("stays within its bounds, whatever happens", () => {
    const name = fc.constantFrom("A", "B", "C");
    const event = fc.record(
      {
        session: name,
        text: fc.string(),
        waitsFor: fc.array(name),
        crashes: fc.constant(true as const),
        holds: fc.dictionary(name, fc.array(fc.constantFrom("snapshot", "advisory lock 1"))),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.array(event), (events) => {
        const { lanes = 0, strokes = [] } = coverOfTimeline(events) ?? {};
        for (const { lane, from, to } of strokes) {
          expect(lane).toBeLessThan(lanes);
          expect(from).toBeGreaterThanOrEqual(0);
          expect(to).toBeGreaterThanOrEqual(from);
          expect(to).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});

describe("the usual cover", () => {
  const of = (...kinds: Stroke["kind"][]) => ({
    names: [],
    cover: { lanes: 1, strokes: kinds.map((kind) => ({ kind, lane: 0, from: 0, to: 1 })) },
  });

  it("is the first in which somebody waits, else the first", () => {
    const [quiet, waits, other] = [of("step"), of("step", "wait"), of("wait")];
    expect(usualCover([quiet, waits, other])).toBe(waits.cover);
    expect(usualCover([quiet, of("held")])).toBe(quiet.cover);
    expect(usualCover([])).toBeUndefined();
  });
});
