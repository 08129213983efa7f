/** Reading is called by itself: a folder in, entries and problems out, and nothing of pages or feeds. */
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Temporal } from "temporal-polyfill";
import { beforeEach, describe, expect, it } from "vitest";
import { formatProblem } from "../../src/content/problems/problem.ts";
import { success } from "../../src/content/problems/result.ts";
import { readSite } from "../../src/reading/data/read-site.ts";
import { type ReadContent, readContent } from "../../src/reading/read-content.ts";
import { collections } from "../../src/site/collections.ts";
import { readTools } from "../../src/site/tools.ts";
import { copyFixture } from "../support/built-fixture.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";

const folder = useTemporaryFolder();
let siteDir = "";
let count = 0;

beforeEach(() => {
  siteDir = join(folder, `site-${count++}`);
  copyFixture("no-posts", siteDir);
});

function write(file: string, keys: string, body = "Text."): void {
  mkdirSync(dirname(join(siteDir, file)), { recursive: true });
  writeFileSync(join(siteDir, file), `---\n${keys}\n---\n\n${body}\n`);
}

async function read({ preview = false, url = undefined as string | undefined } = {}) {
  const options = { siteDir, at: Temporal.Instant.from("2026-02-01T00:00:00Z"), preview, url };
  const settings = await readSite(siteDir, options);
  return settings.ok
    ? success(await readContent(options, settings.value, collections, await readTools(siteDir)))
    : settings;
}

async function readWell(preview = false): Promise<ReadContent> {
  const result = await read({ preview });
  if (!result.ok) throw new Error(result.problems.map(formatProblem).join("\n"));
  return result.value;
}

const problemsOf = async (preview = false) => (await readWell(preview)).problems.map(formatProblem);
const DATED = "title: T\ndate: 2026-01-01";
const WORK = "title: T\nkind: case study\nsummary: S\norder: 1";

describe("a folder", () => {
  it("is read into the entries of every collection, with what their front matter says", async () => {
    write("posts/a.md", `${DATED}\ndescription: D\ntags: [x]`, "One [b](../projects/b.md).");
    write("projects/b.md", `${WORK}\nstack: [Node]\nwhere: Here`);
    const { entries, problems } = await readWell();
    expect(problems).toEqual([]);
    expect(entries).toMatchObject([
      { collection: "posts", label: "Essay", path: "/posts/a/", summary: "D", tags: ["x"], keywords: ["x"] },
      { collection: "projects", label: "Case study", path: "/projects/b/", summary: "S", tags: [], keywords: ["Node"] },
    ]);
    expect(entries[1]).toMatchObject({ kind: "case study", where: "Here", order: 1 });
    expect(entries[0]?.body.links).toEqual([{ path: "/projects/b/", line: 8 }]);
  });

  it("may have nothing in it", async () => {
    expect(await readWell()).toMatchObject({ entries: [], problems: [], withheld: [], unread: [] });
  });

  it("keeps drafts and what is dated later back, and has them in development", async () => {
    write("posts/a.md", `${DATED}\ndraft: true`);
    write("posts/b.md", "title: T\ndate: 2026-02-02");
    write("posts/c.md", DATED, "See [a](a.md).");
    const { entries, withheld, problems } = await readWell();
    expect([entries.map(({ slug }) => slug), withheld.map(({ file }) => file)]).toEqual([
      ["c"],
      ["posts/a.md", "posts/b.md"],
    ]);
    expect(problems.map(formatProblem)).toEqual([
      "posts/c.md:6 links to posts/a.md, which is a draft (publish that first, or leave the link out until then)",
    ]);
    const preview = await readWell(true);
    expect([preview.entries.map(({ slug }) => slug), preview.withheld]).toEqual([["a", "b", "c"], []]);
  });

  it("without settings can't be read at all, nor with wrong ones", async () => {
    writeFileSync(join(siteDir, "_data/site.ts"), "export default { title: 1 };\n");
    expect(await read()).toMatchObject({ ok: false, problems: [{ field: "title" }, {}, {}, {}] });
    siteDir = folder;
    expect(await read()).toMatchObject({ ok: false, problems: [{ file: "_data/site.ts", message: "does not exist" }] });
  });

  it("takes an address from the environment, which may be wrong too", async () => {
    expect(await read({ url: "https://other.example" })).toMatchObject({
      value: { site: { url: "https://other.example/" } },
    });
    expect(await read({ url: "other" })).toMatchObject({ ok: false, problems: [{ file: "SITE_URL", field: "url" }] });
  });
});

describe("problems", () => {
  it("of all files are found in one run, and keep none of the others back", async () => {
    write("posts/a.md", "title: A");
    write("posts/b.md", `${DATED}\ntags: [rss]`, "[x](c.md)");
    write("posts/c.md", `${DATED}\ntags: [RSS]`, "[x](a.md) [y](nowhere.md)");
    write("projects/d.md", `${WORK}\nrelated: [bb]`);
    const { entries, problems } = await readWell();
    expect(entries.map(({ slug }) => slug)).toEqual(["b", "c", "d"]);
    expect(problems.map(formatProblem)).toEqual([
      "posts/a.md:1 date: is required",
      'posts/c.md:4:8 tags: "RSS" is spelled "rss" in posts/b.md (use one spelling)',
      'projects/d.md:6:11 related: there is no entry "bb" in posts (did you mean "b"?)',
      "posts/c.md:7 links to posts/nowhere.md, which does not exist",
    ]);
  });

  it.each([
    [
      "a folder that is a link",
      () => symlinkSync(folder, join(siteDir, "posts")),
      "posts is a symbolic link or no folder at all",
    ],
    [
      "a file that is a link",
      () => {
        write("other.md", DATED);
        mkdirSync(join(siteDir, "posts"));
        symlinkSync(join(siteDir, "other.md"), join(siteDir, "posts/x.md"));
      },
      "posts/x.md is a symbolic link or no file at all",
    ],
    [
      "a transcript of no page",
      () => write("posts/x.proof.json", ""),
      "posts/x.proof.json is a transcript that belongs to no page",
    ],
    [
      "redirects that are none",
      () => writeFileSync(join(siteDir, "_data/redirects.ts"), "export default { x: 1 }"),
      "_data/redirects.ts x",
    ],
    [
      "a module that can't be read",
      () => writeFileSync(join(siteDir, "_data/redirects.ts"), "export default {"),
      "_data/redirects.ts:1",
    ],
    [
      "a picture that stands for a post and is not there",
      () => write("posts/x.md", `${DATED}\nimage: { src: x.png, alt: X }`),
      "posts/x.md:4:15 image.src: names posts/x.png, which does not exist",
    ],
    [
      "text that is not UTF-8",
      () => {
        write("posts/x.md", DATED);
        writeFileSync(join(siteDir, "posts/y.md"), Buffer.from([0x2d, 0xff]));
      },
      "posts/y.md:1 is not UTF-8",
    ],
  ])("%s", async (_, make, problem) => {
    make();
    const problems = await problemsOf();
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(problem);
  });

  it("of transcripts are none in development", async () => {
    mkdirSync(join(siteDir, "posts"));
    writeFileSync(join(siteDir, "posts/x.proof.json"), "{}");
    expect(await problemsOf(true)).toEqual([]);
  });
});
