/** An entry keeps its id whatever becomes of its address; what changes its dates, and what no reader hears of. */

import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { adviseOn } from "../../src/checks/advice.ts";
import { checkEntryIds } from "../../src/checks/entry-ids.ts";
import type { Content } from "../../src/content/content.ts";
import type { DatedEntry } from "../../src/content/entry.ts";
import { headFromFrontMatter } from "../../src/content/head-from-front-matter.ts";
import { PostFrontMatter } from "../../src/content/post.ts";
import { collectionNamed, postsOf, projectsOf } from "../support/entries.ts";
import { documentsOf, FEED_SITE, readSite, withPosts } from "../support/feed-documents.ts";
import { withFeedsmith } from "../support/feed-parsers.ts";

const AT = Temporal.Instant.from("2026-06-01T00:00:00Z");
const content = await readSite(FEED_SITE);
const idsOf = (site: Content) =>
  withFeedsmith("/atom.xml", documentsOf(site).get("/atom.xml") ?? "").map(({ id }) => id);
const changed = (change: (post: DatedEntry) => Partial<DatedEntry>, site: Partial<Content["site"]> = {}) =>
  withPosts(
    { ...content, site: { ...content.site, ...site } },
    postsOf(content).map((post) => ({ ...post, ...change(post) })),
    projectsOf(content),
  );

describe("ids stay", () => {
  const before = idsOf(content);

  it.each([
    ["its address changes", changed(({ slug }) => ({ path: `/notes/${slug}/` }))],
    [
      "its title, text and tags change",
      changed((post) => ({ title: "New", tags: [], body: { ...post.body, feedHtml: () => "New" } })),
    ],
    ["its date is corrected by years", changed(({ published }) => ({ published: published.subtract({ years: 3 }) }))],
    ["the site moves to another domain", changed(() => ({}), { url: "https://elsewhere.example/" })],
  ])("when %s", (_what, site) => {
    expect(idsOf(site).toSorted()).toEqual(before.toSorted());
  });

  it("as tag URIs of the site's host and the post's year, where the site names no authority", () => {
    const { idAuthority: _, ...site } = content.site;
    expect(idsOf({ ...content, site })[0]).toBe("tag:fish.example,2026:posts/rich");
  });

  it("in a domain that the site had before, for all years", () => {
    expect(idsOf(changed(() => ({}), { idAuthority: "old.example" }))).toContain("tag:old.example,2026:posts/rich");
  });

  it("in ASCII, for a file named in another script", () => {
    const [id] = idsOf(changed((post) => (post.slug === "rich" ? { slug: "日本" } : {})));
    expect(id).toBe("tag:fish.example,2020-02:posts/%E6%97%A5%E6%9C%AC");
  });
});

describe("an id that is no URI", () => {
  const site = changed(({ slug }) => (slug === "rich" ? { id: "12 at <old>" } : {}));
  const documents = documentsOf(site);

  it("is in RSS and JSON Feed as it is, and in Atom as a URI of its own", () => {
    const rss = documents.get("/feed.xml") ?? "";
    const json: { items: { id: string }[] } = JSON.parse(documents.get("/feed.json") ?? "");
    expect(withFeedsmith("/feed.xml", rss).map(({ id }) => id)).toContain("12 at <old>");
    expect(rss).toContain('<guid isPermaLink="false">12 at &lt;old&gt;</guid>');
    expect(json.items.map(({ id }) => id)).toContain("12 at <old>");
    expect(idsOf(site)).toContain("tag:fish.example,2020-02:guid:12%20at%20%3Cold%3E");
  });

  it("has its corrections below it", () => {
    const ids = withFeedsmith("/corrections/atom.xml", documents.get("/corrections/atom.xml") ?? "").map(
      ({ id }) => id,
    );
    expect(ids.some((id) => id?.startsWith("tag:fish.example,2020-02:guid:12%20at%20%3Cold%3E/revisions/"))).toBe(true);
  });
});

