/** Citations from a site's folder to its pages: what is written, what is listed, and what is said of faults. */
import { rmSync } from "node:fs";
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

const BIB = `@book{knuth, author = {Knuth, Donald E.}, title = {The Art of Computer Programming}, year = 1968,
  publisher = {Addison-Wesley}}
@article{gray:1981, author = {Gray, Jim}, title = {The Transaction Concept}, journal = {VLDB}, year = 1981,
  doi = {10.1145/1}}
@misc{empty, year = 2020}
`;

beforeEach(() => {
  siteDir = join(folder, `site-${count++}`);
  copyFixture("no-posts", siteDir);
  settings("");
  write("_data/references.bib", BIB);
});

function write(file: string, text: string): void {
  writeFiles(siteDir, { [file]: text });
}

function settings(more: string): void {
  const base = `title: "T", url: "https://example.org", language: "en", description: "D", languages: ["de"]`;
  write("_data/site.ts", `export default { ${base}, ${more} };\n`);
}

async function render(markdown: string, file = "posts/a.md") {
  write(file, `---\ntitle: T\ndate: 2026-01-01\n---\n\n${markdown}\n`);
  return readText(siteDir, file);
}

/** The words of the first paragraph. */
const firstWords = (html: string) => html.split("\n")[0]?.replace(/<[^>]*>/g, "");

