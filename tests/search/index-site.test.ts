/** Searches on a real index, by the code that runs in readers' browsers. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { writeIndex } from "../../src/search/index-site.ts";
import type { Query } from "../../src/search/query/find.ts";
import { filesOf } from "../support/built-site.ts";
import { findAfresh, PLAIN_QUERY, titlesOf, useSearch } from "../support/searched-content.ts";
import { tinyContent } from "../support/tiny-content.ts";

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
        "Take `pg_try_advisory_xact_lock` with care &lt;b&gt;always&lt;/b&gt;.",
        "```rust\nstd::thread::yield_now();\n```",
        "```sql\nSELECT claim_next_job($1)\nFROM outbox_messages\n\nWHERE quoted;\n```",
        "## <em>Zeppelins</em>",
        "They drift.",
        "<details>\n<summary>More</summary>\n<p>Hidden quinces.</p>\n</details>",
      ].join("\n\n"),
    },
    {
      slug: "fremd",
      title: "Über Sperren",
      date: "2025-03-04",
      tags: ["PostgreSQL"],
      lang: "de",
      markdown: "Ein Drehwurm.",
    },
  ],
  projects: [{ slug: "sheds", kind: "case study", title: "Bicycle sheds", markdown: "Where heliotropes grow." }],
});
const [CLAIMS, FREMD, SHEDS] = ["/posts/claims/", "/posts/fremd/", "/projects/sheds/"];

const { folder, find, finder } = useSearch(content);

async function urlsFor(text: string, parts?: Partial<Query>): Promise<string[]> {
  return (await find(text, parts)).results.map(({ url }) => url).sort();
}

describe("search finds", () => {
  it.each([
    ["a title", "claiming", [CLAIMS]],
    ["a word of the text", "heliotropes", [CLAIMS, SHEDS]],
    ["the beginning of a word", "heliotr", [CLAIMS, SHEDS]],
    ["the beginning of a word that goes beyond its stem", "heliotrope", [CLAIMS, SHEDS]],
    ["an identifier in a code block", "claim_next_job", [CLAIMS]],
    ["an identifier in unbroken code", "yield_now", [CLAIMS]],
    ["code as it is written", "std::thread::yield_now();", [CLAIMS]],
    ["part of an identifier in a sentence", "advisory", [CLAIMS]],
    ["a word in another script", "漢字", [CLAIMS]],
    ["what a post in another language says", "Drehwurm", [FREMD]],
    ["what stands in raw HTML", "quinces", [CLAIMS]],
    ["words in another case and with other accents", "uber sperren", [FREMD]],
    ["nothing where there is nothing", "quagga", []],
    ["nothing for signs alone", "?! …", []],
  ])("%s", async (_, text, urls) => {
    expect(await urlsFor(text)).toEqual(urls);
  });

  it("a heading's section, and leads to it", async () => {
    const { results } = await find("drift");
    expect(results[0]?.sections.map(({ url, title }) => ({ url, title }))).toEqual([
      { url: "/posts/claims/#zeppelins", title: "Zeppelins" },
    ]);
  });

  it("a page with its title, date and kind as they were written", async () => {
    const { results } = await find("claiming");
    expect(results[0]).toMatchObject({
      title: 'Claiming <script>jobs</script> & "locks"',
      date: "2026-01-02",
      kind: "Essay",
    });
  });

  it("text as it was written, whatever it looks like, with its matches marked", async () => {
    const pieces = (await find("always")).results[0]?.excerpt ?? [];
    expect(pieces.map(({ text }) => text).join("")).toContain("care <b>always</b>.");
    expect(pieces.filter(({ marked }) => marked).map(({ text }) => text)).toEqual(["always"]);
  });
});

describe("search", () => {
  it("quotes code as it was written, with nothing between its lines", async () => {
    const { results } = await find("outbox_messages");
    const quoted = results[0]?.sections.flatMap(({ excerpt }) => excerpt.map(({ text }) => text)).join("");
    expect(quoted?.replace(/\s+/g, " ")).toContain("SELECT claim_next_job($1) FROM outbox_messages WHERE quoted;");
  });

  it("corrects what the site does not have, and says so", async () => {
    const answer = await find("heliotroeps");
    expect(answer.corrections).toEqual([{ typed: "heliotroeps", used: "heliotropes" }]);
    expect(answer.total).toBe(2);
  });

  it("corrects nothing for one who wants the words as they are", async () => {
    expect(await urlsFor("heliotroeps", { literal: true })).toEqual([]);
    expect(await urlsFor("heliotropes", { literal: true })).toEqual([CLAIMS, SHEDS]);
  });

  it("leaves a word out where no page has all of them, and says which", async () => {
    const { results, lacking } = await find("bicycle drehwurm heliotropes");
    expect(lacking).toBe("all");
    expect(results[0]).toMatchObject({ url: SHEDS, lacks: ["drehwurm"] });
    expect(await urlsFor("bicycle drehwurm heliotropes", { literal: true })).toEqual([]);
  });

  it("names a word that is like none of the site's", async () => {
    expect(await find("heliotropes xyzzyx")).toMatchObject({ unknown: ["xyzzyx"], total: 2 });
  });

  it("narrows to a kind, a tag and a year", async () => {
    expect(await urlsFor("heliotropes", { picked: { kind: "Case study" } })).toEqual([SHEDS]);
    expect(await urlsFor("heliotropes", { picked: { tag: "C++, mostly" } })).toEqual([CLAIMS]);
    expect(await urlsFor("heliotropes", { picked: { year: "2025" } })).toEqual([]);
    expect(await urlsFor("heliotropes", { picked: { kind: "Case study", tag: "PostgreSQL" } })).toEqual([]);
  });

  it("counts what each value would leave, with what is picked in the other filters", async () => {
    const query = { ...PLAIN_QUERY, text: "heliotropes" };
    const all = await finder().count(query);
    expect(all).toEqual({
      kind: { Essay: 1, "Case study": 1 },
      year: { 2026: 1 },
      language: { English: 2 },
      tag: { PostgreSQL: 1, "C++, mostly": 1, "R&D: <b>": 1 },
    });
    expect(await finder().count({ ...query, picked: { kind: "Case study" } })).toEqual({
      ...all,
      year: {},
      language: { English: 1 },
      tag: {},
    });
  });

  it("orders by date where it is asked to, and puts what has no date last", async () => {
    const pages = await find("heliotropes", { order: "date" });
    expect(pages.results.map(({ url }) => url)).toEqual([CLAIMS, SHEDS]);
  });

  it("answers the same, whatever was searched for before", async () => {
    const first = titlesOf(await find("lock"));
    for (const text of ["locked", "claim", "heliotropes bicycle"]) await find(text);
    expect(titlesOf(await findAfresh("lock", folder))).toEqual(first);
    expect(titlesOf(await find("lock"))).toEqual(first);
  });
});

describe("the index", () => {
  it("has the files that a browser loads, and none of Pagefind's own interfaces", () => {
    expect(existsSync(join(folder, "pagefind.js"))).toBe(true);
    expect(filesOf(folder).filter((file) => /ui|highlight|modular/.test(file))).toEqual([]);
  });

  it("of a site without content is written all the same, and finds nothing", async () => {
    const empty = join(folder, "empty");
    expect((await writeIndex(tinyContent(), empty)).pages).toBe(0);
    expect((await findAfresh("anything", empty)).total).toBe(0);
  });
});
