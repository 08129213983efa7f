/** Charts: every number is in its place and in the table, all words can be read, and what can't be drawn is named with its line. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Cache } from "../../src/pictures/cache.ts";
import { drawPlot } from "../../src/pictures/plots.ts";
import { Measure } from "../../src/pictures/sketch/words.ts";
import { Typeface } from "../../src/pictures/typeface.ts";
import { readTextFonts } from "../../src/theme/assets.ts";
import { elementsOf } from "../support/elements.ts";
import { placedWords, unreadable } from "../support/placed-words.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";

const typeface = new Typeface(await readTextFonts());
const measure = new Measure(typeface);
const tools = { cache: new Cache(useTemporaryFolder()), typeface };
/** Where a chart's text stands in its post. */
const START = { file: "posts/post.md", line: 10 };

function drawn(text: string, language = "en-GB") {
  return drawPlot(text, START, { ...tools, speech: { language, own: {} } });
}

function chart(text: string, language?: string) {
  const result = drawn(text, language);
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join("\n"));
  return result.value;
}

const wordsOf = (text: string, language?: string) =>
  placedWords(chart(text, language).svg, measure).map(({ text }) => text);

const NAME = fc.constantFrom(
  ..."SKIP LOCKED,R&D,a-longer-name-than-others,18,Łódź,p99,internationalisation".split(","),
);
const VALUE = fc.oneof(
  fc.integer({ min: -1000, max: 1000 }),
  fc.double({ min: 0.001, max: 1, noNaN: true }),
  fc.constantFrom(0, 1e9, -1e9, 1e-9, 1e30, 1e-30, 123456.75),
);
const ROWS = fc.array(fc.tuple(NAME, fc.option(VALUE), fc.option(VALUE)), { minLength: 1, maxLength: 14 });

