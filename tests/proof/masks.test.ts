/** Masks leave out what legitimately varies between runs, and nothing else. */
import { describe, expect, it } from "vitest";
import type { Outcome } from "../../src/content/samples/transcript.ts";
import { masked } from "../../src/proof/masks.ts";

const plan = (...lines: string[]): Outcome => ({
  results: [{ columns: [{ name: "QUERY PLAN" }], rows: lines.map((line) => [line]) }],
});
const rows = (...cells: string[]): Outcome => ({
  results: [{ columns: [{ name: "pid" }, { name: "n" }], rows: [cells] }],
});
const error = (message: string, detail?: string): Outcome => ({
  results: [{ error: { code: "XX000", message, ...(detail && { detail }) } }],
});

const response = (headers: Record<string, string>, body = "", status = "HTTP/1.1 200 OK"): Outcome => ({
  response: { status, headers: Object.entries(headers), body },
});

const SAME: [name: string, one: Outcome, other: Outcome, varies?: string[]][] = [
  [
    "costs and times of a plan",
    plan("Seq Scan on t  (cost=0.00..1.10 rows=10 width=4) (actual time=0.01..0.02 rows=10.00 loops=1)"),
    plan("Seq Scan on t  (cost=0.00..2.50 rows=10 width=4) (actual time=1.01..7.02 rows=10.00 loops=1)"),
  ],
  ["what planning took", plan("Result", "Planning Time: 0.1 ms"), plan("Result", "Planning Time: 22.2 ms")],
  [
    "what planning read",
    plan("Result", "Planning:", "  Buffers: shared hit=3", "Planning Time: 1 ms"),
    plan("Result", "Planning:", "  Buffers: shared hit=9 read=1", "Planning Time: 1 ms"),
  ],
  ["memory", plan("Sort Method: quicksort  Memory: 25kB"), plan("Sort Method: quicksort  Memory: 27kB")],
  ["where buffers were found", plan("Scan", "  Buffers: shared hit=3 read=1"), plan("Scan", "  Buffers: shared hit=4")],
  [
    "numbers of transactions",
    error("x", "waits for ShareLock on transaction 7"),
    error("x", "waits for ShareLock on transaction 8"),
  ],
  ["numbers of relations", error("relation 16384 of database 5"), error("relation 16390 of database 6")],
  [
    "what psql's \\timing says",
    { output: "UPDATE 1\nTime: 0.4 ms" },
    { output: "UPDATE 1\nTime: 1,204.5 ms (00:01.204)" },
  ],
  [
    "the thread in which Rust panics",
    { output: "thread 'main' (77) panicked at a.rs:1:2" },
    { output: "thread 'main' (9) panicked at a.rs:1:2" },
  ],
  [
    "when a response was given",
    response({ Date: "a", "last-modified": "b" }),
    response({ Date: "c", "last-modified": "d" }),
  ],
  ["a header that varies, in any case", response({ ETag: "a" }), response({ ETag: "b" }), ["etag"]],
  ["a body that varies", response({}, "a"), response({}, "b"), ["body"]],
  ["a column that varies", rows("41", "1"), rows("42", "1"), ["pid"]],
  ["numbers, where the sample says so", { output: "took 12.5 ms" }, { output: "took 9 ms" }, ["numbers"]],
  ["everything, where the sample says so", { output: "a" }, { output: "b" }, ["all"]],
];

const DIFFERENT: typeof SAME = [
  ["rows that a plan met", plan("Scan (actual rows=1.00 loops=1)"), plan("Scan (actual rows=2.00 loops=1)")],
  ["the shape of a plan", plan("Seq Scan on t"), plan("Index Scan on t")],
  ["how many buffers there were", plan("  Buffers: shared hit=3"), plan("  Buffers: shared hit=4")],
  ["a column that was not named", rows("41", "1"), rows("41", "2"), ["pid"]],
  ["a transaction's number in a result", rows("transaction 7", "1"), rows("transaction 8", "1")],
  ["words, where numbers vary", { output: "took 12 ms" }, { output: "took 12 s" }, ["numbers"]],
  ["how a program ended", { output: "a", exit: 1 }, { output: "a", exit: 2 }, ["all"]],
  ["a time in another line", { output: "took Time: 0.4 ms" }, { output: "took Time: 0.5 ms" }],
  ["where Rust panics", { output: "thread 'main' (7) panicked at 1" }, { output: "thread 'main' (7) panicked at 2" }],
  ["a header", response({ ETag: "a" }), response({ ETag: "b" })],
  ["whether there is a header", response({ Date: "a" }), response({})],
  ["a body", response({}, "a"), response({}, "b"), ["etag"]],
  ["a status", response({}, "", "HTTP/1.1 200 OK"), response({}, "", "HTTP/1.1 204 No Content"), ["body"]],
  ["a reply", { results: [{ reply: "(integer) 1" }] }, { results: [{ reply: "(integer) 2" }] }],
  ["SQLSTATEs", error("x"), { results: [{ error: { code: "XX001", message: "x" } }] }],
];

describe("outcomes", () => {
  it.each(SAME)("say the same that differ in %s", (_name, one, other, varies = []) => {
    expect(masked(one, varies)).toBe(masked(other, varies));
  });

  it.each(DIFFERENT)("do not say the same that differ in %s", (_name, one, other, varies = []) => {
    expect(masked(one, varies)).not.toBe(masked(other, varies));
  });
});
