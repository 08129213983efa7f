/** The index of terms: what is telling, in its alphabetical place, leading to sections that are about it. */
import { describe, expect, it } from "vitest";
import { termIndex } from "../../src/search/term-index.ts";
import { tinyContent } from "../support/tiny-content.ts";

const about = (topic: string) => `Of ${topic}. The ${topic} again, and once more ${topic}.`;
const content = tinyContent({
  posts: [
    { slug: "a", title: "Advisory Locks", markdown: `${about("advisory locks")}\n\n## Leases\n\n${about("leases")}` },
    { slug: "b", title: "Queues", tags: ["PostgreSQL"], markdown: about("a lease in PostgreSQL") },
    ...["c", "d", "e", "f"].map((slug) => ({ slug, title: `Writing ${slug}`, markdown: about("writing") })),
  ],
});
const terms = termIndex(content);
const locatorsOf = (text: string) => terms.find((term) => term.text === text)?.locators;

describe("the index of terms", () => {
  it("leads from a term to the sections that keep coming back to it", () => {
    expect(locatorsOf("leases")?.map(({ path, section }) => [path, section])).toEqual([
      ["/posts/a/#leases", "Leases"],
      ["/posts/b/", undefined],
    ]);
  });

  it("keeps words together that belong together, and names as they are written", () => {
    expect(locatorsOf("advisory locks")?.[0]?.path).toBe("/posts/a/");
    expect(locatorsOf("PostgreSQL")?.[0]?.path).toBe("/posts/b/");
  });

  it("leaves out what most pages are about, and words that mean nothing by themselves", () => {
    expect(locatorsOf("writing")).toBeUndefined();
    expect(terms.map(({ text }) => text)).not.toContain("again");
  });

  it("is in alphabetical order, and empty where there is nothing", () => {
    const texts = terms.map(({ text }) => text.toLowerCase());
    expect(texts).toEqual(texts.toSorted());
    expect(termIndex(tinyContent())).toEqual([]);
  });
});
