/** Timelines as HTML. */
import { describe, expect, it, test } from "vitest";
import { outcomeText, outcomeWords } from "../../../src/content/samples/outcome-text.ts";
import type { Outcome } from "../../../src/content/samples/transcript.ts";
import { ENGLISH } from "../../../src/content/words/words.ts";
import { timelineHtml } from "../../../src/markdown/samples/timelines.ts";

test("only a step that waits is drawn as one: a crash is not", () => {
  const events = [
    { session: "A", text: "UPDATE job SET done = true;", results: [{ tag: "UPDATE 1" }] },
    { session: "B", text: "UPDATE job SET done = true;", waitsFor: ["A"] },
    { session: "A", crashes: true as const },
    { session: "B", results: [{ tag: "UPDATE 1" }] },
  ];
  const html = timelineHtml("", { outcome: { events }, title: undefined }, "page", ENGLISH);
  expect([...html.matchAll(/<li class="(.*?)"/g)].map(([, classes]) => classes)).toEqual(["a", "b waits", "a", "b"]);
});

test("steps are numbered, and comments are not, on pages, in feeds and as text", () => {
  const events = [
    { text: "Before." },
    { session: "A", text: "BEGIN;", results: [{}] },
    { text: "Between." },
    { session: "A", text: "COMMIT;", results: [{}] },
  ];
  const html = timelineHtml("", { outcome: { events }, title: undefined }, "page", ENGLISH);
  expect(html.match(/<li class="a">/g)).toHaveLength(2);
  expect(html.indexOf("Before.")).toBeLessThan(html.indexOf("<ol>"));
  expect(html).toMatch(/<\/section><p>Between\.<\/p>\n<\/li>/);
  const feed = timelineHtml("", { outcome: { events }, title: undefined }, "feed", ENGLISH);
  expect(feed.match(/<li>/g)).toHaveLength(2);
  expect(feed.indexOf("Before.")).toBeLessThan(feed.indexOf("<ol>"));
  expect(outcomeText({ events })).toBe("-- Before.\n 1  A  BEGIN;\n-- Between.\n 2  A  COMMIT;\n");
});

test("what a session holds is said where that changes, and drawn as long as it lasts", () => {
  const events = [
    { session: "A", text: "UPDATE t SET a = 1;", results: [{}], holds: { A: ["t (id)=(1)"] } },
    { session: "B", text: "SELECT 1;", results: [{}] },
    { session: "A", text: "COMMIT;", results: [{}], holds: { A: [] } },
  ];
  const html = timelineHtml("", { outcome: { events }, title: undefined }, "page", ENGLISH);
  expect(html.match(/<li class=".*?<section>/g)).toEqual([
    '<li class="a"><i class="a h"></i><section>',
    '<li class="b"><i class="a h"></i><section>',
    '<li class="a"><section>',
  ]);
  expect(html.match(/<small>.*<\/small>/g)).toEqual(["<small>holds t (id)=(1)</small>"]);
  expect(outcomeText({ events })).toBe(
    " 1  A  UPDATE t SET a = 1;\n      holds t (id)=(1)\n 2  B  SELECT 1;\n 3  A  COMMIT;\n",
  );
});

