/** Timelines as HTML. */
import { expect, test } from "vitest";
import { timelineHtml } from "../../../src/markdown/samples/timelines.ts";

test("only a step that waits is drawn as one: a crash is not", () => {
  const events = [
    { session: "A", text: "UPDATE job SET done = true;", results: [{ tag: "UPDATE 1" }] },
    { session: "B", text: "UPDATE job SET done = true;", waitsFor: ["A"] },
    { session: "A", crashes: true as const },
    { session: "B", results: [{ tag: "UPDATE 1" }] },
  ];
  const html = timelineHtml("", { outcome: { events }, title: undefined }, "page");
  expect([...html.matchAll(/<li class="(.*?)"/g)].map(([, classes]) => classes)).toEqual(["a", "b waits", "a", "b"]);
});
