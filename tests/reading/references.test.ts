/** References from one text to another: numbers and titles of other texts, and links by their names. */
import { dirname, join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { formatProblem } from "../../src/content/problems/problem.ts";
import { copyFixture } from "../support/built-fixture.ts";
import { readFolder } from "../support/read-folder.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";
import { writeFiles } from "../support/write-files.ts";

const folder = useTemporaryFolder();
let siteDir = "";
let count = 0;

beforeEach(() => {
  siteDir = join(folder, `site-${count++}`);
  copyFixture("no-posts", siteDir);
  settings("");
});

function write(file: string, title: string, body: string, keys = ""): void {
  const kind = file.startsWith("projects/") ? "kind: case study\nsummary: S\norder: 1" : "date: 2026-01-01";
  writeFiles(siteDir, { [file]: `---\ntitle: ${JSON.stringify(title)}\n${kind}\n${keys}---\n\n${body}\n` });
}

/** A module is read once in a process, so each test's settings say the same. */
function settings(more: string): void {
  const base = `title: "T", url: "https://example.org", language: "en", description: "D", languages: ["de"]`;
  writeFiles(siteDir, { "_data/site.ts": `export default { ${base}, markdown: { wikilinks: true }, ${more} };\n` });
}

async function read() {
  const content = await readFolder(siteDir);
  const bodies = new Map(content.entries.map(({ file, body }) => [file, body]));
  return {
    html: (file: string) => bodies.get(file)?.html().trim(),
    markdown: (file: string) => bodies.get(file)?.markdown().trim(),
    links: (file: string) => bodies.get(file)?.links,
    problems: content.problems.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0)).map(formatProblem),
  };
}

const FIGURES = "![a](a.svg){#fig-one}\n\n![b](a.svg){#fig-two}\n\n## Why it *waits*\n\nText.";

function figures(file = "posts/figures.md", title = "On figures", keys = ""): void {
  write(file, title, FIGURES, keys);
  writeFiles(siteDir, {
    [join(dirname(file), "a.svg")]: '<svg xmlns="http://www.w3.org/2000/svg" width="2" height="2"></svg>',
  });
}

describe("a link without words", () => {
  it("says another text's numbers, headings and title, in the words of its own language", async () => {
    figures();
    const links = "[](figures.md#fig-two), [](/posts/figures/#why-it-waits), [](figures.md)";
    write("posts/en.md", "E", links);
    write("posts/x.md", "X", links);
    write("posts/x.de.md", "X", links);
    const { html, markdown, problems } = await read();
    expect(problems).toEqual([]);
    expect(html("posts/en.md")).toBe(
      '<p><a href="/posts/figures/#fig-two">Figure 2</a>, <a href="/posts/figures/#why-it-waits">Why it waits</a>, <a href="/posts/figures/">On figures</a></p>',
    );
    expect(html("posts/x.de.md")).toContain(">Abbildung 2</a>");
    expect(markdown("posts/en.md")).toBe(
      "[Figure 2](figures.md#fig-two), [Why it waits](/posts/figures/#why-it-waits), [On figures](figures.md)",
    );
  });

  it("follows what changes in the other text", async () => {
    figures();
    write("posts/b.md", "B", "[](figures.md#fig-two)");
    await read();
    write("posts/figures.md", "On figures", FIGURES.replace("{#fig-one}", ""));
    expect((await read()).html("posts/b.md")).toContain(">Figure 1</a>");
  });

  it("that names nothing is a problem with the nearest", async () => {
    figures();
    write("posts/b.md", "B", "[](figures.md#fig-tow)\n\n[](figures.md#why-it-wait)");
    expect((await read()).problems).toEqual([
      'posts/b.md:6 there is no "fig-tow" in /posts/figures/ (did you mean "fig-two"?)',
      'posts/b.md:8 there is no "why-it-wait" in /posts/figures/ (did you mean "why-it-waits"?)',
    ]);
  });

  it("may be in two texts that refer to each other", async () => {
    figures();
    write("posts/a.md", "A", "$$ a $$ {#eq-a}\n\n[](b.md#eq-b)");
    write("posts/b.md", "B", "$$ b $$ {#eq-b}\n\n[](a.md#eq-a)");
    const { html, problems } = await read();
    expect(problems).toEqual([]);
    expect([html("posts/a.md"), html("posts/b.md")].map((one) => /Equation 1/.test(one ?? ""))).toEqual([true, true]);
  });
});