describe("a timeline that races", () => {
  const start = [
    { session: "A", text: "COMMIT;", results: [{}] },
    { session: "B", text: "UPDATE t SET a = 1;", waitsFor: ["A"] },
    { session: "C", text: "UPDATE t SET a = 2;", waitsFor: ["B"] },
  ];
  const branch = (first: string, second: string) => [
    ...start,
    { session: first, results: [{ tag: "UPDATE 1" }] },
    { session: second, results: [{ tag: `UPDATE ${second}` }] },
  ];
  const outcome: Outcome = {
    races: [
      { events: branch("B", "C"), runs: 20, continues: true },
      { events: branch("C", "B"), runs: 4 },
    ],
    openOrder: "either of B and C",
  };
  const draw = (of: Outcome, medium: "page" | "feed") =>
    timelineHtml("", { outcome: of, title: undefined }, medium, ENGLISH);

  it.each(["page", "feed"] as const)("has what all outcomes share once, then each with its share (%s)", (medium) => {
    const html = draw(outcome, medium);
    expect(html.match(/COMMIT/g)).toHaveLength(1);
    expect([...html.matchAll(/<strong>(.*?)<\/strong>/g)].map(([, text]) => text)).toEqual([
      "Outcome 1 of 2, in 20 of 24 runs; the samples below go on from here",
      "Outcome 2 of 2, in 4 of 24 runs",
    ]);
    expect(html.match(/<ol start="4">/g)).toHaveLength(2);
  });

  it("draws who waits in each outcome from where they part", () => {
    const [, first = "", second = ""] = draw(outcome, "page").split('<ol start="4">');
    expect(first).toMatch(/^\n<li class="b"><i class="c"><\/i>/);
    expect(second).toMatch(/^\n<li class="c"><i class="b"><\/i>/);
  });

  it("says that it always came out the same, and what might be", () => {
    const races = [{ events: branch("B", "C"), runs: 24 }];
    expect(draw({ races, openOrder: "either of B and C" }, "page")).toContain(
      "The same in 24 runs, though either of B and C may go on first.",
    );
    expect(draw({ races }, "feed")).toContain("The same in 24 runs.");
    expect(outcomeText({ races })).toMatch(/\nThe same in 24 runs\.\n$/);
  });

  it("is text with the same numbers, and words that can be searched for once", () => {
    expect(
      outcomeText(outcome)
        .match(/^ ?\d+/gm)
        ?.map(Number),
    ).toEqual([1, 2, 3, 4, 5, 4, 5]);
    expect(outcomeText(outcome)).toContain("\nOutcome 2 of 2, in 4 of 24 runs:\n 4  C  goes on\n      UPDATE 1\n");
    const failed = {
      races: [{ events: [{ session: "A", disconnected: { code: "25P03", message: "idle" } }], runs: 24 }],
    };
    expect(outcomeWords(failed)).toBe("25P03 idle");
  });
});

test("what happens to a session without a step of its own is said", () => {
  const notifications = [{ channel: "job", payload: "<42>", from: "A" }];
  const events = [
    { session: "A", text: "SELECT 1;", waitsFor: ["B"], behind: ["C", "D"] },
    { session: "A", waitsFor: ["C"], waitEvent: "BufferPin" },
    { session: "B", notifications },
    { session: "C", disconnected: { code: "25P03", message: "idle for too long" } },
    { session: "A", results: [{ error: { code: "55P03", message: "lock timeout" } }] },
  ];
  for (const medium of ["page", "feed"] as const) {
    const html = timelineHtml("", { outcome: { events }, title: undefined }, medium, ENGLISH);
    expect([...html.matchAll(/<em>(.*?)<\/em>/g)].map(([, text]) => text)).toEqual([
      "waits for B, behind C and D",
      "now waits for C (BufferPin)",
      "is notified",
      "is disconnected",
      "stops waiting",
    ]);
    expect(html).toContain(
      "Asynchronous notification &quot;job&quot; with payload &quot;&lt;42&gt;&quot; received from A.",
    );
    expect(html).toContain("<b>FATAL 25P03</b> idle for too long");
  }
});

test("versions of rows stand below what a step gave, on pages, in feeds and as text", () => {
  const versions = {
    columns: [{ name: "t.ctid" }, { name: "xmin" }, { name: "xmax" }],
    rows: [["(0,1)", "committed", "A in progress"]],
  };
  const events = [{ session: "A", text: "DELETE FROM t;", results: [{ tag: "DELETE 1" }], versions }];
  for (const medium of ["page", "feed"] as const) {
    const html = timelineHtml("", { outcome: { events }, title: undefined }, medium, ENGLISH);
    expect(html).toMatch(
      /DELETE 1[\s\S]*<th[^>]*>t\.ctid<\/th>[\s\S]*<td>\(0,1\)<\/td><td>committed<\/td><td>A in progress<\/td>/,
    );
  }
  expect(outcomeText({ events })).toContain(" (0,1)  | committed | A in progress\n");
});