describe("a citation", () => {
  it.each([
    ["See [@knuth].", "See (Knuth 1968)."],
    [
      "[@knuth, pp. 12-14; see @gray:1981, chap. 2, and more]",
      "(Knuth 1968, pp. 12–14; see Gray 1981, chap. 2, and more)",
    ],
    ["[@knuth 12]", "(Knuth 1968, p. 12)"],
    ["[@knuth, iv]", "(Knuth 1968, iv)"],
    ["[@knuth{p. 5a}]", "(Knuth 1968, p. 5a)"],
    ["[@{gray:1981}, § 3]", "(Gray 1981, sec. 3)"],
    ["Knuth [-@knuth] says", "Knuth (1968) says"],
    ["@knuth says, and @gray:1981: so", "Knuth (1968) says, and Gray (1981): so"],
    ["@knuth [p. 3] says", "Knuth (1968, p. 3) says"],
    [
      "a@knuth.org, @someone, \\@knuth, `@knuth`, [@knuth](/posts/), \\[@knuth]",
      "a@knuth.org, @someone, @knuth, @knuth, @knuth, [Knuth (1968)]",
    ],
    ["**[@knuth]** and *@knuth*", "(Knuth 1968) and Knuth (1968)"],
  ])("%s", async (written, words) => {
    const { html, problems } = await render(written);
    expect(problems).toEqual([]);
    expect(firstWords(html)).toBe(words);
  });

  it("leads to its work, and the work back; feeds, Markdown and search have both", async () => {
    const { html, feed, markdown, text } = await render("See [@knuth; @gray:1981] and @knuth.");
    expect(html).toContain(
      '<a href="#ref-knuth" id="cite-1" role="doc-biblioref">(Knuth 1968</a>; <a href="#ref-gray%3A1981">Gray 1981)</a>',
    );
    expect(html).toContain(
      '<li id="ref-knuth">Knuth, Donald E. 1968. <i>The Art of Computer Programming</i>. Addison-Wesley.',
    );
    expect(html).toContain('<a href="#cite-1" role="doc-backlink" aria-label="Back to the text">');
    expect(html).toContain('<a href="#cite-2" role="doc-backlink" aria-label="Back to the text (2)">');
    expect(html).toContain('<a href="https://doi.org/10.1145/1" class="bare">https://doi.org/10.1145/1</a>');
    expect(html).toContain('href="#ref-gray%3A1981"');
    expect(feed).toContain('<a href="https://example.org/posts/a/#ref-knuth">');
    expect(feed).toContain("<p><strong>References</strong></p>\n<ul>\n<li>Gray, Jim.");
    expect(feed).not.toMatch(/ (?:id|class|role)=/);
    expect(markdown).toBe(
      "See (Knuth 1968; Gray 1981) and Knuth (1968).\n\n**References**\n\n- Gray, Jim. 1981. The Transaction Concept. *VLDB*. <https://doi.org/10.1145/1>.\n- Knuth, Donald E. 1968. *The Art of Computer Programming*. Addison-Wesley.\n",
    );
    expect(text).toContain("See (Knuth 1968; Gray 1981) and Knuth (1968).");
    expect(text).toContain("The Art of Computer Programming");
  });

  it("is in the language of its text", async () => {
    const { html } = await render("[@knuth, S. 3] [@gray:1981, p. 3]", "posts/a.de.md");
    expect(firstWords(html)).toContain("(Gray 1981, S. 3)");
    expect(html).toContain("<p><strong>Literatur</strong></p>");
  });

  it("is listed where the author says", async () => {
    const { html, markdown } = await render("[@knuth]\n\n## Literature\n\n::bibliography\n\nThe end.");
    expect(html).not.toContain("<strong>References");
    expect(html.indexOf('<li id="ref-knuth">')).toBeLessThan(html.indexOf("The end."));
    expect(markdown).toContain("## Literature\n\n- Knuth, Donald E.");
  });

  it("is not listed in code that shows how", async () => {
    const { markdown } = await render("[@knuth]\n\n```md\n::bibliography\n```\n\n::bibliography");
    expect(markdown).toMatch(/```md\n::bibliography\n```\n\n- Knuth, Donald E\.[^\n]*\n$/);
  });

  it("in a style that is not there is a problem of the settings, and of no text", async () => {
    settings('citations: { style: "nope.csl" }');
    expect((await render("[@knuth]\n\n::bibliography")).problems).toEqual([
      expect.stringMatching(/^_data\/site\.ts citations\.style: names _data\/nope\.csl, which does not exist/),
    ]);
  });

  it("in a style that is broken is a problem of the style, and of no text", async () => {
    settings('citations: { style: "own.csl" }');
    write("_data/own.csl", "<style>\n");
    const { problems, html } = await render("[@knuth]\n\n::bibliography");
    expect(problems).toEqual([expect.stringMatching(/^_data\/own\.csl:1 is no CSL style: /)]);
    expect(html).toContain('<li id="ref-knuth">');
  });

  it("of what is not there is a problem with the nearest; a name that is nearly a key is told", async () => {
    const { problems, advice } = await render("[@knuht]\n\n[@nobody]\n\n@knutth says\n\n[@empty]");
    expect(problems).toEqual([
      'posts/a.md:6 there is no reference "knuht" (did you mean "knuth"?)',
      'posts/a.md:8 there is no reference "nobody" (add it to _data/references.bib, or write \\[ to show it)',
      "_data/references.bib:5 empty has no title and no author, and is cited (write title = {…})",
    ]);
    expect(advice).toEqual(['posts/a.md:10 "@knutth" is no reference (did you mean "knuth"?)']);
  });

  it("is shown literally, with a warning, on a site without references", async () => {
    settings("author: { name: 'x' }");
    rmSync(join(siteDir, "_data/references.bib"));
    const { html, advice, problems } = await render("[@knuth] and @knuth");
    expect(html).toContain("[@knuth] and @knuth");
    expect(advice).toHaveLength(1);
    expect(problems).toEqual([]);
  });
});

