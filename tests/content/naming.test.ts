/** Sentences name entries as their collections do, of one kind or of several. */
import { describe, expect, it } from "vitest";
import { contentOf } from "../../src/content/content.ts";
import { capitalised, countOf, datedKind, datedKinds, inSentence, kindsOf } from "../../src/content/naming.ts";
import { collections } from "../../src/site/collections.ts";
import { collectionNamed } from "../support/entries.ts";
import { tinyContent } from "../support/tiny-content.ts";

const posts = collectionNamed("posts");
const labels = { ...posts.labels, one: "talk", many: "talks" };
const tiny = tinyContent({ posts: [{ slug: "a" }, { slug: "b" }, { slug: "c" }], projects: [{ slug: "p" }] });
const talk = (slug: string) => ({ ...tiny.entries[0], collection: "talks", slug, file: `talks/${slug}.md` });
const content = contentOf({
  ...tiny,
  collections: [...collections, { ...posts, name: "talks", folder: "talks", labels }],
  entries: [...tiny.entries, talk("d") as (typeof tiny.entries)[number]],
});

describe("a sentence", () => {
  it("names what the site publishes by date", () => {
    expect([datedKinds(tiny), datedKind(tiny)]).toEqual(["essays", "essay"]);
    expect([datedKinds(content), datedKind(content)]).toEqual(["essays and talks", "essay or talk"]);
  });

  it("names and counts some entries, in the order of the table", () => {
    expect(kindsOf(content.entries, content)).toBe("essays, projects and talks");
    expect(countOf(content.entries, content)).toBe("3 essays, one project and one talk");
    expect(capitalised(countOf(content.entries.slice(0, 1), content))).toBe("One essay");
    const many = Array.from({ length: 1234 }, () => content.entries[0]).flatMap((entry) => entry ?? []);
    expect(countOf(many, content)).toBe("1,234 essays");
    expect(countOf([], content)).toBe("");
  });

  it.each([
    [[], ""],
    [["a"], "a"],
    [["a", "b"], "a and b"],
    [["a", "b", "c"], "a, b and c"],
  ])("has %j as %j", (parts, text) => {
    expect(inSentence(parts)).toBe(text);
  });
});
