/** Charts whose numbers are what samples of their page gave. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Outcome, StatementResult, Transcript } from "../../../src/content/samples/transcript.ts";
import { tableOfSamples } from "../../../src/markdown/samples/sample-table.ts";
import { elementsOf } from "../../support/elements.ts";
import { renderPost } from "../../support/render-post.ts";
import { faultOf } from "../../support/well-formed.ts";

const fence = (info: string, ...lines: string[]) => [`\`\`\`${info}`, ...lines, "```", ""].join("\n");
const chart = (sample: string, ...head: string[]) =>
  fence(`plot title="Buffers" sample="${sample}"`, "mark: barX", ...head);

/** One sample for each result: the first is called by its title, the second by its id, the third is hidden. */
const SAMPLES = [
  fence('sql proof title="before.sql"', "SELECT 1;"),
  fence("sql proof {#after}", "SELECT 2;"),
  fence('sql proof hidden title="out of sight"', "SELECT 3;"),
].join("\n");

const table = (names: string[], ...rows: (string | null)[][]): StatementResult => ({
  columns: names.map((name) => ({ name })),
  rows,
});
const plan = (...lines: string[]): StatementResult => table(["QUERY PLAN"], ...lines.map((line) => [line]));

/** As the page looks once its samples gave what is told. */
function page(text: string, results: StatementResult[][], options: { isStale?: boolean } = {}) {
  const source = `${text}\n${SAMPLES}`;
  const { samples } = renderPost(source);
  const transcript: Transcript = {
    ...{ checked: "2026-01-01", versions: { PostgreSQL: "18.4" }, seal: "" },
    samples: samples.map(({ digest }, index) => ({
      digest: options.isStale && index === 1 ? "another" : digest,
      ends: (results[index] ?? []).map(() => 0),
      outcome: { results: results[index] ?? [] },
    })),
  };
  return renderPost(source, { transcript });
}

/** The rows of the chart's own table. */
function numbersOf(html: string): string[][] {
  const figure = html.slice(0, html.indexOf("</figure>"));
  return [...figure.matchAll(/<tr>(.*?)<\/tr>/g)].map(([, row = ""]) =>
    [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/g)].map(([, cell = ""]) => cell),
  );
}

const TWO = chart("nothing open: before.sql, one open: after", "y: sample", "x: buffers");

describe("a chart of samples", () => {
  it("has a row for each row of the last result", () => {
    const { body, problems } = page(chart("before.sql", "y: kind", "x: jobs"), [
      [
        table(["kind", "jobs"], ["old", "9"]),
        table(["kind", "jobs"], ["done", "90000"], ["queued", "3"]),
        { tag: "BEGIN" },
      ],
    ]);
    expect(problems).toEqual([]);
    expect(numbersOf(body.html)).toEqual([
      ["kind", "jobs"],
      ["done", "90000"],
      ["queued", "3"],
    ]);
    expect(faultOf(body.html)).toBeUndefined();
  });

  it("has several samples under each other, with their labels", () => {
    const results = [[table(["buffers"], ["5"])], [table(["id", "buffers"], ["1", "1012"])]];
    const { body, problems } = page(TWO, results);
    expect(problems).toEqual([]);
    expect(numbersOf(body.html)).toEqual([
      ["sample", "buffers"],
      ["nothing open", "5"],
      ["one open", "1012"],
    ]);
  });

  it("has what a plan says of its topmost node", () => {
    const before = plan(
      "Limit  (cost=0.28..1.10 rows=20 width=8) (actual time=0.010..0.020 rows=1 loops=1)",
      "  Buffers: shared hit=3 read=2 dirtied=4, temp read=7 written=7",
      "  ->  LockRows (actual rows=1.00 loops=1)",
      "        Buffers: shared hit=900",
      "Planning:",
      "  Buffers: shared hit=19",
    );
    const after = plan("Limit (actual rows=1.50 loops=2)", "  Buffers: shared hit=1012");
    expect(numbersOf(page(TWO, [[before], [after]]).body.html)).toEqual([
      ["sample", "buffers"],
      ["nothing open", "5"],
      ["one open", "1012"],
    ]);
    const rows = page(chart("before.sql, after", "y: sample", "x: rows"), [[before], [after]]);
    expect(numbersOf(rows.body.html).slice(1)).toEqual([
      ["before.sql", "1"],
      ["after", "1.50"],
    ]);
    const expected = page(chart("before.sql", "y: sample", "x: [rows, expected rows]"), [[before]]);
    expect(numbersOf(expected.body.html)[1]).toEqual(["before.sql", "1", "20"]);
  });

  it("has the numbers of a sample that is not shown", () => {
    const { body } = page(chart("out of sight", "y: sample", "x: n"), [[], [], [table(["n"], ["61"])]]);
    expect(numbersOf(body.html)).toEqual([
      ["sample", "n"],
      ["out of sight", "61"],
    ]);
  });

  it("is a picture and its table in feeds, and found by its numbers", () => {
    const { body } = page(TWO, [[table(["buffers"], ["5"])], [table(["buffers"], ["1012"])]]);
    expect(body.feedHtml).toMatch(/^<figure>\n<img [^>]*>\n<figcaption>Buffers<\/figcaption>/);
    expect(body.feedHtml).toContain("<td>one open</td><td>1012</td>");
    expect(body.sections.map(({ text }) => text).join("\n")).toContain("one open 1012");
  });
});

