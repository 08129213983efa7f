/** Sites at the edges: nothing in them, everything in them, and one whose files have come and gone. */
import { cpSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, inject, it } from "vitest";
import { AT, buildFixture, copyFixture, FIXTURES } from "../support/built-fixture.ts";
import { fingerprintOf, pagesOf, readAt } from "../support/built-site.ts";
import { deadEnds } from "../support/dead-ends.ts";
import { feedReaders } from "../support/feeds.ts";
import { attributeOf, elementsIn, elementsWith, parsePage, textOf } from "../support/html.ts";
import { complaintsAbout } from "../support/html-validity.ts";
import { runBuild } from "../support/run-build.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";

const folder = useTemporaryFolder();

describe.each([
  { name: "noPosts", url: "https://example.org/" },
  { name: "everything", url: "https://example.org/blog/" },
] as const)("the site $name", ({ name, url }) => {
  const out = inject(name);

  it("is valid HTML on every page", async () => {
    const complaints = pagesOf(out).map(async (path) => ({
      path,
      complaints: await complaintsAbout(readAt(out, path)),
    }));
    expect((await Promise.all(complaints)).filter(({ complaints }) => complaints.length > 0)).toEqual([]);
  });

  it("names nothing that is not there", () => {
    expect(deadEnds(out, url)).toEqual([]);
  });

  it("runs no script but the engine's own, and has no event handlers", () => {
    const elements = pagesOf(out).flatMap((path) => elementsIn(parsePage(readAt(out, path))));
    const scripts = elements.filter(({ tagName }) => tagName === "script");
    const sources = new Set(scripts.map((script) => attributeOf(script, "src") ?? attributeOf(script, "type") ?? ""));
    const known = /^(|application\/ld\+json|speculationrules|\/(blog\/)?assets\/site-\w+\.js)$/;
    expect([...sources].filter((source) => !known.test(source))).toEqual([]);
    expect(elements.flatMap(({ attrs }) => attrs.filter(({ name }) => name.startsWith("on")))).toEqual([]);
    expect(scripts.filter((script) => textOf(script).includes("alert(1)") && !attributeOf(script, "type"))).toEqual([]);
  });
});

describe("a site without a post", () => {
  const out = inject("noPosts");

  it("says so on its lists", () => {
    expect(readAt(out, "/posts/")).toContain("There is nothing here yet.");
    expect(readAt(out, "/tags/")).toContain("Nothing has a tag yet.");
  });

  it("has feeds that are valid and empty, with a date that does not depend on the day", () => {
    for (const read of Object.values(feedReaders)) expect(read(out)).toMatchObject({ title: "No posts", entries: [] });
    expect(readAt(out, "/atom.xml")).toContain("<updated>1970-01-01T00:00:00Z</updated>");
  });
});

describe("a site with everything", () => {
  const out = inject("everything");

  it("shows a title with markup and braces as its author wrote it, in pages, metadata and feeds", () => {
    const title = 'Every feature: "quotes", <b>tags</b> & {{ braces }}';
    const page = parsePage(readAt(out, "/posts/features/"));
    expect(textOf(elementsIn(page, "h1")[0])).toBe(title);
    expect(attributeOf(elementsWith(page, "meta", "property", "og:title")[0], "content")).toBe(title);
    expect(textOf(elementsWith(page, "script", "type", "application/ld+json")[0])).toContain(
      JSON.stringify(title).replaceAll("<", "\\u003c"),
    );
    for (const read of Object.values(feedReaders))
      expect(read(out).entries.map((entry) => entry.title)).toContain(title);
  });

  it("leads from each address that a page had before to the one that it has now", () => {
    for (const old of ["/features/", "/posts/old-features/"]) {
      const page = parsePage(readAt(out, old));
      const [refresh] = elementsWith(page, "meta", "http-equiv", "refresh");
      expect(attributeOf(refresh, "content")).toBe("0; url=/blog/posts/features/");
      expect(elementsIn(page, "a").map((link) => attributeOf(link, "href"))).toEqual(["/blog/posts/features/"]);
    }
  });

  it("gives a tag of any script, or of signs alone, a page", () => {
    const tags = elementsIn(parsePage(readAt(out, "/tags/")), "main", "a").map(textOf);
    expect(tags.toSorted()).toEqual(["C++", "R&D", "並行処理", "🦀"].toSorted());
  });

  it("dates a post in the site's time zone, and a feed in UTC", () => {
    expect(readAt(out, "/posts/features/")).toContain('datetime="2026-01-15');
    const published = feedReaders["/atom.xml"]?.(out).entries.map((entry) => entry.published);
    expect(published).toContain("2026-01-15T14:30:00Z");
  });
});

it("a post that was deleted is gone from pages, feeds, sitemap, tags and the search index", async () => {
  const site = join(folder, "site");
  const out = join(folder, "out");
  const never = join(folder, "windows");
  copyFixture("windows", site);
  copyFixture("withheld", site);
  await runBuild(["--site", site, "--out", out, "--at", AT]);
  expect(pagesOf(out)).toContain("/posts/published/");
  cpSync(join(FIXTURES, "windows/_data"), join(site, "_data"), { recursive: true });
  for (const part of ["posts/published.md", "projects"]) rmSync(join(site, part), { recursive: true });
  await runBuild(["--site", site, "--out", out, "--at", AT]);
  await buildFixture("windows", never);
  expect(fingerprintOf(out)).toEqual(fingerprintOf(never));
});

it("byte order marks, CRLF and a missing last line end are as if they were not there", () => {
  const out = join(folder, "windows");
  const prose = (path: string) => textOf(elementsWith(parsePage(readAt(out, path)), "div", "class", "prose")[0]);
  expect(prose("/posts/windows/")).toBe(prose("/posts/unix/"));
  expect(readAt(out, "/posts/windows/")).not.toMatch(/\r|\uFEFF/);
});

it("code in a file with the line ends of Windows is shown as if it had those of Markdown", async () => {
  const site = join(folder, "line-ends");
  copyFixture("windows", site);
  writeFileSync(join(site, "posts/x.js"), "f();\r\n\r\ng();\rh();\n");
  const post = '---\ntitle: X\ndate: 2026-01-01\n---\n```js numbers file="x.js"\n```\n';
  writeFileSync(join(site, "posts/x.md"), post);
  const { code, output } = await runBuild(["--site", site, "--out", join(folder, "line-ends-out")]);
  expect(code, output).toBe(0);
  const [shown] = elementsIn(parsePage(readAt(join(folder, "line-ends-out"), "/posts/x/")), "pre", "code");
  expect(textOf(shown)).toBe("f();\n\ng();\nh();\n");
});
