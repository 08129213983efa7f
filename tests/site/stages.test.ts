/** The stages of a build, each by itself: a value in, a value out, and nothing changed on the way. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { formatProblem } from "../../src/content/problems/problem.ts";
import { readOwnTheme } from "../../src/looks/read-theme.ts";
import { judgedSite } from "../../src/site/accepted.ts";
import { check } from "../../src/site/check.ts";
import { collections } from "../../src/site/collections.ts";
import { type DerivedSite, derive } from "../../src/site/derive.ts";
import { type RenderedSite, render } from "../../src/site/render.ts";
import { openTools, siteWords } from "../../src/site/tools.ts";
import { write } from "../../src/site/write.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";
import { type TinySite, tinySite } from "../support/tiny-content.ts";

const folder = useTemporaryFolder();
const tools = openTools(folder);
const theme = await readOwnTheme(siteWords(collections, { language: "en" }));
const SITE: TinySite = {
  posts: [
    { slug: "a", description: "A.", tags: ["x"], markdown: "See [b](b.md)." },
    { slug: "b", description: "B.", tags: ["x"], date: "2026-01-02" },
  ],
  projects: [{ slug: "p", related: ["a"] }],
};
/** In our theme. */
async function renderAs(site: DerivedSite): Promise<RenderedSite> {
  const rendered = await render(
    judgedSite(check({ ...site, read: { ...site.read, theme } }), () => undefined),
    () => undefined,
  );
  if (!rendered.ok) throw new Error(rendered.problems.map(formatProblem).join("\n"));
  return rendered.value;
}
const published = (site: DerivedSite) => ({
  ...site,
  read: { ...site.read, options: { ...site.read.options, preview: false } },
});

describe("deriving", () => {
  it("gives the same for the same, and changes nothing of it", () => {
    const { read } = tinySite(SITE);
    const frozen = { ...read, entries: Object.freeze(read.entries.map((entry) => Object.freeze(entry))) };
    expect(JSON.stringify(derive(frozen).content.lists)).toBe(JSON.stringify(derive(frozen).content.lists));
  });

  it("works out everything that follows from the entries", () => {
    const { content, feeds, documents, otherPages, ledger } = tinySite(SITE);
    expect(content.entries.map(({ slug }) => slug)).toEqual(["b", "a", "p"]);
    expect(content.neighbours.get("posts/a.md")?.newer?.slug).toBe("b");
    expect(content.referrers.get("/posts/b/")?.map(({ slug }) => slug)).toEqual(["a"]);
    expect(content.namedBy.get("posts/a.md")?.map(({ slug }) => slug)).toEqual(["p"]);
    expect(content.named.get("projects/p.md")?.map(({ slug }) => slug)).toEqual(["a"]);
    expect(feeds.map(({ path }) => path)).toEqual(["/", "/posts/", "/projects/", "/corrections/", "/tags/x/"]);
    expect(documents).toHaveLength(feeds.length * 3);
    expect(otherPages.map(({ path }) => path)).toEqual(expect.arrayContaining(["/", "/tags/x/", "/sitemap.xml"]));
    expect(ledger.added).toEqual([...ledger.now.keys()]);
  });
});

describe("checking", () => {
  it("gives every problem of a derived site, those of reading among them", () => {
    const site = tinySite({
      posts: [
        { slug: "a", markdown: "[x](/nowhere/)" },
        { slug: "b", permalink: "/posts/a/" },
      ],
    });
    const before = { file: "posts/c.md", message: "was wrong before" };
    const { problems } = check({ ...site, read: { ...site.read, problems: [before] } });
    expect(problems.map(formatProblem)).toEqual([
      "posts/c.md was wrong before",
      "posts/b.md wants the address /posts/a/, which posts/a.md has (give one a permalink)",
      "posts/a.md:1 links to /nowhere/, which this site does not have",
    ]);
  });

  it("holds what is to be published against what was, and not what is tried in development", () => {
    const site = tinySite(SITE, new Map([["/lost/", {}]]));
    expect(check(site).problems).toEqual([]);
    expect(check(published(site)).problems.map(({ message }) => message)).toEqual(["/lost/ was published and is gone"]);
  });

  it("says which searches are for pages that are not there", () => {
    const site = tinySite(SITE);
    const searches = [{ query: "locks", finds: "/posts/c/", among: 3, place: { file: "_data/searches.ts" } }];
    const [problem] = check({ ...site, read: { ...site.read, searches } }).problems;
    expect(problem?.message).toBe('"locks" is to find /posts/c/, which this site does not have');
  });
});