describe("the page's Markdown", () => {
  const text = / one open +\| +1012/;

  it("has the numbers below the chart, and the samples below as they are", () => {
    const { markdown } = page(TWO, [[table(["buffers"], ["5"])], [table(["buffers"], ["1012"])]]).body;
    expect(markdown.search(text)).toBeGreaterThan(markdown.indexOf("mark: barX"));
    expect(markdown.search(text)).toBeLessThan(markdown.indexOf("sql proof"));
    expect(markdown.match(/^```sql proof/gm)).toHaveLength(3);
  });

  it("has those of a file, too", () => {
    const source = fence('plot title="Buffers" file="buffers.csv"', "mark: line", "x: day", "y: buffers");
    expect(renderPost(source).body.markdown).toMatch(/```text\n *day *\|/);
  });
});

describe("a chart of samples that are not proven yet", () => {
  it("says so in development", () => {
    const { body, problems } = renderPost(`${TWO}\n${SAMPLES}`);
    expect(problems).toEqual([]);
    const [first] = body.html.split("</figure>");
    expect(first).toContain('<p class="unproven">');
    expect(first).toContain("<figcaption>Buffers</figcaption>");
    expect(body.feedHtml.split("</figure>")[0]).toContain("npm run prove");
  });

  it("is refused with the page in a build", () => {
    const { problems } = page(TWO, [[table(["buffers"], ["5"])], []], { isStale: true });
    expect(problems).toEqual([expect.stringMatching(/^post.md:\d+ this sample, or its place, has changed/)]);
  });
});

describe("what can't be drawn is a problem of the chart's line", () => {
  const ok = [table(["n"], ["1"])];
  const cases: [string, string, StatementResult[][], string][] = [
    [
      "a name that is nearly one",
      chart("befor.sql", "y: sample", "x: n"),
      [ok],
      'post.md:1 there is no sample "befor.sql" (did you mean "before.sql"?)',
    ],
    [
      "a name that is like none",
      chart("claims", "y: sample", "x: n"),
      [ok],
      'post.md:1 there is no sample "claims" (write the title, the file or the id of one that is proven on this page)',
    ],
    [
      "a sample without rows",
      chart("before.sql", "y: sample", "x: n"),
      [[{ tag: "UPDATE 1" }]],
      'post.md:1 the sample "before.sql" has no rows (let its last query return the numbers)',
    ],
    [
      "a last result without rows",
      chart("before.sql", "y: sample", "x: n"),
      [[table(["n"], ["1"]), table(["n"])]],
      'post.md:1 the sample "before.sql" has no rows (let its last query return the numbers)',
    ],
    [
      "a plan that was not run",
      chart("before.sql", "y: sample", "x: buffers"),
      [[plan("Limit", "  ->  Seq Scan on jobs")]],
      'post.md:1 the plan of "before.sql" has no numbers (write EXPLAIN (ANALYZE, BUFFERS))',
    ],
    [
      "a column that is not there",
      chart("before.sql", "y: sample", "x: m"),
      [ok],
      'post.md:4 the chart: has no column "m" (did you mean "n"?)',
    ],
    [
      "a column that only one of them has",
      chart("before.sql, after", "y: sample", "x: m"),
      [[table(["n", "m"], ["1", "2"])], ok],
      'post.md:4 the chart: has no column "m" (did you mean "n"?)',
    ],
    [
      "a column of words",
      chart("before.sql", "y: sample", "x: n"),
      [[table(["n"], ["12 MB"])]],
      'post.md:1 the chart: has "12 MB" in "n", which is no number (write 12 alone, and its unit in the head: unit: …)',
    ],
    [
      "two columns of one name",
      chart("before.sql", "y: sample", "x: count"),
      [[table(["count", "count"], ["1", "2"])]],
      'post.md:1 the chart: has two columns "count" (give each a name of its own)',
    ],
    [
      "a table of its own",
      chart("before.sql", "y: sample", "x: n", "---", "sample,n", "a,1"),
      [ok],
      "post.md:6 the chart: has a table of its own beside that of its samples (leave one of them out)",
    ],
    [
      "a file too",
      fence('plot title="Buffers" sample="before.sql" file="buffers.csv"', "mark: barX", "y: sample", "x: n"),
      [ok],
      "post.md:1 a chart has its numbers from a file or from samples (leave one out)",
    ],
    [
      "code with a sample",
      fence('sql sample="before.sql"', "SELECT 1;"),
      [ok],
      'post.md:1 "sample" means nothing without "plot" (write ```plot sample="…")',
    ],
  ];
  it.each(cases)("%s", (_name, text, results, problem) => {
    expect(page(text, results).problems).toEqual([problem]);
  });

  it("two samples of one name", () => {
    const twice = fence('sql proof title="before.sql"', "SELECT 4;");
    const { problems } = page(`${TWO}\n${twice}`, [
      [table(["buffers"], ["5"])],
      [table(["buffers"], ["5"])],
      [table(["buffers"], ["6"])],
    ]);
    expect(problems).toEqual(['post.md:1 there are two samples "before.sql" (give each a title or an id of its own)']);
  });
});

describe("any results", () => {
  const word = fc.string({ unit: "binary", maxLength: 12 });
  const result = fc
    .tuple(fc.uniqueArray(word, { minLength: 1, maxLength: 4 }), fc.integer({ min: 1, max: 4 }))
    .chain(([names, height]) =>
      fc
        .array(fc.tuple(...names.map(() => fc.option(word))), { minLength: height, maxLength: height })
        .map((rows): StatementResult => table(names, ...rows)),
    );
  const provenOf = (name: string, outcome: Outcome) => ({ names: [name], known: { digest: "", outcome } });

  it("keep each cell below its column's name, whatever they say", () => {
    fc.assert(
      fc.property(word, result, (name, given) => {
        fc.pre(given.columns?.[0]?.name !== "QUERY PLAN");
        const found = tableOfSamples(name, [provenOf(name, { results: [given] })], () => expect.fail());
        expect(found).toEqual({
          columns: ["sample", ...(given.columns ?? []).map(({ name }) => name)],
          rows: (given.rows ?? []).map((row) => [name, ...row.map((cell) => cell ?? "")]),
        });
      }),
    );
  });

  it("give a page that is well-formed, as a chart or as a problem", () => {
    fc.assert(
      fc.property(result, (given) => {
        const names = given.columns?.map(({ name }) => JSON.stringify(name)) ?? [];
        const { body, problems } = page(chart("before.sql", "y: sample", `x: ${names.at(-1)}`), [[given]]);
        expect(faultOf(body.html)).toBeUndefined();
        const drawn = elementsOf(body.html).some(({ name }) => name === "svg");
        expect(drawn).toBe(problems.length === 0);
      }),
      { numRuns: 40 },
    );
  });
});
