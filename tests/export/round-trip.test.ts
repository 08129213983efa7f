/** A site that goes away and comes back: as Markdown that Hugo would read, and as WordPress' file. */
import { cpSync, existsSync, globSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseFeed } from "feedsmith";
import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { exportSite } from "../../src/export/export-site.ts";
import { runImport } from "../../src/import/run-import.ts";
import { preparePages } from "../../src/site/build-site.ts";
import { openTools } from "../../src/site/tools.ts";

const NOW = Date.parse("2030-01-01T00:00:00Z");
const at = Temporal.Instant.fromEpochMilliseconds(NOW);
const folder = mkdtempSync(join(tmpdir(), "round-trip-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** A site that an import has made, and one that people have written, by their folders. */
const SITES = {
  imported: "tests/fixtures/import/exports/wordpress.expected",
  notebook: "tests/fixtures/sites/notebook",
};

async function exported(siteDir: string, name: string): Promise<string> {
  const outDir = join(folder, name);
  await exportSite({ siteDir, outDir, at, force: false });
  return outDir;
}

async function imported(kind: string, path: string, name: string) {
  const siteDir = join(folder, name);
  const report = await runImport({ kind, path, siteDir, fetch: false, force: false, now: NOW });
  return { siteDir, report };
}

function textsIn(dir: string, pattern: string): Record<string, string> {
  const files = globSync(pattern, { cwd: dir }).sort();
  return Object.fromEntries(files.map((file) => [file.normalize("NFC"), readFileSync(join(dir, file), "utf8")]));
}

describe.each(Object.entries(SITES))("the %s site", (name, original) => {
  const siteDir = join(folder, name);
  let out: string;
  let back: string;
  beforeAll(async () => {
    cpSync(original, siteDir, { recursive: true });
    out = await exported(siteDir, `${name}-out`);
    back = (await imported("hugo", out, `${name}-back`)).siteDir;
  });

  it("has each of its pages in the export, with its address, as plain Markdown", () => {
    const before = Object.keys(textsIn(siteDir, "{posts,projects}/**/*.md"));
    expect(Object.keys(textsIn(join(out, "content"), "{posts,projects}/**/*.md"))).toEqual(before);
    for (const text of Object.values(textsIn(out, "content/**/*.md"))) {
      expect(text).toMatch(/^---\ntitle: /);
      expect(text).toMatch(/^url: \/(.*\/)?$/m);
      expect(text).not.toMatch(/\]\([^()\s:]+\.md[)#]/);
      expect(text).not.toMatch(/^`{3,}\w+ .*\bproof\b/m);
    }
  });

  it("builds when it is back", async () => {
    const built = await preparePages({ siteDir: back, at, preview: false }, openTools(back));
    expect(built.ok ? [] : built.problems).toEqual([]);
  });

  it("is the same to the byte when it goes a second time", async () => {
    const again = await exported(back, `${name}-again`);
    const { siteDir: second } = await imported("hugo", again, `${name}-second`);
    expect(textsIn(second, "{posts,pages}/**/*.md")).toEqual(textsIn(back, "{posts,pages}/**/*.md"));
  });

  it("has all that is public in its feeds, and no draft", () => {
    const { format, feed } = parseFeed(readFileSync(join(out, "feeds/feed.json"), "utf8"));
    if (format !== "json") throw new Error(format);
    const texts = Object.values(textsIn(out, "content/**/*.md"));
    const isPublic = (text: string) => /^date: /m.test(text) && !/^draft: true$/m.test(text);
    expect(new Set(feed.items?.map(({ id }) => id))).toEqual(
      new Set(texts.filter(isPublic).map((text) => /^id: "?(.*?)"?$/m.exec(text)?.[1])),
    );
  });

  it("comes back from WordPress' file with its titles, ids and drafts", async () => {
    const { siteDir: from, report } = await imported("wordpress", join(out, "wordpress.xml"), `${name}-wordpress`);
    const heads = (dir: string, pattern: string) =>
      Object.values(textsIn(dir, pattern))
        .filter((text) => /^date: /m.test(text))
        .map((text) => [/^title: "?(.*?)"?$/m.exec(text)?.[1], /^draft: true$/m.test(text)])
        .sort();
    expect(heads(from, "posts/**/*.md")).toEqual(heads(join(out, "content"), "{posts,projects}/**/*.md"));
    expect(report.lost).toEqual([]);
  });
});

describe("what an import has made", () => {
  it("comes back to the byte", () => {
    const [before, after] = [join(folder, "imported"), join(folder, "imported-back")];
    expect(textsIn(after, "posts/**/*.md")).toEqual(textsIn(before, "posts/**/*.md"));
    expect(textsIn(after, "_data/comments/*.json")).toEqual(textsIn(before, "_data/comments/*.json"));
  });
});

describe("an export", () => {
  it("writes into no folder that has something in it, unless it may", async () => {
    const outDir = join(folder, "imported-out");
    const again = exportSite({ siteDir: join(folder, "imported"), outDir, at, force: false });
    await expect(again).rejects.toThrow("is not empty");
    expect((await exportSite({ siteDir: join(folder, "imported"), outDir, at, force: true })).entries).toBeGreaterThan(
      0,
    );
    expect(existsSync(join(outDir, "wordpress.xml"))).toBe(true);
  });
});