describe("a wiki's link", () => {
  it.each([
    ["[[figures]]", '<a href="/posts/figures/">On figures</a>'],
    ["[[posts/figures]]", '<a href="/posts/figures/">On figures</a>'],
    ["[[On Figures]]", '<a href="/posts/figures/">On Figures</a>'],
    ["[[on figures|these *words*]]", '<a href="/posts/figures/">these *words*</a>'],
    ["[[figures#why-it-waits]]", '<a href="/posts/figures/#why-it-waits">On figures: Why it waits</a>'],
    ["[[figures#Why it waits|why]]", '<a href="/posts/figures/#why-it-waits">why</a>'],
    ["[[#Own words]]", '<a href="#own-words">Own words</a>'],
    ["`[[figures]]` and \\[[figures]]", "<code>[[figures]]</code> and [[figures]]"],
    ["a[[0]] and [[]] and [[ ]]", "a[[0]] and [[]] and [[ ]]"],
  ])("%s", async (written, html) => {
    figures();
    write("posts/0.md", "Zero, which a[[0]] does not mean", "Text.", "draft: true\n");
    write("posts/b.md", "B", `${written}\n\n## Own words`);
    const found = await read();
    expect(found.html("posts/b.md")?.split("\n")[0]).toBe(`<p>${html}</p>`);
  });

  it("may stand in a table and in a heading, is a reference to the other text, and is written out in Markdown", async () => {
    figures();
    write("posts/b.md", "B", "## About [[figures|figures]]\n\n| a |\n| - |\n| [[figures\\|them]] |");
    const { html, links, markdown, problems } = await read();
    expect(problems).toEqual([]);
    expect(html("posts/b.md")).toContain('<h2 id="about-figures">About <a href="/posts/figures/">figures</a></h2>');
    expect(html("posts/b.md")).toContain('<td><a href="/posts/figures/">them</a></td>');
    expect(links("posts/b.md")?.map(({ path }) => path)).toEqual(["/posts/figures/", "/posts/figures/"]);
    expect(markdown("posts/b.md")).toContain("## About [figures](figures.md)");
  });

  it("leads to the text in its own language", async () => {
    figures();
    write("posts/figures.de.md", "Zu Abbildungen", "Text.");
    write("posts/x.md", "X", "[[figures]]");
    write("posts/x.de.md", "X", "[[figures]] [[Zu Abbildungen]] [[On figures]]");
    const { html, problems } = await read();
    expect(problems).toEqual([]);
    expect(html("posts/x.md")).toContain('<a href="/posts/figures/">');
    expect(html("posts/x.de.md")).toBe(
      '<p><a href="/de/posts/figures/">Zu Abbildungen</a> <a href="/de/posts/figures/">Zu Abbildungen</a> <a href="/de/posts/figures/">Zu Abbildungen</a></p>',
    );
  });

  it("of nothing, of several texts, of a draft and of a heading that is not there is a problem", async () => {
    figures();
    figures("projects/figures.md", "Figures of a project");
    write("posts/draft.md", "A draft", "Text.", "draft: true\n");
    write("posts/b.md", "B", "[[On figure]]\n\n[[figures]]\n\n[[A draft]]\n\n[[On figures#why it wait]]\n\n![[a.png]]");
    expect((await read()).problems).toEqual([
      'posts/b.md:6 there is no text called "On figure" (did you mean "On figures"?)',
      'posts/b.md:8 "figures" is the name of 2 texts (write [[posts/figures]] or [[projects/figures]])',
      "posts/b.md:10 links to posts/draft.md, which is a draft (publish that first, or leave the link out until then)",
      'posts/b.md:12 there is no heading "why it wait" in /posts/figures/ (did you mean "Why it waits"?)',
      'posts/b.md:14 "![[a.png]]" is shown literally (write ![what it shows](picture.png); to show it, write \\[)',
    ]);
  });
});
