/** Sites that differ: a company's blog with four authors, a plain notebook without most parts, and one of photographs. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { buildFixture } from "../support/built-fixture.ts";
import { filesOf, pagesOf, readAt } from "../support/built-site.ts";
import { deadEnds } from "../support/dead-ends.ts";
import { attributeOf, elementsIn, parsePage, textOf } from "../support/html.ts";
import { complaintsAbout } from "../support/html-validity.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";

const folder = useTemporaryFolder();
const outOf = (name: string) => join(folder, name);

describe.each([
  ["company", "https://blog.looms.example/"],
  ["plain", "https://zettel.example/"],
  ["photos", "https://photos.example/"],
])("the site %s", (name, url) => {
  beforeAll(async () => {
    const { code, output } = await buildFixture(name, outOf(name));
    expect([code, output.match(/^\d+ warnings?:[\s\S]*/m)?.[0]]).toEqual([0, undefined]);
  });

  it("is valid HTML on every page, and names nothing that is not there", async () => {
    const complaints = pagesOf(outOf(name)).map(async (path) => [
      path,
      await complaintsAbout(readAt(outOf(name), path)),
    ]);
    expect((await Promise.all(complaints)).filter(([, found]) => found?.length)).toEqual([]);
    expect(deadEnds(outOf(name), url)).toEqual([]);
  });
});

const page = (name: string, path: string) => parsePage(readAt(outOf(name), path));
const headings = (name: string, path: string) => elementsIn(page(name, path), "h2").map(textOf);

describe("a company's blog", () => {
  it("has its own words and addresses, and nothing of what it does without", () => {
    expect(pagesOf(outOf("company")).filter((path) => /posts|projects|terms/.test(path))).toEqual([]);
    expect(pagesOf(outOf("company"))).toEqual(
      expect.arrayContaining(["/notes/wrong-turns/", "/authors/katherine/", "/legal/"]),
    );
    expect(headings("company", "/")).toEqual(["New notes", "Authors", "What we write about"]);
    const home = elementsIn(page("company", "/"), "h3").map(textOf);
    expect(home).toEqual(["Wrong turns", "We are hiring", "Measuring before cutting"]);
  });

  it("names three authors over one text, and nobody over what the company says", () => {
    const byline = (path: string) =>
      elementsIn(page("company", path), "p")
        .map(textOf)
        .find((text) => text.includes("min"));
    expect(byline("/notes/wrong-turns/")).toMatch(
      /^Ada Lovelace, Grace Hopper, and Katherine Johnson · January 20, 2026/,
    );
    expect(byline("/notes/hiring/")).toMatch(/^January 30, 2026/);
  });
});

describe("a plain notebook", () => {
  it("is a home page, a list and its notes", () => {
    expect(pagesOf(outOf("plain")).sort()).toEqual(["/", "/404.html", "/posts/", "/posts/first/", "/posts/second/"]);
    expect(filesOf(outOf("plain")).filter((file) => /feed\.(xml|json)|pagefind|opensearch|share\//.test(file))).toEqual(
      [],
    );
  });
});

describe("a site of photographs", () => {
  it("shows those beside a text and those of public/ alike, with their sizes, and no place where they were taken", () => {
    for (const path of ["/posts/fog/", "/posts/moved/"]) {
      const images = elementsIn(page("photos", path), "img");
      expect(images).toHaveLength(3);
      for (const image of images) expect(Number(attributeOf(image, "width")), path).toBeGreaterThan(0);
    }
    const secret = filesOf(outOf("photos")).filter((file) =>
      /SECRET|SERIAL123|Jana Owner|Wien|48\.2/.test(readFileSync(join(outOf("photos"), file), "latin1")),
    );
    expect(secret).toEqual([]);
    expect(readFileSync(join(outOf("photos"), "CNAME"), "utf8")).toBe("photos.example\n");
  });
});
