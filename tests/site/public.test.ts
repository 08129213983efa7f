/** `public/` is published as it is: any file, whatever its name, at the same address, and nothing of a photograph's metadata. */
import { copyFileSync, mkdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Temporal } from "temporal-polyfill";
import { beforeAll, describe, expect, it } from "vitest";
import { formatProblem } from "../../src/content/problems/problem.ts";
import { siteBuild } from "../../src/site/build-site.ts";
import { AT, copyFixture } from "../support/built-fixture.ts";
import { filesOf, readAt } from "../support/built-site.ts";
import { attributeOf, elementsIn, parsePage } from "../support/html.ts";
import { deriveFolder } from "../support/read-folder.ts";
import { runBuild } from "../support/run-build.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";
import { writeFiles } from "../support/write-files.ts";

const folder = useTemporaryFolder();
const METADATA = "tests/fixtures/with-metadata";
const SECRET = /SECRET|SERIAL123|Jana Owner|Wien|48\.2|ISO6709/;

/** A site with these files, and pictures copied from elsewhere. */
function writeSite(name: string, files: Record<string, string>, pictures: Record<string, string> = {}): string {
  const site = join(folder, name);
  copyFixture("no-posts", site);
  writeFiles(site, files);
  for (const [file, from] of Object.entries(pictures)) {
    mkdirSync(dirname(join(site, file)), { recursive: true });
    copyFileSync(join(METADATA, from), join(site, file));
  }
  return site;
}

function build(site: string) {
  return runBuild(["--site", site, "--out", join(site, "_site"), "--at", AT, "--no-search"]);
}

const post = (text: string) => `---\ntitle: T\ndate: 2026-01-01\ndescription: D.\n---\n\n${text}\n`;

describe("a site with public files", () => {
  const files: Record<string, string> = {
    "public/CNAME": "notes.example\n",
    "public/.well-known/security.txt": "Contact: mailto:a@example.org\n",
    "public/.nojekyll": "",
    "public/robots.txt": "User-agent: *\nDisallow: /private/\n",
    "public/google123.html": "google-site-verification: google123.html",
    "public/demo/index.html": "<script>alert(1)</script>",
    "public/cv.pdf": "%PDF-1.4",
    "public/images/été.txt": "composed",
    "public/images/~$lock.docx": "",
    "public/notes.txt~": "an editor's",
    "public/.DS_Store": "a system's",
  };
  const text = [
    "![One](/images/photo.jpg)\n\n![Two](</images/a b.png>)\n\n![Three](/images/a%20b.png)\n\n![Four][four]",
    '<img src="/images/photo.gif" alt="Five">\n\n![Six](https://example.org/images/photo.jpg)',
    "[a file](/cv.pdf) [a page](/demo/) [its file](/demo/index.html) [a picture](/images/photo.jpg) [dark](../public/cv.pdf)",
    "[four]: /images/a\\_b.png",
  ].join("\n\n");
  const pictures = {
    "public/images/photo.jpg": "photo.jpg",
    "public/images/a b.png": "photo.png",
    "public/images/a_b.png": "photo.png",
    "public/images/photo.gif": "photo.gif",
    "public/images/unused.jpg": "photo.jpg",
    "public/film.mp4": "film.mp4",
  };
  let site: string;
  let out: string;

  beforeAll(async () => {
    site = writeSite("whole", { ...files, "posts/x.md": post(text) }, pictures);
    out = join(site, "_site");
    const { code, output } = await build(site);
    expect(code, output).toBe(0);
  });

  it("has each at its own address, byte by byte, but for those of editors and systems", () => {
    const published = new Set(filesOf(out));
    for (const [file, contents] of Object.entries(files)) {
      const at = file.replace("public/", "");
      if (/~$|DS_Store/.test(at)) expect([at, published.has(at)]).toEqual([at, false]);
      else expect([at, readFileSync(join(out, at), "utf8")]).toEqual([at, contents]);
    }
  });

  it("says nothing of where and with what a photograph was taken", () => {
    for (const file of Object.keys(pictures)) {
      const published = readFileSync(join(out, file.replace("public/", "")), "latin1");
      expect([file, SECRET.test(readFileSync(join(site, file), "latin1"))]).toEqual([file, true]);
      expect([file, SECRET.test(published)]).toEqual([file, false]);
    }
  });

  it("shows its pictures with their dimensions and in several sizes, however their address is written", () => {
    const images = elementsIn(parsePage(readAt(out, "/posts/x/")), "img");
    const shown = images.map((image) => [attributeOf(image, "alt"), Number(attributeOf(image, "width")) > 0]);
    expect(shown).toEqual([
      ["One", true],
      ["Two", true],
      ["Three", true],
      ["Four", true],
      ["Five", true],
      ["Six", true],
    ]);
    expect(elementsIn(parsePage(readAt(out, "/posts/x/")), "source").length).toBeGreaterThan(4);
  });

  it("keeps the addresses that people may know in the ledger, and not those for programs", async () => {
    const ledger = [...(await deriveFolder(site)).ledger.now.keys()];
    expect(ledger).toEqual(expect.arrayContaining(["/cv.pdf", "/images/a b.png", "/demo/index.html"]));
    expect(ledger.filter((path) => /CNAME|\.well-known|robots/.test(path))).toEqual([]);
  });

  it("misses a file that is gone, and forgets what it knew of one that has changed", async () => {
    writeFileSync(join(site, "_data/published.json"), '{ "/film.mp4": {} }');
    rmSync(join(site, "public/film.mp4"));
    copyFileSync(join(METADATA, "photo.jpg"), join(site, "public/cv.pdf"));
    const refused = await build(site);
    expect(refused.output).toContain("/film.mp4 was published and is gone");
    copyFileSync(join(METADATA, "film.mp4"), join(site, "public/film.mp4"));
    expect((await build(site)).code).toBe(0);
    expect(SECRET.test(readFileSync(join(out, "cv.pdf"), "latin1"))).toBe(false);
  });
});