it("a guid is a permalink where it is the address of its entry, and only there", () => {
  const guidOf = (id: string) => {
    const rss = documentsOf(changed(({ slug }) => (slug === "rich" ? { id } : {}))).get("/feed.xml") ?? "";
    return /<guid isPermaLink="(\w+)">/.exec(rss.slice(rss.indexOf(`>${id}</guid>`) - 30))?.[1];
  };
  const url = /<link>([^<]*\/rich\/)<\/link>/.exec(documentsOf(content).get("/feed.xml") ?? "")?.[1] ?? "";
  expect(guidOf(url)).toBe("true");
  expect(guidOf(url.replace(/\/$/, ""))).toBe("false");
  expect(guidOf("https://old.example/?p=7")).toBe("false");
});

describe("a build", () => {
  it("refuses two entries with one id", () => {
    const problems = checkEntryIds(changed(() => ({ id: "tag:x.example,2020:one" })));
    expect(problems).toHaveLength(postsOf(content).length - 1);
    expect(problems[0]).toMatchObject({
      field: "id",
      message: "tag:x.example,2020:one is the id of posts/rich/index.md already",
    });
  });

  it("refuses an id that another entry has in Atom only", () => {
    const ids = new Map([
      ["rich", "12 at old.example"],
      ["short", "tag:fish.example,2020-02:guid:12%20at%20old.example"],
    ]);
    const [problem, ...others] = checkEntryIds(changed(({ slug }) => ({ id: ids.get(slug) })));
    expect(others).toEqual([]);
    expect(problem?.message).toContain("tag:fish.example,2020-02:guid:12%20at%20old.example is the id of posts/");
  });

  it("says which id a post had that seems to have been renamed, and is content once it is written down", () => {
    const renamed = changed(({ slug }) => (slug === "rich" ? { aliases: ["/posts/poor/"] } : {}));
    expect(adviseOn(renamed, AT)).toContainEqual({
      rule: "id-missing",
      file: "posts/rich/index.md",
      field: "id",
      message: "is missing, and the page had another address",
      hint: "if the file was poor.md, readers know it as tag:fish.example,2020-02:posts/poor",
    });
    const settled = changed(({ slug }) =>
      slug === "rich" ? { aliases: ["/posts/poor/"], id: "tag:x,2020:poor" } : {},
    );
    expect(adviseOn(settled, AT).filter(({ field }) => field === "id")).toEqual([]);
  });
});

describe("front matter", () => {
  const read = (matter: object) => PostFrontMatter.safeParse({ title: "T", date: "2026-01-01", ...matter });
  const at = AT;
  const postOf = (matter: object) =>
    headFromFrontMatter(
      PostFrontMatter.parse({ title: "T", date: "2026-01-01", ...matter }),
      collectionNamed("posts"),
      {
        file: "posts/t.md",
        slug: "t",
        site: content.site,
        at,
      },
    );

  it.each([
    { id: "two  blanks" },
    { id: 12 },
    { feed: "half" },
    { feed: "summary" },
    { revisions: [{ date: "2026-01-02", note: "n", minor: "yes" }] },
  ])("%j is refused", (matter) => {
    expect(read(matter).success).toBe(false);
  });

  it("with a minor revision changes nothing that a reader looks at", () => {
    const minor = { date: "2026-03-01", note: "A comma.", minor: true };
    const major = { date: "2026-02-01", note: "A claim." };
    expect(postOf({ revisions: [minor] }).updated).toBeUndefined();
    expect(
      postOf({ revisions: [minor, major] })
        .updated?.toPlainDate()
        .toString(),
    ).toBe("2026-02-01");
  });
});

it("the same content makes the same bytes, whenever it is built", async () => {
  const later = documentsOf(await readSite(FEED_SITE, "2031-01-01T12:34:56Z"));
  expect([...later]).toEqual([...documentsOf(content)]);
});