describe("rendering", () => {
  const pageAt = ({ pages }: RenderedSite, path: string) => pages.find((page) => page.path === path);

  it("gives each page's HTML, the file that it is of, and what it needs", async () => {
    const site = await renderAs(published(tinySite(SITE)));
    const page = pageAt(site, "/posts/a/");
    expect(page).toMatchObject({ from: "posts/a.md", shareImage: { card: { title: "The post a", foot: "Tiny" } } });
    expect(page?.bytes().toString()).toContain(page?.shareImage?.path);
    for (const digest of [...(page?.allowed?.scripts ?? ["none"]), ...(page?.allowed?.styles ?? ["none"])]) {
      expect(page?.bytes().toString()).toContain(digest);
    }
    const { shareImage, allowed, from } = pageAt(site, "/sitemap.xml") ?? {};
    expect([shareImage, allowed, from]).toEqual([undefined, undefined, undefined]);
    expect(site.pages).toHaveLength(site.otherPages.length + site.content.entries.length);
  });

  it("gives the same bytes for the same site", async () => {
    const bytes = async () =>
      (await renderAs(tinySite(SITE))).pages.map((page) => [page.path, page.bytes().toString()]);
    expect(await bytes()).toEqual(await bytes());
  });

  it("leaves policies out in development, and has what is wrong in the place of its page", async () => {
    const site = await renderAs(tinySite({ posts: [{ slug: "a", markdown: "[x](/nowhere/)" }, { slug: "b" }] }));
    expect(pageAt(site, "/posts/a/")).toMatchObject({ from: undefined });
    expect(pageAt(site, "/posts/a/")?.bytes().toString()).toContain(
      "links to /nowhere/, which this site does not have",
    );
    expect(pageAt(site, "/posts/b/")).toMatchObject({ from: "posts/b.md", allowed: undefined });
  });
});

describe("writing", () => {
  it("puts all that pages need beside them, and takes away what an earlier run made and this one does not", async () => {
    const rendered = (parts: TinySite) => renderAs(published(tinySite(parts)));
    const options = { outDir: join(folder, "out"), search: false };
    const before = await rendered(SITE);
    const inFolder = new Set<string>();
    await write(before, tools, options, inFolder);
    const share = before.pages.find(({ path }) => path === "/posts/a/")?.shareImage?.path ?? "";
    const all = [share, "/_headers", "/feed.xml", "/tags/x/feed.xml", "/posts/a/index.md"];
    expect(all.filter((path) => !existsSync(join(options.outDir, path)))).toEqual([]);
    const now = await rendered({ posts: [{ slug: "b" }] });
    const written = await write(now, tools, options, inFolder);
    expect(written).toMatchObject({ ok: true, value: { index: { pages: 0 } } });
    const gone = [share, "/tags/x/feed.xml", "/posts/a/index.md"];
    expect(gone.filter((path) => existsSync(join(options.outDir, path)))).toEqual([]);
    expect(existsSync(join(options.outDir, "feed.xml"))).toBe(true);
  });

  it("takes away what a run made that failed", async () => {
    const rendered = (parts: TinySite) => renderAs(published(tinySite(parts)));
    const options = { outDir: join(folder, "after-a-failure"), search: false };
    const inFolder = new Set<string>();
    const site = await rendered(SITE);
    const publicFiles = [
      { path: "/moved.txt", file: "public/moved.txt", source: join(folder, "moved.txt"), stamp: "1" },
    ];
    await expect(write({ ...site, read: { ...site.read, publicFiles } }, tools, options, inFolder)).rejects.toThrow();
    const share = site.pages.find(({ path }) => path === "/posts/a/")?.shareImage?.path ?? "";
    expect(existsSync(join(options.outDir, share))).toBe(true);
    await write(await rendered({ posts: [{ slug: "b" }] }), tools, options, inFolder);
    expect(existsSync(join(options.outDir, share))).toBe(false);
    expect(inFolder).not.toContain(share.slice(1));
  });
});
