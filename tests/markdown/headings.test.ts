/** Headings' ids: unique, never empty, and where they were when something is added below. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { renderPost } from "../support/render-post.ts";

const title = fc.oneof(
  fc.constantFrom(
    "A",
    "A 2",
    "a",
    "",
    "*A*",
    "`A`",
    "C++",
    "C#",
    "日本語",
    "🚀",
    "👩🏽‍🚀",
    "...",
    "[A](headings.md)",
    "-2",
  ),
  fc.string(),
  fc.string({ unit: "binary" }),
);
const titles = fc.array(title.map((text) => text.replace(/[\r\n]/g, " ")));

it("are unique and not empty, and have no space in them", () => {
  fc.assert(
    fc.property(titles, (texts) => {
      const ids = idsOf(texts);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids.filter((id) => id === "" || /\s/.test(id))).toEqual([]);
    }),
  );
});

it("do not move when headings are added below", () => {
  fc.assert(
    fc.property(titles, titles, (texts, added) => {
      const ids = idsOf(texts);
      expect(idsOf([...texts, ...added]).slice(0, ids.length)).toEqual(ids);
    }),
  );
});

it("are noted with each heading's level and plain text", () => {
  const { headings } = renderPost("## It's `a` *b* [c](headings.md) ![d](two-sessions.svg)\n\n##### Low").body;
  expect(headings).toEqual([
    { id: "its-a-b-c-d", level: 2, text: "It’s a b c d" },
    { id: "low", level: 5, text: "Low" },
  ]);
});

it("are noted with levels between 2 and 6 in a text that begins with #", () => {
  const { headings } = renderPost("# One\n\n###### Six").body;
  expect(headings.map(({ level }) => level)).toEqual([2, 6]);
});

it("are what links can lead to, with the ids of raw HTML", () => {
  expect(renderPost('## One\n\n<p id="two">x</p>').body.anchors.toSorted()).toEqual(["one", "two"]);
});

function idsOf(texts: string[]): string[] {
  return renderPost(texts.map((text) => `## ${text}\n`).join("\n")).body.headings.map(({ id }) => id);
}
