/** What readers find: a real index, searched by the script that searches it in their browsers. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { searchDocuments } from "../../src/search/documents.ts";
import { writeIndex } from "../../src/search/index-site.ts";
import { filesOf } from "../support/built-site.ts";
import { openIndex, type SearchIndex } from "../support/open-index.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";
import { tinyContent } from "../support/tiny-content.ts";

const folder = useTemporaryFolder();
const content = tinyContent({
  posts: [
    {
      slug: "claims",
      title: 'Claiming <script>jobs</script> & "locks"',
      date: "2026-01-02",
      description: "How <i>to</i> claim.",
      tags: ["PostgreSQL", "C++, mostly", "R&D: <b>"],
      markdown: [
        "A word about heliotropes and 漢字.",
        "## Skip what is locked",
        "Take `pg_try_advisory_xact_lock` with care.",
        "```sql\nSELECT claim_next_job($1) FROM outbox_messages;\n```",
        "## <em>Zeppelins</em>",
        "They drift.",
      ].join("\n\n"),
    },
    { slug: "fremd", title: "Über Sperren", tags: ["PostgreSQL"], lang: "de", markdown: "Ein Drehwurm." },
  ],
  projects: [{ slug: "sheds", kind: "case study", title: "Bicycle sheds", markdown: "Where heliotropes grow." }],
});

let index: SearchIndex;
beforeAll(async () => {
  await writeIndex(searchDocuments(content), folder);
  index = await openIndex(folder, "en");
});

async function urlsFor(text: string, filters?: Record<string, string>): Promise<string[]> {
  return (await index.search(text, filters)).map(({ url }) => url).sort();
}

describe("search finds", () => {
  it.each([
    ["a title", "claiming", ["/posts/claims/"]],
    ["a word of the text", "heliotropes", ["/posts/claims/", "/projects/sheds/"]],
    ["the beginning of a word", "heliotr", ["/posts/claims/", "/projects/sheds/"]],
    ["an identifier in a code block", "claim_next_job", ["/posts/claims/"]],
    ["part of an identifier in a sentence", "advisory", ["/posts/claims/"]],
    ["a word in another script", "漢字", ["/posts/claims/"]],
    ["what a post in another language says", "Drehwurm", ["/posts/fremd/"]],
    ["nothing where there is nothing", "quagga", []],
  ])("%s", async (_, text, urls) => {
    expect(await urlsFor(text)).toEqual(urls);
  });

  it("a heading's section, and leads to it", async () => {
    const [page] = await index.search("drift");
    expect(page?.sub_results.map(({ url, title }) => ({ url, title }))).toEqual([
      { url: "/posts/claims/#zeppelins", title: "Zeppelins" },
    ]);
  });

  it("a page with its title, date, kind and description as they were written", async () => {
    const [page] = await index.search("claiming");
    expect(page?.meta).toEqual({
      title: 'Claiming <script>jobs</script> & "locks"',
      date: "2026-01-02",
      kind: "Essay",
      description: "How <i>to</i> claim.",
    });
  });
});

describe("search", () => {
  it("quotes what it finds as text, with nothing but marks in it", async () => {
    const [page] = await index.search("jobs");
    const excerpts = [page, ...(page?.sub_results ?? [])].map((part) => part?.excerpt ?? "");
    expect(excerpts.join(" ")).toContain("<mark>");
    expect(excerpts.join(" ").replace(/<\/?mark>/g, "")).not.toMatch(/[<>]/);
  });

  it("narrows to a kind and to a tag", async () => {
    expect(await urlsFor("heliotropes", { kind: "Case study" })).toEqual(["/projects/sheds/"]);
    expect(await urlsFor("heliotropes", { tag: "PostgreSQL" })).toEqual(["/posts/claims/"]);
    expect(await urlsFor("heliotropes", { kind: "Case study", tag: "PostgreSQL" })).toEqual([]);
  });

  it("knows every kind and tag by its own name, with how many pages it has", async () => {
    expect(await index.filters()).toEqual({
      kind: { Essay: 2, "Case study": 1 },
      tag: { PostgreSQL: 2, "C++, mostly": 1, "R&D: <b>": 1 },
    });
  });
});

describe("the index", () => {
  it("has the files that a browser loads, and none of Pagefind's own interfaces", () => {
    expect(existsSync(join(folder, "pagefind.js"))).toBe(true);
    expect(filesOf(folder).filter((file) => /ui|highlight|modular/.test(file))).toEqual([]);
  });

  it("of a site without content is written all the same", async () => {
    expect(await writeIndex(searchDocuments(tinyContent()), join(folder, "empty"))).toBe(0);
    expect(existsSync(join(folder, "empty/pagefind.js"))).toBe(true);
  });
});