describe("any citation", () => {
  it.each(["author-date", "note"])("by %s makes well-formed pages that run nothing", async (style) => {
    settings(`citations: { style: "${style}" }`);
    const pieces = fc.constantFrom(
      ...'[ ] @ @knuth [@knuth ; , -@gray:1981 @{knuth} {p. p. 12 [@knuth, <b>] <script> " & ` ** _ | :: ^[ [^a] ](/) \\'.split(
        " ",
      ),
      "\n\n::bibliography\n\n",
      "[see <i>@knuth</i>, $x$]",
      "&lt;b&gt;",
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(pieces, hostileText), { maxLength: 12 }), async (text) => {
        const { html, feed, problems } = await render(`Text ${text.join(" ")}`);
        expect(html + feed).not.toMatch(/<script|<[^>]* on\w+=/);
        if (problems.length === 0) expect([faultOf(html), faultOf(feed)]).toEqual([undefined, undefined]);
      }),
      { numRuns: 100 },
    );
  });
});

describe("a style", () => {
  it("of numbers numbers the works in the order of the text", async () => {
    settings(`citations: { style: "numeric" }`);
    const { html } = await render("[@gray:1981, p. 2] [@knuth; @gray:1981] and @knuth");
    expect(firstWords(html)).toBe("[1, p. 2] [1, 2] and Knuth [2]");
    expect(html).toContain('<li id="ref-gray:1981">[1] Jim Gray. The Transaction Concept.');
  });

  it("of notes makes footnotes, and says that a work was cited before", async () => {
    settings(`citations: { style: "note" }`);
    const { html, problems } = await render(
      "One[@knuth]. Two [@knuth, p. 3]. @gray:1981 says.[^a]\n\n[^a]: As in [@knuth].",
    );
    expect(problems).toEqual([]);
    expect(firstWords(html)).toBe("One1. Two 2. Jim Gray3 says.4");
    const notes = [...html.matchAll(/<li id="fn-\d"[^>]*>\n<p>(.*?) <a href="#fnref/g)].map(([, note]) =>
      note?.replace(/<[^>]*>/g, ""),
    );
    expect(notes).toEqual([
      "Donald E. Knuth, The Art of Computer Programming, Addison-Wesley, 1968.",
      "Ibid., p. 3.",
      "The Transaction Concept, VLDB, 1981.",
      "As in Knuth, The Art of Computer Programming.",
    ]);
  });

  it("may be a CSL file of the site", async () => {
    settings(`citations: { style: "mine.csl" }`);
    write("_data/mine.csl", CSL);
    expect(firstWords((await render("[@knuth]")).html)).toBe("{Knuth}");
    write("_data/mine.csl", CSL.replace("names", "nmaes"));
    expect((await render("[@knuth]")).problems).toEqual([
      expect.stringMatching(/^_data\/mine.csl:?\d* is no CSL style: /),
    ]);
  });
});

const CSL = `<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
  <info><title>Mine</title><id>mine</id><updated>2026-01-01T00:00:00+00:00</updated></info>
  <citation><layout prefix="{" suffix="}"><names variable="author"><name form="short"/></names></layout></citation>
</style>
`;

describe("references", () => {
  it("may be CSL-JSON, whose faults have their lines", async () => {
    write(
      "_data/references.json",
      `[\n {"id": "lamport", "type": "article-journal", "title": "Time", "author": [{"family": "Lamport", "given": "L."}], "issued": {"date-parts": [["1978"]]}},\n {"id": "x", "type": "bok"},\n {"id": "knuth", "type": "book", "title": 3, "author": "K"}\n]`,
    );
    const { html, problems } = await render("[@lamport]");
    expect(firstWords(html)).toBe("(Lamport 1978)");
    expect(problems).toEqual([
      '_data/references.json:3 x: "bok" is no type of CSL (did you mean "book"?)',
      '_data/references.json:4 knuth: "author" is no list of names',
      '_data/references.json:4 the key "knuth" is used twice, first in _data/references.bib:1 (give one of them another key)',
    ]);
  });

  it("that change are cited as they are now", async () => {
    await render("[@knuth]");
    write("_data/references.bib", BIB.replace("1968", "1997"));
    expect(firstWords((await render("[@knuth]")).html)).toBe("(Knuth 1997)");
  });
});
