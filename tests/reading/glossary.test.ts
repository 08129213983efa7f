/** Terms of a site's glossary, and abbreviations of a text, where they are used first. */
import { join } from "node:path";
import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { copyFixture } from "../support/built-fixture.ts";
import { hostileText } from "../support/hostile-text.ts";
import { readText } from "../support/read-folder.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";
import { faultOf } from "../support/well-formed.ts";
import { writeFiles } from "../support/write-files.ts";

const folder = useTemporaryFolder();
let siteDir = "";
let count = 0;

const GLOSSARY = `MVCC: Keeps old versions.
heap-only tuple:
  means: Needs no new entries.
  also: [HOT, heap-only tuples]
lock: What others wait for.
Sperre:
  means: Was andere warten lässt.
  lang: de
`;

beforeEach(() => {
  siteDir = join(folder, `site-${count++}`);
  copyFixture("no-posts", siteDir);
  const base = `title: "T", url: "https://example.org", language: "en", description: "D", languages: ["de"]`;
  write("_data/site.ts", `export default { ${base}, markdown: { abbreviations: true } };\n`);
  write("_data/glossary.yaml", GLOSSARY);
});

function write(file: string, text: string): void {
  writeFiles(siteDir, { [file]: text });
}

async function render(markdown: string, file = "posts/a.md") {
  write(file, `---\ntitle: T\ndate: 2026-01-01\n---\n\n${markdown}\n`);
  const text = await readText(siteDir, file);
  /** What is explained, in its order. */
  const explained = [...text.html.matchAll(/<(?:dfn|abbr)>(.*?)<\/(?:dfn|abbr)>/g)].map(([, words]) => words);
  return { ...text, explained };
}

describe("a term", () => {
  it("is explained at its first use, at the end, and leads there and back", async () => {
    const { html, feed, markdown, text, problems } = await render("Locks, and MVCC. Then MVCC again.");
    expect(problems).toEqual([]);
    expect(html).toBe(
      `<p>Locks, and <a href="#term-1" id="use-1" data-preview><dfn>MVCC</dfn></a>. Then MVCC again.</p>
<section class="references" role="doc-glossary" aria-label="Terms">
<p><strong>Terms</strong></p>
<dl>
<dt id="term-1">MVCC</dt>
<dd>Keeps old versions. <a href="#use-1" role="doc-backlink" aria-label="Back to the text">↩\uFE0E</a></dd>
</dl>
</section>
`,
    );
    expect(feed).toBe(
      "<p>Locks, and MVCC. Then MVCC again.</p>\n<p><strong>Terms</strong></p>\n<dl>\n<dt>MVCC</dt>\n<dd>Keeps old versions.</dd>\n</dl>\n",
    );
    expect(markdown).toBe("Locks, and MVCC. Then MVCC again.\n\n**Terms**\n\n- MVCC: Keeps old versions.\n");
    expect(text).toContain("MVCC: Keeps old versions.");
  });

  it.each([
    ["HOT, heap-only tuples and a heap-only tuple", ["HOT"]],
    ["A lock. Lock.", ["lock"]],
    ["Lock it, and unlock, locks, lock_", ["Lock"]],
    ["mvcc and MVCCs", []],
    ['## MVCC\n\n[MVCC](/posts/), `MVCC`, <a href="/posts/">MVCC</a> and **MVCC**', ["MVCC"]],
    ["| a |\n| - |\n| MVCC |\n\n- lock", ["MVCC", "lock"]],
    ["Die Sperre", []],
  ])("%s", async (markdown, explained) => {
    expect((await render(markdown)).explained).toEqual(explained);
  });

  it("is one of the text's own language", async () => {
    const { explained, html } = await render("Die Sperre und MVCC", "posts/a.de.md");
    expect(explained).toEqual(["Sperre"]);
    expect(html).toContain("<strong>Begriffe</strong>");
  });

  it("is listed with all others where the author says, and not explained there", async () => {
    const { html, explained } = await render("MVCC\n\n::glossary");
    expect(explained).toEqual([]);
    expect([...html.matchAll(/<dt>(.*?)<\/dt>/g)].map(([, name]) => name)).toEqual(["heap-only tuple", "lock", "MVCC"]);
  });

  it("is listed there in the page's Markdown, too, and not in code that shows how", async () => {
    const { markdown } = await render("```md\n::glossary\n```\n\n> ::glossary\n\nThe end.");
    expect(markdown).toBe(
      "```md\n::glossary\n```\n\n> - heap-only tuple: Needs no new entries.\n> - lock: What others wait for.\n> - MVCC: Keeps old versions.\n\nThe end.\n",
    );
  });

  it("that changes is explained as it is now; where nothing is used, nothing changes", async () => {
    await render("MVCC");
    write("_data/glossary.yaml", GLOSSARY.replace("Keeps", "Has"));
    expect((await render("MVCC")).html).toContain("Has old versions.");
    expect((await render("Nothing")).html).toBe("<p>Nothing</p>\n");
  });

  it("that is written wrongly is a problem with its line", async () => {
    write("_data/glossary.yaml", "a: 1\nb:\n  means: x\n  als: [c]\nc: C\nd:\n  means: D\n  also: [c]\ne:\n");
    expect((await render("x")).problems).toEqual([
      "_data/glossary.yaml:1 a: must be what it means, or { means, also, lang }",
      '_data/glossary.yaml:2 b: has no "als" (did you mean "also"?)',
      '_data/glossary.yaml:6 "c" is defined twice, first on line 5',
      "_data/glossary.yaml:9 e: must be what it means, or { means, also, lang }",
    ]);
    write("_data/glossary.yaml", "a: b: c\n");
    expect((await render("x")).problems).toEqual([expect.stringMatching(/^_data\/glossary\.yaml:1 YAML: /)]);
  });
});

describe("an abbreviation", () => {
  it("is explained at its first use; in feeds its meaning stands behind it", async () => {
    const { html, feed, markdown, advice, problems } = await render(
      "HTML and HTML.\n\n*[HTML]: HyperText Markup Language\n*[CSS]: Cascading Style Sheets",
    );
    expect(problems).toEqual([]);
    expect(html).toContain('<p><a href="#term-1" id="use-1" data-preview><abbr>HTML</abbr></a> and HTML.</p>');
    expect(html).toContain('<dt id="term-1">HTML</dt>\n<dd>HyperText Markup Language');
    expect(feed).toBe("<p>HTML (HyperText Markup Language) and HTML.</p>\n");
    expect(markdown).toContain("*[HTML]: HyperText Markup Language");
    expect(advice).toEqual(["posts/a.md:9 the text does not use the abbreviation *[CSS] (leave it out)"]);
  });
});

describe("any glossary", () => {
  it("makes well-formed pages, or says what is wrong", async () => {
    const words = fc.oneof(hostileText, fc.constantFrom("MVCC", "a lock", "<b>", "[x]", ".*", "漢字", "$&"));
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(words, words, { maxKeys: 4 }),
        fc.array(words, { maxLength: 6 }),
        async (terms, text) => {
          write("_data/glossary.yaml", JSON.stringify(terms));
          const { html, feed, problems } = await render(
            `Text ${[...Object.keys(terms), ...text].join(" ").replace(/\r?\n|\r/g, " ")}`,
          );
          if (problems.length === 0) expect([faultOf(html), faultOf(feed)]).toEqual([undefined, undefined]);
        },
      ),
      { numRuns: 60 },
    );
  });
});
