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

/** The folders of a site, of its export, and of the site that an import of that has made. */
interface RoundTrip {
  siteDir: string;
  out: string;
  back: string;
}

const trips = new Map<string, Promise<RoundTrip>>();

/** It is made when a test first asks for it. */
function roundTripOf(name: keyof typeof SITES): Promise<RoundTrip> {
  const trip = trips.get(name) ?? thereAndBack(name);
  trips.set(name, trip);
  return trip;
}

async function thereAndBack(name: keyof typeof SITES): Promise<RoundTrip> {
  const siteDir = join(folder, name);
  cpSync(SITES[name], siteDir, { recursive: true });
  const out = await exported(siteDir, `${name}-out`);
  const { siteDir: back } = await imported("hugo", out, `${name}-back`);
  return { siteDir, out, back };
}

describe.each(["imported", "notebook"] as const)("the %s site", (name) => {
  let { siteDir, out, back }: RoundTrip = { siteDir: "", out: "", back: "" };
  beforeAll(async () => {
    ({ siteDir, out, back } = await roundTripOf(name));
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
  it("comes back to the byte", async () => {
    const { siteDir, back } = await roundTripOf("imported");
    for (const pattern of ["posts/**/*.md", "_data/comments/*.json"]) {
      const before = textsIn(siteDir, pattern);
      expect(Object.keys(before)).not.toEqual([]);
      expect(textsIn(back, pattern)).toEqual(before);
    }
  });
});

describe("an export", () => {
  it("writes into no folder that has something in it, unless it may", async () => {
    const { siteDir, out: outDir } = await roundTripOf("imported");
    await expect(exportSite({ siteDir, outDir, at, force: false })).rejects.toThrow("is not empty");
    expect((await exportSite({ siteDir, outDir, at, force: true })).entries).toBeGreaterThan(0);
    expect(existsSync(join(outDir, "wordpress.xml"))).toBe(true);
  });
});

it("a link leads to the translation into the language of the text that links", async () => {
  const siteDir = join(folder, "languages");
  cpSync("tests/fixtures/sites/languages", siteDir, { recursive: true });
  const out = await exported(siteDir, "languages-out");
  const text = readFileSync(join(out, "content/posts/nur-deutsch.md"), "utf8");
  expect(text).toContain("[Zeilensperren](/de/posts/locks/) und in [der Warteschlange](/posts/queue/)");
});
