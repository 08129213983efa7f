/** Documents of feeds and Markdown copies, which a thread writes where there are many. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { RecordStore } from "../../src/cache/record-store.ts";
import { UNSEEN } from "../../src/content/progress.ts";
import { markdownWriter } from "../../src/feeds/plain-text.ts";
import { type DerivedSite, derive } from "../../src/site/derive.ts";
import { FileMaker, type LastOutput } from "../../src/site/file-maker.ts";
import { beginTextFiles, type TextFiles } from "../../src/site/text-files.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";
import { type TinySite, tinySite } from "../support/tiny-content.ts";
import { TINY_THEME } from "../support/tiny-theme.ts";

const folder = useTemporaryFolder();

/** In two languages; each leads to the one before, by its file. */
const POSTS: TinySite["posts"] = Array.from({ length: 60 }, (_, at) => ({
  slug: `p${at}`,
  date: `20${10 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}-01`,
  title: `Post ${at}: “locks” & <queues>`,
  tags: [`t${at % 7}`],
  lang: at % 3 === 0 ? "de" : "en",
  revisions: at % 10 === 0 ? [{ date: "2026-03-01", note: "Was wrong." }] : [],
  markdown: `Before it [came another](p${Math.max(0, at - 1)}.md), [here](/posts/) and ]]> there. Größe: 🎉.\n\n\`\`\`sql\nSELECT 1;\n\`\`\``,
}));
const site = withKeptTexts(tinySite({ site: { languages: ["de"] }, posts: POSTS }));
const { entries } = site.content;

/** As texts of a build are: in a file, and not in memory. */
function withKeptTexts({ read }: DerivedSite): DerivedSite {
  const store = new RecordStore(join(folder, "bodies"));
  const kept = read.entries.map((entry) => {
    const { texts } = store.put([entry.body.markdown(), entry.body.feedHtml()]);
    const [markdown = () => "", feedHtml = () => ""] = texts;
    return { ...entry, body: { ...entry.body, markdown, feedHtml } };
  });
  return derive({ ...read, entries: kept });
}

function makerOf({ observer }: DerivedSite, last?: LastOutput): FileMaker {
  return new FileMaker(observer, {}, TINY_THEME, last);
}

/** What each file says, by its path. */
function textsIn(folder: string, files: readonly string[]): Map<string, string> {
  return new Map(files.toSorted().map((file) => [file, readFileSync(join(folder, file), "utf8")]));
}

/** What each file was made from. */
function tracesOf(maker: FileMaker, folder: string) {
  const { files, questions } = maker.recordOf(folder);
  return Object.entries(files)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([file, { digest, from, asked }]) => [file, digest, from, asked.map((place) => questions[place]?.[0]).sort()]);
}

/** The paths of all, when they are written. */
async function finished(begun: TextFiles, folder: string): Promise<readonly string[]> {
  await begun.finish(folder);
  return begun.paths;
}

const here = join(folder, "here");
const makerHere = makerOf(site);
const files = await finished(beginTextFiles(site, entries, makerHere), here);

describe("documents and Markdown copies", () => {
  it("say what the texts say, in each edition", () => {
    const texts = textsIn(here, files);
    const asMarkdown = markdownWriter(site.content);
    expect(texts.size).toBe(site.documents.length + entries.length);
    expect(site.documents.filter(({ path }) => path.startsWith("/de/"))).not.toEqual([]);
    for (const { path, write } of site.documents) expect(texts.get(path.slice(1))).toBe(write());
    for (const entry of entries) expect(texts.get(`${entry.path.slice(1)}index.md`)).toBe(asMarkdown(entry));
    expect(texts.get("posts/p10/index.md")).toContain("(https://tiny.example/de/posts/p9/)");
  });

  it("are kept where nothing that they asked is another, also what they looked up when they were written", async () => {
    const record = makerHere.recordOf(here);
    const maker = makerOf(site, { folder: here, record });
    expect(await finished(beginTextFiles(site, entries, maker), here)).toEqual(files);
    expect([...maker.made]).toEqual([]);
    const askedFor = (file: string) => record.files[file]?.asked.map((place) => record.questions[place]?.[0]);
    expect(askedFor("posts/p10/index.md")).toContain("paths posts/p9.md");
    expect(askedFor("posts/p11/index.md")).not.toContain("paths posts/p9.md");
    expect(askedFor("feed.xml")).toContain("text posts/p59.md");
  });
});

describe("a thread", () => {
  it("writes the same files beside the pages, and says what it asked", async () => {
    const there = join(folder, "there");
    const maker = makerOf(site);
    const begun = beginTextFiles(site, entries, maker, { folder: there, worthAThread: 1 });
    // All of them, before this thread takes its share.
    await vi.waitFor(() => expect(files.filter((file) => !existsSync(join(there, file)))).toEqual([]), 120_000);
    expect(await finished(begun, there)).toEqual(files);
    expect(textsIn(there, files)).toEqual(textsIn(here, files));
    expect(tracesOf(maker, there)).toEqual(tracesOf(makerHere, here));
  }, 180_000);

  it("shares them with this thread", async () => {
    const shared = join(folder, "shared");
    const maker = makerOf(site);
    const begun = beginTextFiles(site, entries, maker, { folder: shared, worthAThread: 1 });
    expect(await finished(begun, shared)).toEqual(files);
    expect(textsIn(shared, files)).toEqual(textsIn(here, files));
    expect(tracesOf(maker, shared)).toEqual(tracesOf(makerHere, here));
  }, 180_000);

  it("that fails costs only time", async () => {
    // No folder can be made below a file.
    writeFileSync(join(folder, "file"), "");
    const notes: string[] = [];
    const progress = { ...UNSEEN, note: (text: string) => notes.push(text) };
    const [broken, whole] = [join(folder, "file/out"), join(folder, "whole")];
    const maker = makerOf(site);
    const begun = beginTextFiles(site, entries, maker, { folder: broken, progress, worthAThread: 1 });
    await vi.waitFor(() => expect(notes).toEqual([expect.stringContaining("ENOTDIR")]), 120_000);
    expect(await finished(begun, whole)).toEqual(files);
    expect(textsIn(whole, files)).toEqual(textsIn(here, files));
    expect(tracesOf(maker, whole)).toEqual(tracesOf(makerHere, here));
  }, 180_000);

  it("is not waited for where other work never lets it begin", async () => {
    const out = join(folder, "late");
    const after = new Promise<never>(() => {});
    const begun = beginTextFiles(site, entries, makerOf(site), { folder: out, worthAThread: 1, after });
    expect(await finished(begun, out)).toEqual(files);
    expect(textsIn(out, files)).toEqual(textsIn(here, files));
  }, 180_000);

  it("is not started for a few files", async () => {
    const progress = { ...UNSEEN, note: (text: string) => expect.unreachable(text) };
    const few = tinySite({ posts: [{ slug: "a" }] });
    const out = join(folder, "few");
    const begun = beginTextFiles(few, few.content.entries, makerOf(few), {
      folder: join(folder, "file/out"),
      progress,
    });
    const written = await finished(begun, out);
    expect(written).toContain("posts/a/index.md");
    expect(written.filter((file) => !existsSync(join(out, file)))).toEqual([]);
  });
});
