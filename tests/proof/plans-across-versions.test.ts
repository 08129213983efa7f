/** What EXPLAIN only writes otherwise in another version is no difference, and whatever it says otherwise still is one. */
import { describe, expect, it } from "vitest";
import type { Outcome } from "../../src/content/samples/transcript.ts";
import { masked } from "../../src/proof/masks.ts";
import { acrossVersions } from "../../src/proof/plans-across-versions.ts";

const plan = (...lines: string[]): Outcome => ({
  results: [{ columns: [{ name: "QUERY PLAN" }], rows: lines.map((line) => [line]) }],
});
const EXPLAIN = "EXPLAIN (ANALYZE) SELECT 1;";
const WITH_BUFFERS = "EXPLAIN (ANALYZE, Buffers) SELECT 1;";

type Case = [name: string, newer: Outcome, older: Outcome, code?: string];

const SAME: Case[] = [
  ["decimals of rows", plan("Scan (actual rows=3.00 loops=1)"), plan("Scan (actual rows=3 loops=1)")],
  ["a half, down to an even number", plan("Scan (actual rows=10.50 loops=20)"), plan("Scan (actual rows=10 loops=20)")],
  ["a half, up to an even number", plan("Scan (actual rows=11.50 loops=20)"), plan("Scan (actual rows=12 loops=20)")],
  ["more than a half", plan("Scan (actual rows=0.67 loops=3)"), plan("Scan (actual rows=1 loops=3)")],
  ["searches of an index", plan("Index Scan", "  Index Searches: 3"), plan("Index Scan")],
  ["buffers that nobody asked for", plan("Scan", "  Buffers: shared hit=3"), plan("Scan")],
  [
    "the name of an output",
    plan("Filter: (InitPlan 1).col1", "InitPlan 1"),
    plan("Filter: $0", "InitPlan 1 (returns $0)"),
  ],
  [
    "the names of several outputs",
    plan("Filter: ((InitPlan 1).col1 = (InitPlan 2).col2)", "InitPlan 1", "InitPlan 2"),
    plan("Filter: ($0 = $2)", "InitPlan 1 (returns $0)", "InitPlan 2 (returns $1,$2)"),
  ],
];

const DIFFERENT: Case[] = [
  ["rows", plan("Scan (actual rows=3.00 loops=1)"), plan("Scan (actual rows=4 loops=1)")],
  ["rows that round to another number", plan("Scan (actual rows=0.33 loops=3)"), plan("Scan (actual rows=1 loops=3)")],
  ["loops", plan("Scan (actual rows=3.00 loops=1)"), plan("Scan (actual rows=3 loops=2)")],
  ["rows that are expected", plan("Scan (rows=3)"), plan("Scan (rows=4)")],
  ["a kind of scan", plan("Index Scan", "  Index Searches: 3"), plan("Seq Scan")],
  ["buffers that were asked for", plan("  Buffers: shared hit=3"), plan("  Buffers: shared hit=4"), WITH_BUFFERS],
  ["buffers that were asked for and did not come", plan("Scan", "  Buffers: shared hit=3"), plan("Scan"), WITH_BUFFERS],
  [
    "the output that is compared",
    plan("Filter: (InitPlan 2).col1", "InitPlan 1"),
    plan("Filter: $0", "InitPlan 1 (returns $0)"),
  ],
  ["a parameter of the query's", plan("Filter: (state = $1)"), plan("Filter: (state = $2)")],
  ["a line", plan("Scan", "  Heap Fetches: 0"), plan("Scan")],
  [
    "a result that only looks like a plan",
    { results: [{ columns: [{ name: "line" }], rows: [["Index Searches: 3"]] }] },
    { results: [{ columns: [{ name: "line" }], rows: [] }] },
  ],
];

describe("plans of two versions", () => {
  const key = (outcome: Outcome, code: string) => masked(acrossVersions(outcome, code), []);

  it.each(SAME)("say the same that differ in %s", (_name, newer, older, code = EXPLAIN) => {
    expect(key(newer, code)).toBe(key(older, code));
  });

  it.each(DIFFERENT)("do not say the same that differ in %s", (_name, newer, older, code = EXPLAIN) => {
    expect(key(newer, code)).not.toBe(key(older, code));
  });

  it.each(SAME)("of one version differ all the same in %s", (_name, newer, older) => {
    expect(masked(newer, [])).not.toBe(masked(older, []));
  });

  it("are found in the steps of a timeline, too", () => {
    const step = ({ results = [] }: Outcome): Outcome => ({ events: [{ session: "A", text: "EXPLAIN", results }] });
    const race = ({ events = [] }: Outcome): Outcome => ({ races: [{ events, runs: 1 }] });
    const [newer, older] = [step(plan("Scan", "  Index Searches: 1")), step(plan("Scan"))];
    expect(key(newer, EXPLAIN)).toBe(key(older, EXPLAIN));
    expect(key(race(newer), EXPLAIN)).toBe(key(race(older), EXPLAIN));
  });
});
