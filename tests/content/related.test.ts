/** Related posts: by the words that posts share and others lack. */
import { describe, expect, it } from "vitest";
import { tinyContent } from "../support/tiny-content.ts";

const LOCKS = "A row lock is taken by SELECT FOR UPDATE, and SKIP LOCKED passes over it.";
const TYPE = "A serif face has contrast between its strokes; kerning and leading set the rhythm.";

function relatedSlugs(posts: Parameters<typeof tinyContent>[0], slug: string): string[] {
  const content = tinyContent(posts);
  return content.related.get(`posts/${slug}.md`)?.map((other) => other.slug) ?? [];
}

const posts = [
  { slug: "locks", title: "Row locks", markdown: LOCKS },
  { slug: "queues", title: "A queue on row locks", markdown: `Workers poll a table. ${LOCKS}` },
  { slug: "kerning", title: "Kerning by hand", markdown: TYPE },
  { slug: "faces", title: "Choosing a serif face", markdown: `For a long text. ${TYPE}` },
  { slug: "bread", title: "Bread", markdown: "Flour, water, salt." },
];

describe("related posts", () => {
  it("are those that share telling words", () => {
    expect(relatedSlugs({ posts }, "queues")).toEqual(["locks"]);
    expect(relatedSlugs({ posts }, "kerning")).toEqual(["faces"]);
  });

  it("are none where nothing is shared", () => {
    expect(relatedSlugs({ posts }, "bread")).toEqual([]);
  });

  it("leave out the parts of the post's own series", () => {
    const inSeries = posts.map((post) => (post.markdown.includes("lock") ? { ...post, series: "Locks" } : post));
    expect(relatedSlugs({ posts: inSeries }, "queues")).toEqual([]);
  });

  it("are found by a tag alone", () => {
    const tagged = [
      { slug: "one", title: "Alpha", markdown: "Uno.", tags: ["rare"] },
      { slug: "two", title: "Beta", markdown: "Dos.", tags: ["rare"] },
      { slug: "three", title: "Gamma", markdown: "Tres." },
    ];
    expect(relatedSlugs({ posts: tagged }, "one")).toEqual(["two"]);
  });

  it("are at most three", () => {
    const many = Array.from({ length: 8 }, (_, number) => ({ slug: `lock-${number}`, markdown: LOCKS }));
    expect(relatedSlugs({ posts: [...many, ...posts.slice(2)] }, "lock-0")).toHaveLength(3);
  });
});

describe("referrers", () => {
  it("are the posts and projects whose text links to a page, once each, and never itself", () => {
    const content = tinyContent({
      posts: [
        { slug: "cited", markdown: "See [above](#x).\n\n## X\n\n[me](cited.md)" },
        { slug: "citing", markdown: "[a](cited.md) and [b](cited.md#x)" },
      ],
      projects: [{ slug: "project", markdown: "[c](../posts/cited.md)" }],
    });
    expect(content.referrers.get("/posts/cited/")?.map(({ slug }) => slug)).toEqual(["citing", "project"]);
  });
});
