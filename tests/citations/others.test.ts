/** Authors whom an entry leaves unnamed: "et al." stands for them, in the text's language and however the style joins names. */
import { describe, expect, it } from "vitest";
import { citationStyle, ownStyle } from "../../src/citations/citation-style.ts";
import { readReferences } from "../../src/citations/read-references.ts";
import type { OwnCitationStyle } from "../../src/content/citation.ts";

/** The citation and the entry of a work by these authors. */
function cited(author: string, lang: string, name: OwnCitationStyle, form: "whole" | "sentence" = "whole") {
  const text = `@book{a, author = {${author}}, title = {Locks}, year = 2020, publisher = {P}}`;
  const { known } = readReferences(new Map([["_data/references.bib", text]]));
  const style = citationStyle(ownStyle(name), "1");
  if (!style.ok) throw new Error(style.problems[0]?.message);
  const cites = [{ key: "a", prefix: "", suffix: "", withoutAuthor: false }];
  const items = [...known.values()].map(({ item }) => item);
  const made = style.value.format([{ cites, form }], items, lang);
  if (!made.ok) throw new Error(made.problems[0]?.message);
  return [made.value.citations[0], made.value.entries[0]?.html].map((html) => html?.replaceAll(/<[^>]*>/g, ""));
}

describe("others", () => {
  it.each([
    ["Gray, Jim and others", "en", "author-date", "(Gray et al. 2020)", "Gray, Jim et al. 2020"],
    [
      "Gray, Jim and Reuter, Andreas and others",
      "en",
      "author-date",
      "(Gray, Reuter et al. 2020)",
      "Reuter et al. 2020",
    ],
    ["Gray, Jim and others", "de", "author-date", "(Gray u. a. 2020)", "Gray, Jim u. a. 2020"],
    ["A, B and C, D and E, F and G, H and others", "en", "author-date", "(A et al. 2020)", "G et al. 2020"],
    ["Gray, Jim and others", "en", "numeric", "[1]", "Gray et al."],
  ] as const)("%s, in %s, by %s", (author, lang, name, citation, entry) => {
    const [inText, listed] = cited(author, lang, name);
    expect(inText).toBe(citation);
    expect(listed).toContain(entry);
  });

  it("are said in a sentence, too", () => {
    expect(cited("Gray, Jim and others", "en", "author-date", "sentence")[0]).toBe("Gray et al. (2020)");
    expect(cited("Gray, Jim and others", "de", "numeric", "sentence")[0]).toBe("Gray u. a. [1]");
  });
});