describe("a file of public/", () => {
  it.each([
    ["a page", "public/posts/x/index.html", "/posts/x/index.html, which posts/x.md has"],
    ["the home page", "public/index.html", "/index.html, which the engine itself has"],
    ["a folder of pages", "public/posts", "/posts, which the engine itself has"],
    ["a feed", "public/feed.xml", "/feed.xml, which the engine itself has"],
    ["a file of the engine's", "public/sitemap.xml", "/sitemap.xml, which the engine itself has"],
    ["what hosts read", "public/_headers", "/_headers, which the engine itself has"],
    ["the theme's files", "public/assets", "/assets, which the engine itself has"],
    ["a page but for case", "public/Posts/X/INDEX.html", "/Posts/X/INDEX.html, which posts/x.md has"],
  ])("may not stand in the place of %s", async (name, file, problem) => {
    const site = writeSite(`taken ${name}`, { "posts/x.md": post("T."), [file]: "x" });
    const { code, output } = await build(site);
    expect([code, output]).toEqual([1, expect.stringContaining(`${file} wants the address ${problem}`)]);
  });

  it("may not have the name of another but for case", async () => {
    const site = writeSite("case", { "public/a.txt": "a", "public/A.txt": "A" });
    expect((await build(site)).output).toContain("public/a.txt wants the address /a.txt, which public/A.txt has");
  });

  it("is no link to somewhere else", async () => {
    const site = writeSite("link", { "public/a.txt": "a" });
    symlinkSync("/etc/hostname", join(site, "public/host"));
    expect((await build(site)).output).toContain("public/host is a symbolic link or no file at all");
  });

  it("that is damaged is published as it is, and said", async () => {
    const site = writeSite(
      "damaged",
      { "public/x.svg": '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>' },
      { "public/photo.png": "photo.png" },
    );
    writeFileSync(join(site, "public/broken.png"), readFileSync(join(METADATA, "photo.png")).subarray(0, 60));
    const { code, output } = await build(site);
    expect(code, output).toBe(0);
    expect(output).toMatch(/public\/broken\.png is PNG that is damaged or truncated/);
    expect(output).toMatch(/public\/x\.svg .*script/);
    expect(readFileSync(join(site, "_site/broken.png"))).toHaveLength(60);
  });

  it("that can't be cleaned of a location is refused", async () => {
    const photo = readFileSync(join(METADATA, "photo.jpg"));
    const site = writeSite("location", { "public/x.txt": "x" });
    writeFileSync(join(site, "public/paper.pdf"), Buffer.concat([Buffer.from("%PDF-1.4\n\0"), photo]));
    expect((await build(site)).output).toContain("public/paper.pdf contains the location where a photograph was taken");
  });

  it.each([
    ["[x](/cv.pd)", 'links to /cv.pd, which this site does not have (did you mean "/cv.pdf"?)'],
    ["![x](cv.png)", "names posts/cv.png, which does not exist (write /cv.png)"],
  ])("is suggested for %s", async (markdown, problem) => {
    const site = writeSite(`near ${markdown.length}`, {
      "public/cv.pdf": "x",
      "public/cv.png": "x",
      "posts/x.md": post(markdown),
    });
    expect((await build(site)).output).toContain(problem);
  });
});

it("is copied again only when it has changed, where a folder is written again and again", async () => {
  const site = writeSite("again", { "public/a.txt": "one", "public/b.txt": "two" });
  const out = join(site, "out");
  const builder = siteBuild(
    { siteDir: site, at: Temporal.Instant.from(AT), search: false },
    { onProblems: ({ problems }) => expect(problems.map(formatProblem)).toEqual([]) },
  );
  const run = async () => builder.finish(await builder.prepare(true), out);
  await run();
  const times = statSync(join(out, "a.txt")).mtimeMs;
  writeFileSync(join(site, "public/b.txt"), "2");
  await run();
  expect(statSync(join(out, "a.txt")).mtimeMs).toBe(times);
  expect(readFileSync(join(out, "b.txt"), "utf8")).toBe("2");
});