describe("a chart of any numbers", () => {
  it.each([
    ["line", (at: number, name: string) => `${at} ${name}`],
    ["line", (at: number) => String(at * 37 - 20)],
    ["line", (at: number) => `20${10 + at}-0${1 + (at % 9)}-15`],
    ["dot", (at: number) => String(at / 7)],
    ["dot", (at: number) => `2024-03-0${1 + (at % 9)}T0${at % 10}:30`],
    ["barX", (at: number, name: string) => `${at} ${name}`],
    ["barY", (at: number, name: string) => `${at} ${name}`],
    ["barY", (at: number) => `20${10 + at}-01`],
    ["areaY", (at: number) => String(at)],
  ] as const)("has its words where they can be read, and every number in its table: %s", (mark, place) => {
    fc.assert(
      fc.property(ROWS, fc.boolean(), (rows, isTwo) => {
        fc.pre(rows.some(([, one]) => one !== null));
        const [along, across] = mark === "barX" ? ["y", "x"] : ["x", "y"];
        const isFilled = mark === "areaY" && isTwo;
        const cells = rows.map(([name, ...values], index) => [
          place(index, name),
          ...values.map((value) => (isFilled ? String(Math.abs(value ?? 0)) : value === null ? "" : String(value))),
        ]);
        const head = `mark: ${mark}\n${along}: place\n${across}: ${isTwo ? "[one, two]" : "one"}`;
        const text = `${head}\n---\nplace;one;two\n${cells.map((row) => row.join(";")).join("\n")}`;
        const { svg, table } = chart(text);
        expect(unreadable(svg, measure)).toEqual([]);
        expect(svg).not.toMatch(/NaN|Infinity|undefined/);
        expect(table?.rows).toEqual(cells.map((row) => row.slice(0, isTwo ? 3 : 2)));
        expect(elementsOf(svg).filter(({ name }) => !/^(svg|path|text)$/.test(name))).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  it("never throws, whatever stands in it, and says what it can't draw", () => {
    const piece = fc.constantFrom(
      ...'mark: line dot barX barY areaY x: y: z: a b [a,b] { value: a } type: log utc band domain: [0, 1] --- a,b 1,2 2024-01-01 - | , ; " : # & * ! % @ ` \u0000 stack: true width: 1e9'.split(
        " ",
      ),
      ..."\n\n\n",
      "\t",
    );
    const text = fc.oneof(
      fc.array(piece, { maxLength: 40 }).map((parts) => parts.join(" ")),
      fc.array(piece, { maxLength: 20 }).map((parts) => `mark: line\nx: a\ny: b\n---\na,b\n1,2\n${parts.join("")}`),
      fc.string(),
    );
    fc.assert(
      fc.property(text, (written) => {
        const result = drawn(written);
        expect(result.ok || result.problems.every(({ message, line }) => message && (line ?? 0) >= START.line)).toBe(
          true,
        );
      }),
      { numRuns: 300 },
    );
  });
});

describe("a line", () => {
  const points = (text: string) =>
    elementsOf(chart(text).svg)
      .filter(({ attributes }) => attributes["stroke-width"] === "2")
      .map(({ attributes }) =>
        [...(attributes["d"] ?? "").matchAll(/[ML]([\d.-]+) ([\d.-]+)/g)].map(([, x, y]) => [Number(x), Number(y)]),
      );

  it("has each number at its place, on scales of numbers, of days and of tenfolds", () => {
    const [line = []] = points("mark: line\nx: a\ny: {value: b, domain: [0, 100]}\n---\na,b\n0,0\n50,100\n100,50");
    const [[x0 = 0, y0 = 0] = [], [x1 = 0, y1 = 0] = [], [x2 = 0, y2 = 0] = []] = line;
    expect((x1 - x0) / (x2 - x0)).toBeCloseTo(0.5, 2);
    expect((y2 - y0) / (y1 - y0)).toBeCloseTo(0.5, 2);
    const [log = []] = points(
      "mark: line\nx: {value: a, type: log}\ny: {value: b, type: log}\n---\na,b\n1,1\n10,100\n100,10",
    );
    const [[a0 = 0, b0 = 0] = [], [a1 = 0, b1 = 0] = [], [a2 = 0, b2 = 0] = []] = log;
    expect((a1 - a0) / (a2 - a0)).toBeCloseTo(0.5, 1);
    expect((b2 - b0) / (b1 - b0)).toBeCloseTo(0.5, 1);
    const [days = []] = points("mark: line\nx: a\ny: b\n---\na,b\n2024-01-01,1\n2024-02-01,1\n2024-03-01,2");
    expect(((days[1]?.[0] ?? 0) - (days[0]?.[0] ?? 0)) / ((days[2]?.[0] ?? 0) - (days[0]?.[0] ?? 0))).toBeCloseTo(
      31 / 60,
      2,
    );
  });

  it("has a gap where there is no number, and is drawn in the order of its axis", () => {
    const runs = points("mark: line\nx: a\ny: b\n---\na,b\n5,1\n1,1\n2,2\n3,-\n4,n/a");
    expect(runs.map((run) => run.length)).toEqual([2]);
    const dots = chart("mark: line\nx: a\ny: b\n---\na,b\n5,1\n1,1\n2,2\n3,-\n4,n/a").svg.match(/A2\.2/g) ?? [];
    expect(dots.length / 2).toBe(3);
  });
});

describe("the numbers and dates of an axis", () => {
  const ticks = (rows: string, more = "", language?: string) =>
    wordsOf(`mark: line\nx: a\ny: { value: b, label: y${more} }\n---\na,b\n${rows}`, language).filter(
      (text) => text !== "a" && text !== "y",
    );
  it.each([
    [
      "begin at 0 where that is near",
      ticks("1,6\n2,922"),
      ["0", "200", "400", "600", "800", "1000", "1", "1.2", "1.4", "1.6", "1.8", "2"],
    ],
    [
      "begin elsewhere where it is far",
      ticks("1,995\n2,1004").slice(0, 6),
      ["994", "996", "998", "1000", "1002", "1004"],
    ],
    ["are grouped alike", ticks("0,6\n90000,922").slice(6), ["0", "20,000", "40,000", "60,000", "80,000"]],
    ["are years as years", ticks("2015,1\n2023,2").slice(-5), ["2016", "2018", "2020", "2022"]],
    ["are short where they are large", ticks("1,0\n2,12000000").slice(0, 4), ["0", "5m", "10m", "15m"]],
    ["have their sign", ticks("1,-3\n2,5").slice(0, 5), ["−4", "−2", "0", "2", "4"]],
    [
      "are powers of ten",
      ticks("1,3\n2,40000", ", type: log").slice(0, 6),
      ["1", "10", "100", "1,000", "10,000", "100,000"],
    ],
    ["are per cent", ticks("1,10\n2,45", ", unit: '%'").slice(0, 3), ["0%", "10%", "20%"]],
    ["are the page's own", ticks("1,1.5\n2,3.5", "", "de").slice(0, 3), ["0", "1", "2"]],
    [
      "are months, with their year once",
      ticks("2023-11-01,1\n2024-03-01,2").slice(-6),
      ["Nov", "2023", "Dec", "Jan", "2024", "Feb", "Mar"].slice(-6),
    ],
    [
      "are hours, with their day once",
      ticks("2024-01-01T22:00,1\n2024-01-02T02:00,2").slice(-7),
      ["22:00", "1 Jan", "23:00", "00:00", "2 Jan", "01:00", "02:00"],
    ],
  ])("%s", (_, found, asked) => {
    const own = found.filter((text) => asked.includes(text));
    expect(own).toEqual(asked);
  });
});

describe("bars", () => {
  it("have their numbers at their ends, below them where they are negative, and begin at 0", () => {
    const words = placedWords(chart("mark: barY\nx: a\ny: b\n---\na,b\nup,3\ndown,-1.5").svg, measure);
    const top = (text: string) => words.find((each) => each.text === text)?.top ?? 0;
    expect(top("3")).toBeLessThan(top("−1.5"));
    expect(words.map(({ text }) => text)).toEqual(["3", "−1.5", "up", "down", "a", "b"]);
  });

  it("stand beside one another, or on one another where it is asked for", () => {
    const text = (stack: string) => `mark: barX\ny: a\nx: [b, c]\n${stack}---\na,b,c\none,1,2\ntwo,3,4`;
    const boxes = (svg: string) =>
      elementsOf(svg).flatMap(({ attributes }) => {
        const [, left, top, right] = /^M([\d.-]+) ([\d.-]+)H([\d.-]+)V/.exec(attributes["d"] ?? "") ?? [];
        return attributes["fill-opacity"] && left ? [{ left: Number(left), right: Number(right), top }] : [];
      });
    const beside = boxes(chart(text("")).svg).slice(0, 4);
    expect(new Set(beside.map(({ top }) => top)).size).toBe(4);
    const stacked = boxes(chart(text("stack: true\n")).svg).slice(0, 4);
    expect(new Set(stacked.map(({ top }) => top)).size).toBe(2);
    expect(stacked[2]?.left).toBeCloseTo(stacked[0]?.right ?? 0, 0);
  });

  it("take their places from a column that tells series apart, too", () => {
    const { table, spoken } = chart(
      "mark: barY\nx: year\ny: n\nz: kind\n---\nyear,kind,n\n2023,a,1\n2023,b,2\n2024,a,3",
    );
    expect(table).toEqual({
      columns: ["year", "kind", "n"],
      rows: [
        ["2023", "a", "1"],
        ["2023", "b", "2"],
        ["2024", "a", "3"],
      ],
      isNumber: [false, false, true],
    });
    expect(spoken).toBe("a: lowest 1 (2023), highest 3 (2024). b: lowest 2 (2023), highest 2 (2023).");
  });
});

describe("what is heard of a chart", () => {
  it("is the least and the most of each series, and where they are, in the page's language", () => {
    const text =
      "mark: line\nx: day\ny: { value: b, label: Latency, unit: ms }\n---\nday,b\n2024-01-01,12\n2024-01-02,\n2024-01-03,1234.5";
    expect(chart(text).spoken).toBe("Latency: lowest 12 ms (1 January 2024), highest 1234.5 ms (3 January 2024).");
    expect(chart(text, "de").spoken).toBe(
      "Latency: am niedrigsten 12 ms (1. Januar 2024), am höchsten 1234,5 ms (3. Januar 2024).",
    );
  });

  it("is a number of units where the unit has a number of its own", () => {
    const text = "mark: line\nx: jobs\ny: { value: buffers, unit: 8 kB }\n---\njobs,buffers\n0,6\n9,922";
    expect(chart(text).spoken).toBe("buffers: lowest 6 × 8 kB (0), highest 922 × 8 kB (9).");
  });
});

describe("a chart that can't be drawn", () => {
  const HEAD = "mark: line\nx: a\ny: b\n---\na,b\n";
  it.each([
    ["", 0, "has no line of ---"],
    ["---\na,b\n1,2", 0, "does not say what it draws"],
    ["mark: line\nx: a\n---\na,b\n1,2", 0, "has no y"],
    ["mark: [\n---\na,b", 0, "a head that can't be read"],
    ["x: a\ny: b\n---\na,b\n1,2", 0, "has no mark"],
    ["mark: bar\nx: a\ny: b\n---\na,b\n1,2", 0, 'the mark "bar"'],
    ["mark: lien\nx: a\ny: b\n---\na,b\n1,2", 0, 'the mark "lien"'],
    ["mark: line\nx: a\ny: b\ncolor: c\n---\na,b\n1,2", 3, 'the key "color"'],
    ["mark: line\nx: a\ny: { value: b, titel: x }\n---\na,b\n1,2", 2, 'the option "titel"'],
    ["mark: line\nx: a\ny: { value: b, type: quantitative }\n---\na,b\n1,2", 2, 'the type "quantitative"'],
    ["mark: line\nx: a\ny: { value: b, type: band }\n---\na,b\n1,2", 2, "numbers on a scale of the type band"],
    ["mark: line\nx: a\ny: { value: b, domain: [1] }\n---\na,b\n1,2", 2, "a domain of y"],
    ["mark: line\nx: a\ny: bb\n---\na,b\n1,2", 2, 'has no column "bb"'],
    ["mark: line\nx: [a, b]\ny: b\n---\na,b\n1,2", 1, "several columns for x"],
    ["mark: line\nx: a\ny: [b, c]\nz: d\n---\na,b,c,d\n1,2,3,4", 3, "z and several columns"],
    ["mark: line\nx: a\ny: b\nstack: true\n---\na,b\n1,2", 3, "stack of a line"],
    ["mark: line\nx: a\ny: b\nwidth: 5000\n---\na,b\n1,2", 3, "a width of"],
    ["mark: barY\nx: a\ny: { value: b, type: log }\n---\na,b\n1,2", 2, "no 0 to begin at"],
    ["mark: barY\nx: a\ny: { value: b, domain: [50, 100] }\n---\na,b\n1,2", 2, "would not begin at 0"],
    ["mark: barY\nx: { value: a, type: linear }\ny: b\n---\na,b\n1,2", 1, "bars on a scale of the type linear"],
    ["mark: areaY\nx: a\ny: [b, c]\n---\na,b,c\n1,2,-1", 2, "negative numbers in areas"],
    ["mark: areaY\nx: a\ny: [b, c]\n---\na,b,c\n1,2,", 2, "gaps in areas"],
    ["mark: areaY\nx: a\ny: b\nz: c\n---\na,b,c\n1,2,p\n2,2,p\n1,2,q", 3, "don't stand at the same places"],
    [`${HEAD}1,x`, 5, 'has "x" in "b", which is no number'],
    [`${HEAD}1,2\n2,"3,5"`, 6, "no number"],
    [`${HEAD}1,2\n2,3 ms`, 6, "no number"],
    [`${HEAD}1,1e99`, 5, "no number"],
    [`${HEAD}1,2,3`, 5, "a row of 3 cells"],
    [`${HEAD}1,"2`, 5, "never closed"],
    [`${HEAD}1,2\n1,3`, 6, 'has "1" twice'],
    [`${HEAD},3`, 5, 'has nothing in "a"'],
    [`${HEAD}1,`, 2, "has no number in its column"],
    ["mark: line\nx: a\ny: b\n---\n", 4, "has no numbers"],
    ["mark: line\nx: a\ny: b\n---\na,b", 4, "has no row of numbers"],
    ["mark: line\nx: a\ny: b\n---\na\n1", 4, "one column only"],
    ["mark: line\nx: a\ny: a\n---\na,a\n1,2", 4, 'two columns "a"'],
    ["mark: line\nx: {value: a, type: utc}\ny: b\n---\na,b\n2024-02-30,2", 5, "no date"],
    ["mark: dot\nx: a\ny: {value: b, type: log}\n---\na,b\n1,0", 5, "no log scale"],
    ["mark: dot\nx: a\ny: b\nz: c\n---\na,b,c\n1,1,a\n1,1,b\n1,1,c\n1,1,d\n1,1,e\n1,1,f\n1,1,g", 3, "7 series"],
  ])("is named with its line: %j", (text, line, says) => {
    const result = drawn(text);
    const [first] = result.ok ? [] : result.problems;
    expect([first?.message, first?.line]).toEqual([expect.stringContaining(says), START.line + line]);
  });

  it("has its faults in the file that has its numbers", () => {
    const file = { file: "posts/numbers.csv", line: 1, text: "a,b\n1,2\n2,x" };
    const result = drawPlot("mark: line\nx: a\ny: b", START, { ...tools, speech: { language: "en", own: {} } }, file);
    expect(!result.ok && result.problems).toMatchObject([{ file: "posts/numbers.csv", line: 3 }]);
  });

  it.each([
    ["mark: line\nx: day\ny: bufers\n---\nday,buffers\n1,2", 'did you mean "buffers"?'],
    ["mark: line\nx: day\ny: b\n---\nday,b\n1,3 ms", "write 3 alone, and its unit in the head: unit: …"],
    ['mark: line\nx: day\ny: b\n---\nday,b\n1,"3,5"', "write a point: 3.5"],
    ["mark: bar\nx: day\ny: b\n---\nday,b\n1,3", "write barY, or barX for bars to the right"],
    ["mark: line\nx: day\ny: b\ncolour: day\n---\nday,b\n1,3", "write z"],
  ])("says what to write instead: %j", (text, hint) => {
    const result = drawn(text);
    expect(!result.ok && result.problems[0]?.hint).toBe(hint);
  });
});
