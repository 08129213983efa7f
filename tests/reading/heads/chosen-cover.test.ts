/** The cover that an author chooses. */
import { describe, expect, it } from "vitest";
import type { CoverChoice } from "../../../src/content/cover.ts";
import { chosenCover } from "../../../src/reading/heads/chosen-cover.ts";

const choice = (...names: string[]): CoverChoice => ({ names, cover: { lanes: names.length, strokes: [] } });
const choices = [choice("One job for two workers", "two"), choice("A lock that lasts")];
const place = () => ({ file: "posts/queue.md", line: 4 });

/** To find a place, YAML is read again. */
const unasked = () => {
  throw new Error("nothing is wrong");
};

describe("a cover", () => {
  it("is chosen by a title or an id", () => {
    expect(chosenCover("A lock that lasts", choices, unasked)).toEqual({ ok: true, value: choices[1]?.cover });
    expect(chosenCover("two", choices, unasked)).toEqual({ ok: true, value: choices[0]?.cover });
  });

  it("is the usual one where nobody chooses, and none where there is to be none", () => {
    expect(chosenCover(undefined, choices, unasked)).toEqual({ ok: true, value: choices[0]?.cover });
    expect(chosenCover(undefined, [], unasked)).toEqual({ ok: true, value: undefined });
    expect(chosenCover(false, choices, unasked)).toEqual({ ok: true, value: undefined });
  });

  it.each([
    ["A lock that last", choices, 'did you mean "A lock that lasts"?'],
    ["x", choices, "write one of: One job for two workers, two, A lock that lasts"],
    ["x", [], "leave it out"],
  ])("%j is refused", (name, among, hint) => {
    const refused = chosenCover(name, among, place);
    expect(refused).toEqual({
      ok: false,
      problems: [
        {
          ...place(),
          rule: "front-matter",
          field: "coverTimeline",
          message: `no timeline of this page is called "${name}"`,
          hint,
        },
      ],
    });
  });
});
