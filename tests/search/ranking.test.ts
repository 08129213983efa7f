/** What a text is worth for a search of several words: whether they stand near each other, and how many of them it has. */
import { describe, expect, it } from "vitest";
import { titlesOf, useSearch } from "../support/searched-content.ts";
import { tinyContent } from "../support/tiny-content.ts";

/** So many words, all of them different from those that are searched for. */
const filler = (words: number) => "so ".repeat(words).trim();
/** A text of 202 words, in which so many stand between the two. */
const apart = (words: number) => `heron ${filler(words)} newt ${filler(200 - words)}`;

const { find } = useSearch(
  tinyContent({
    posts: [
      { slug: "near", title: "Apart by two words", date: "2025-01-01", markdown: apart(2) },
      { slug: "far", title: "Apart by forty words", date: "2025-01-02", markdown: apart(40) },
      ...Array.from({ length: 12 }, (_, number) => ({ slug: `all-${number}`, markdown: "An adder, a bat, a crow." })),
      ...Array.from({ length: 5 }, (_, number) => ({ slug: `half-${number}`, markdown: "An adder." })),
      { slug: "most", title: "Most of them", markdown: "An adder, a crow." },
    ],
  }),
);

describe("words of a search", () => {
  it("count for more where they stand near each other, in an older text, too", async () => {
    expect(titlesOf(await find("heron newt"))).toEqual(["Apart by two words", "Apart by forty words"]);
  });

  it("are most of them in each text that is found, where ten have all", async () => {
    const { total, results } = await find("adder bat crow", { limit: 20 });
    expect(total).toBe(12);
    expect(results.every(({ lacks }) => lacks.length === 0)).toBe(true);
  });
});
