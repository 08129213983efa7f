/** The addresses that the notebook has, and what its lists show. */

import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, inject, it } from "vitest";
import { groupBy } from "../../src/content/group-by.ts";
import { fileAt, pagesOf, readAt } from "../support/built-site.ts";
import { feedPaths, listedPaths, posts, projects, tags, unlistedPaths } from "../support/content-files.ts";
import { attributeOf, elementsIn, parsePage, textOf } from "../support/html.ts";

const site = inject("notebook");

describe("the addresses of the notebook", () => {
  it.each([...listedPaths, ...unlistedPaths, ...feedPaths, "/sitemap.xml", "/robots.txt"])("%s is there", (path) => {
    expect(existsSync(join(site, fileAt(path)))).toBe(true);
  });

  it("are the ones that were promised, and no page has another", () => {
    expect(pagesOf(site).sort()).toEqual([...listedPaths, ...unlistedPaths].sort());
  });
});

describe("the lists of the notebook", () => {
  it("show every essay under its year, newest first", () => {
    const sections = elementsIn(parsePage(readAt(site, "/posts/")), "section").map((section) => ({
      year: textOf(elementsIn(section, "h2")[0]),
      paths: elementsIn(section, "h3", "a").map((link) => attributeOf(link, "href")),
    }));
    const years = groupBy(posts, ({ date }) => String(date).slice(0, 4));
    expect(sections).toEqual([...years].map(([year, ofYear]) => ({ year, paths: ofYear.map(({ path }) => path) })));
  });

  it.each(tags)("show the essays on $name at $path, and no others", ({ name, path }) => {
    const tagged = posts.filter((post) => post.tags.includes(name));
    expect(linkedTitles(path)).toEqual(tagged.map(({ title, path }) => ({ title, path })));
  });

  it("show every tag with the number of its essays", () => {
    const shown = elementsIn(parsePage(readAt(site, "/tags/")), "main", "li").map(textOf);
    const counts = tags.map(({ name }) => `${name} ${posts.filter((post) => post.tags.includes(name)).length}`);
    expect(shown.sort()).toEqual(counts.sort());
  });

  it.each(["/", "/projects/"])("show every project at %s", (path) => {
    expect(linkedTitles(path)).toEqual(expect.arrayContaining(projects.map(({ title, path }) => ({ title, path }))));
  });
});

function linkedTitles(path: string): { title: string; path: string | undefined }[] {
  const page = parsePage(readAt(site, path));
  const links = [...elementsIn(page, "main", "h2", "a"), ...elementsIn(page, "main", "h3", "a")];
  return links.map((link) => ({ title: textOf(link), path: attributeOf(link, "href") }));
}
