/** No two things want one address, whatever file system or host the site ends up on. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkAddresses, checkNames, checkParents } from "../../src/checks/addresses.ts";
import { formatProblem } from "../../src/content/problems/problem.ts";

/** As a build prints them; files are named `a.md`, `b.md` and so on. */
function problemsOf(...paths: string[]): string[] {
  const claims = paths.map((path, index) => ({ path, file: `${String.fromCharCode(97 + index)}.md` }));
  return checkAddresses(claims).map(formatProblem);
}

const COMPOSED = "/posts/caf\u00E9/";
const DECOMPOSED = "/posts/cafe\u0301/";

describe("addresses", () => {
  it("may differ by anything but case and the spelling of accents", () => {
    expect(problemsOf("/posts/a/", "/posts/b/", "/projects/a/", "/posts/a-b/", "/posts/ä/", "/posts/漢字/")).toEqual(
      [],
    );
  });

  it.each([
    ["the same", "/posts/a/", "/posts/a/"],
    ["the same but for case", "/posts/a/", "/Posts/A/"],
    ["the same but for case beyond ASCII", "/tags/äж/", "/tags/ÄЖ/"],
    ["the same but for the spelling of an accent", COMPOSED, DECOMPOSED],
    ["the same but for both", COMPOSED, DECOMPOSED.toUpperCase()],
  ])("may not be %s; the problem names both files", (_, first, second) => {
    expect(problemsOf(first, second)).toEqual([
      `b.md wants the address ${second}, which a.md has (give one a permalink)`,
    ]);
  });

  it.each([
    ["a feed", "/feed.xml", "/feed.xml/"],
    ["a page that is a file", "/404.html", "/404.html/"],
    ["another page's own file", "/posts/a/", "/posts/a/index.html/"],
  ])("may not make a folder of %s", (_, first, second) => {
    expect(problemsOf(first, second)).toHaveLength(1);
  });

  it("that three files want are two problems, each with the first file", () => {
    expect(problemsOf("/posts/a/", "/posts/a/", "/posts/A/")).toEqual([
      "b.md wants the address /posts/a/, which a.md has (give one a permalink)",
      "c.md wants the address /posts/A/, which a.md has (give one a permalink)",
    ]);
  });

  it("that give no problem are different folders on a file system that ignores case and composes accents", () => {
    const path = fc.string({
      unit: fc.constantFrom(..."aAäÄ", "a\u0308", "é", "e\u0301", "ß", "σ", "Σ"),
      maxLength: 3,
    });
    fc.assert(
      fc.property(path, path, (a, b) => {
        const folders = new Set([a, b].map((name) => name.toLowerCase().normalize("NFC")));
        expect(problemsOf(`/${a}/`, `/${b}/`)).toHaveLength(2 - folders.size);
      }),
    );
  });
});

describe("a place for an address", () => {
  const problemsAt = (path: string, files: string[] = []) =>
    checkParents(
      [{ path, file: "a.md" }],
      files.map((file) => ({ path: file, file: "b.md" })),
    ).map(formatProblem);

  it("is below pages, and beside files", () => {
    expect(problemsAt("/posts/a/b/", ["/sitemap.xml", "/posts/a/b.png", "/posts/a/b", "/posts/a/index.html"])).toEqual(
      [],
    );
  });

  it.each([
    ["/sitemap.xml/a/", "/sitemap.xml"],
    ["/Sitemap.XML/a/b/", "/sitemap.xml"],
    ["/sitemap.xml/a.png", "/sitemap.xml"],
    ["/posts/a/index.html/b/", "/posts/a/index.html"],
  ])("is not below a file, as %s would be", (path, file) => {
    expect(problemsAt(path, ["/posts/index.html", file])).toEqual([
      `a.md wants the address ${path}, which is below ${file} of b.md (give one a permalink)`,
    ]);
  });
});

describe("the names in an address", () => {
  const problemsAt = (path: string) => checkNames([{ path, file: "a.md" }]).map(formatProblem);

  it.each([
    `/posts/${"a".repeat(255)}/`,
    `/posts/${"é".repeat(127)}/`,
    "/posts/console/",
    "/posts/com/",
    "/posts/com10/",
    "/posts/a.con/",
    "/posts/v1.0/",
    "/posts/a.png",
  ])("are such as any file system keeps: %.30s", (path) => {
    expect(problemsAt(path)).toEqual([]);
  });

  it.each(["a".repeat(256), "é".repeat(128)])("are not longer than those", (name) => {
    expect(problemsAt(`/tags/${name}/`)).toEqual([
      `a.md wants the address /tags/${name}/, of which a part is longer than 255 bytes (shorten the name)`,
    ]);
  });

  it("are not longer than those together", () => {
    expect(problemsAt(`/${"abc/".repeat(300)}`)).toEqual([
      expect.stringMatching(/, which is longer than 1024 bytes \(shorten the name\)$/),
    ]);
  });

  it.each(["con", "PRN", "aux.html", "nul.tar.gz", "com1", "lpt9.md", "com¹"])("are no devices: %s", (name) => {
    expect(problemsAt(`/posts/${name}/`)).toEqual([
      `a.md wants the address /posts/${name}/, and Windows keeps "${name}" for a device (use another name)`,
    ]);
  });

  it("do not end in a full stop", () => {
    expect(problemsAt("/posts/etc./")).toEqual([
      'a.md wants the address /posts/etc./, and Windows leaves out the end of "etc." (use another name)',
    ]);
  });
});
