/**
 * An export file of each kind, made to the shape that its program writes, and the site that becomes of it.
 * `UPDATE_IMPORTS=1 npx vitest run tests/import/exports.test.ts` writes the expected sites anew.
 */
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from "@zip.js/zip.js";
import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ImportReport } from "../../src/import/report.ts";
import { type ImportOptions, runImport } from "../../src/import/run-import.ts";
import { preparePages } from "../../src/site/build-site.ts";
import { openTools } from "../../src/site/tools.ts";

const FIXTURES = "tests/fixtures/import/exports";
const NOW = Date.parse("2026-01-01T00:00:00Z");
const names = readdirSync(FIXTURES).filter((name) => !name.endsWith(".expected"));
const folder = mkdtempSync(join(tmpdir(), "exports-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** A folder with one file stands for that file. */
function pathOf(name: string): string {
  const [first, ...others] = readdirSync(join(FIXTURES, name), { withFileTypes: true });
  return first?.isFile() && others.length === 0 && !first.name.endsWith(".md")
    ? join(FIXTURES, name, first.name)
    : join(FIXTURES, name);
}

function importOf(name: string, siteDir: string, options: Partial<ImportOptions> = {}): Promise<ImportReport> {
  // A backup is a folder of Markdown like others, and has to be named.
  const kind = name === "hashnode-backup" ? "hashnode" : "auto";
  return runImport({ kind, path: pathOf(name), siteDir, fetch: false, force: false, now: NOW, ...options });
}

const reports = new Map<string, Promise<ImportReport>>();

/** Imports it into a folder of its name, when a test first asks for it. */
function imported(name: string): Promise<ImportReport> {
  const report = reports.get(name) ?? importOf(name, join(folder, name));
  reports.set(name, report);
  return report;
}

function textsIn(siteDir: string): Record<string, string> {
  const patterns = ["posts/**/*.md", "pages/**/*.md", "_data/**/*.{ts,json}", "import-report.md"];
  const files = globSync(patterns, { cwd: siteDir }).sort();
  return Object.fromEntries(files.map((file) => [file, readFileSync(join(siteDir, file), "utf8")]));
}

async function problemsOf(siteDir: string): Promise<unknown[]> {
  const at = Temporal.Instant.fromEpochMilliseconds(NOW);
  const built = await preparePages({ siteDir, at, preview: false }, openTools(siteDir));
  return built.ok ? [] : [...built.problems];
}

describe.each(names)("an export of %s", (name) => {
  const siteDir = join(folder, name);
  let report: ImportReport;
  beforeAll(async () => {
    report = await imported(name);
  });

  it("is known by itself", () => expect(report.kind).toBe(name.split("-")[0]));

  it("becomes the expected site", () => {
    const expected = join(FIXTURES, `${name}.expected`);
    if (process.env["UPDATE_IMPORTS"]) {
      rmSync(expected, { recursive: true, force: true });
      for (const file of Object.keys(textsIn(siteDir))) cpSync(join(siteDir, file), join(expected, file));
    }
    expect(textsIn(siteDir)).toEqual(textsIn(expected));
  });

  it("loses no word of which the report says nothing", () => expect(report.lost).toEqual([]));

  it("builds at once", async () => expect(await problemsOf(siteDir)).toEqual([]));

  it("gives the same bytes when it is run again", async () => {
    expect((await importOf(name, siteDir)).written).toEqual(report.written);
  });

  it("brings no address of a reader's or a visitor's", () => {
    expect(Object.values(textsIn(siteDir)).join("\n")).not.toMatch(/(bob|reader|ada|bob)@example\.org|192\.0\.2\./);
  });
});

describe("what was not public", () => {
  it.each([
    ["wordpress", ["Hidden words", "Private words", "Draft words", "Later"]],
    ["ghost", ["Paid words", "By mail", "Later"]],
    ["substack", ["Paid words.", "Draft words."]],
    ["blogger", ["Draft words"]],
    ["devto", ["Draft"]],
  ])("in an export of %s is a draft", async (name, texts) => {
    await imported(name);
    const posts = Object.entries(textsIn(join(folder, name))).filter(([file]) => file.endsWith(".md"));
    for (const text of texts) {
      const [, found = ""] =
        posts.find(([file, content]) => file.startsWith("posts/") && content.trimEnd().endsWith(text)) ?? [];
      expect(found, text).toMatch(/^draft: true$/m);
    }
  });
});

describe("comments", () => {
  it("of Disqus stand in the data of their post, without addresses", async () => {
    const siteDir = join(folder, "with-disqus");
    const report = await importOf("wordpress", siteDir, {
      comments: "tests/fixtures/import/comments/disqus/comments.xml",
    });
    const comments: unknown = JSON.parse(readFileSync(join(siteDir, "_data/comments/classic-text.json"), "utf8"));
    expect(comments).toEqual([
      expect.objectContaining({ id: "3", author: "Bob" }),
      expect.objectContaining({ id: "4", parent: "3" }),
      { id: "900", author: "Bob", date: "2016-03-03T00:00:00Z", html: "<p>First &amp; <b>best</b></p>" },
      { id: "901", parent: "900", author: "Ada", date: "2016-03-04T00:00:00Z", html: "<p>Answer, write to …</p>" },
    ]);
    expect(report.left.filter(({ construct }) => construct.startsWith("comments"))).toHaveLength(1);
  });

  it("of a static site stand there, too", async () => {
    const siteDir = join(folder, "with-static");
    await importOf("wordpress", siteDir, { comments: "tests/fixtures/import/comments/static" });
    const of = (slug: string): unknown =>
      JSON.parse(readFileSync(join(siteDir, `_data/comments/${slug}.json`), "utf8"));
    expect(of("classic-text")).toContainEqual({
      ...{ id: "7b2a1c90-aaaa-11e8-8b1d-5d9a0d0f3c11", author: "Carol", url: "https://carol.example/" },
      ...{ date: "2018-05-06T07:08:09Z", html: "<p>Two</p>\n<p>paragraphs &lt;3</p>" },
    });
    expect(of("你好")).toEqual([{ id: "1", author: "Dan", date: "2018-05-06T07:08:09Z", html: "<p>From JSON</p>" }]);
  });
});

describe("a zip", () => {
  it.each(["medium", "substack", "blogger-takeout", "devto"])(
    "of %s gives what its folder gives, whatever it is called",
    async (name) => {
      const writer = new ZipWriter(new Uint8ArrayWriter(), { useWebWorkers: false });
      const from = join(FIXTURES, name);
      for (const file of globSync("**/*", { cwd: from, withFileTypes: true }).filter((entry) => entry.isFile())) {
        const path = join(file.parentPath, file.name);
        await writer.add(relative(from, path).replaceAll("\\", "/"), new Uint8ArrayReader(readFileSync(path)));
      }
      const zip = join(folder, `${name}.download`);
      writeFileSync(zip, await writer.close());
      const siteDir = join(folder, `${name}-zip`);
      const report = await runImport({ kind: "auto", path: zip, siteDir, fetch: false, force: false, now: NOW });
      expect(report.kind).toBe(name.split("-")[0]);
      await imported(name);
      const posts = (dir: string) => Object.entries(textsIn(dir)).filter(([file]) => file.startsWith("posts/"));
      expect(posts(siteDir)).toEqual(posts(join(folder, name)));
    },
  );
});

describe("a blog whose export does not say its address", () => {
  it("has the one that its owner has set, or the report asks for it", async () => {
    const siteDir = join(folder, "addressed");
    const isAsked = ({ left }: ImportReport) => left.some(({ construct }) => construct === "address of the blog");
    const settings = readFileSync(join(FIXTURES, "ghost.expected/_data/site.ts"), "utf8");
    mkdirSync(join(siteDir, "_data"), { recursive: true });
    writeFileSync(join(siteDir, "_data/site.ts"), settings.replace("https://blog.invalid/", "https://ghost.example/"));
    expect(isAsked(await importOf("ghost", siteDir))).toBe(false);
    expect(isAsked(await imported("ghost"))).toBe(true);
    expect(await problemsOf(siteDir)).toEqual([]);
  });
});

describe("one bad item", () => {
  it("of a torn export is named, and the others come over", async () => {
    const whole = readFileSync(pathOf("wordpress"), "utf8");
    const file = join(folder, "torn.xml");
    const item = (title: string) =>
      `<item><title>${title}</title><link>https://blog.example.org/${title}/</link><content:encoded><![CDATA[Words of ${title}]]></content:encoded><wp:post_id>${title.length}</wp:post_id><wp:status>publish</wp:status><wp:post_type>post</wp:post_type><wp:post_date_gmt>2020-01-01 00:00:00</wp:post_date_gmt></item>`;
    const bad =
      "<item><title>&nbsp;bad & <b>worse</title><content:encoded><![CDATA[a ]]> b]]></content:encoded><wp:post_date_gmt>2020-13-45 00:00:00</wp:post_date_gmt></item>";
    writeFileSync(file, whole.replace("<item>", `${item("before")}${bad}${item("behind")}<item>`));
    const siteDir = join(folder, "torn");
    const report = await runImport({ kind: "wordpress", path: file, siteDir, fetch: false, force: false, now: NOW });
    expect(existsSync(join(siteDir, "posts/before/index.md"))).toBe(true);
    expect(existsSync(join(siteDir, "posts/classic-text/index.md"))).toBe(true);
    expect(report.left.some(({ construct }) => construct === "XML that is not well-formed")).toBe(true);
    expect(await problemsOf(siteDir)).toEqual([]);
  });
});
