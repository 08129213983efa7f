/** Sentences name entries as their collections do, of one kind or of several. */
import { describe, expect, it } from "vitest";
import { contentOf } from "../../src/content/content.ts";
import { allKinds, countOf, inSentence, kindsOf } from "../../src/content/naming.ts";
import { capitalised } from "../../src/content/text/capitalised.ts";
import { collections } from "../../src/site/collections.ts";
import { collectionNamed } from "../support/entries.ts";
import { tinyContent } from "../support/tiny-content.ts";

const posts = collectionNamed("posts");
const labels = { ...posts.labels, one: "talk", many: "talks", count: undefined };
const tiny = tinyContent({ posts: [{ slug: "a" }, { slug: "b" }, { slug: "c" }], projects: [{ slug: "p" }] });
const talk = (slug: string) => ({ ...tiny.entries[0], collection: "talks", slug, file: `talks/${slug}.md` });
const content = contentOf({
  ...tiny,
  collections: [...collections, { ...posts, name: "talks", folder: "talks", labels }],
  entries: [...tiny.entries, talk("d") as (typeof tiny.entries)[number]],
});

describe("a sentence", () => {
  it("names what the site has lists of", () => {
    expect(allKinds(tiny)).toBe("essays and projects");
    expect(allKinds(content)).toBe("essays, projects, and talks");
    expect(allKinds(tiny, "de")).toBe("Beiträge und Projekte");
  });

  it("names and counts some entries, in the order of the table", () => {
    expect(kindsOf(content.entries, content)).toBe("essays, projects, and talks");
    expect(countOf(content.entries, content)).toBe("3 essays, one project, and 1 talk");
    expect(capitalised(countOf(content.entries.slice(0, 1), content), "en")).toBe("One essay");
    const many = Array.from({ length: 1234 }, () => content.entries[0]).flatMap((entry) => entry ?? []);
    expect(countOf(many, content)).toBe("1,234 essays");
    expect(countOf([], content)).toBe("");
    expect(countOf(tiny.entries, tiny, "de")).toBe("3 Beiträge und ein Projekt");
  });

  it.each([
    [[], ""],
    [["a"], "a"],
    [["a", "b"], "a and b"],
    [["a", "b", "c"], "a, b, and c"],
  ])("has %j as %j", (parts, text) => {
    expect(inSentence(parts, "en")).toBe(text);
  });
});
