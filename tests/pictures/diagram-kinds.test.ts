/** Pies, timelines, Gantt charts and git graphs: what is drawn is what was written, and all of it can be read. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Cache } from "../../src/pictures/cache.ts";
import { drawDiagram } from "../../src/pictures/diagrams.ts";
import { Measure } from "../../src/pictures/sketch/words.ts";
import { Typeface } from "../../src/pictures/typeface.ts";
import { readTextFonts } from "../../src/theme/assets.ts";
import { elementsOf } from "../support/elements.ts";
import { placedWords, unreadable } from "../support/placed-words.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";

const typeface = new Typeface(await readTextFonts());
const measure = new Measure(typeface);
const tools = { cache: new Cache(useTemporaryFolder()), typeface };

function drawn(text: string, locale = "en-GB") {
  const result = drawDiagram(text, { file: "post.md", line: 1 }, { ...tools, speech: { language: locale, own: {} } });
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join("\n"));
  return result.value;
}

const wordsOf = (text: string, locale?: string) =>
  placedWords(drawn(text, locale).svg, measure).map(({ text }) => text);

const word = fc.constantFrom(
  ..."queue lock R&D Łódź naïve a-word-that-is-longer-than-others v1.2 → 100% it's internationalisation I".split(" "),
);
const words = fc.array(word, { minLength: 1, maxLength: 7 }).map((list) => list.join(" "));

describe("a pie chart", () => {
  const pie = fc.array(fc.tuple(words, fc.nat({ max: 1000 })), { minLength: 1, maxLength: 24 });

  it("has every slice with its part, wherever it stands, and no words on others", () => {
    fc.assert(
      fc.property(pie, fc.boolean(), (slices, showsValues) => {
        const whole = slices.reduce((sum, [, value]) => sum + value, 0);
        fc.pre(whole > 0);
        const lines = slices.map(([name, value], index) => ` "${index} ${name}" : ${value}`);
        const { svg } = drawn(`pie${showsValues ? " showData" : ""}\n${lines.join("\n")}`);
        const shown = wordsIn(svg);
        for (const [index, [name]] of slices.entries()) expect(shown).toContain(`${index} ${name}`);
        expect(unreadable(svg, measure)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it("has the numbers of the page's language, and a slice too small for a part of a hundred as one", () => {
    const text = 'pie showData\n "a" : 9989.5\n "b" : 10\n "c" : 0.5';
    expect(wordsOf(text).toSorted()).toEqual(["a 9,989.5 (100%)", "b 10 (0.1%)", "c 0.5 (< 0.1%)"]);
    expect(wordsOf('pie\n "a" : 2\n "b" : 1', "de")).toEqual(["a 67\u00a0%", "b 33\u00a0%"]);
  });

  it("is heard slice by slice, but for what its author says of it", () => {
    expect(drawn('pie\n "a" : 2\n "b" : 1').spoken).toBe("a: 67%; b: 33%");
    expect(drawn('pie\n accDescr: mostly a\n "a" : 2\n "b" : 1').spoken).toBe("mostly a");
  });
});

function wordsIn(svg: string): string {
  return placedWords(svg, measure)
    .map(({ text }) => text)
    .join(" ");
}

describe("a timeline", () => {
  const period = fc.record({ name: words, events: fc.array(words, { maxLength: 3 }), section: fc.option(words) });

  it.each(["", " LR", " TD"])("%s has every period and event in its order, and no words on others", (direction) => {
    fc.assert(
      fc.property(fc.array(period, { minLength: 1, maxLength: 6 }), (periods) => {
        const lines = periods.flatMap(({ name, events, section }) => [
          ...(section ? [`section ${section}`] : []),
          [name, ...events].join(" : "),
        ]);
        const { svg } = drawn(`timeline${direction}\n${lines.join("\n")}`);
        const shown = wordsIn(svg).split(" ").toSorted();
        const asked = periods.flatMap(({ name, events, section }) => [section ?? "", name, ...events]);
        expect(shown).toEqual(asked.join(" ").split(" ").filter(Boolean).toSorted());
        expect(unreadable(svg, measure)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it("goes on with the events of a period on lines of their own", () => {
    expect(drawn("timeline\n 2004 : a\n : b\n 2005").spoken).toBe("2004: a: b; 2005");
  });
});

describe("a Gantt chart", () => {
  /** From where to where each bar runs, in the time of the chart. */
  function barsOf(text: string): [number, number][] {
    const { svg } = drawn(text);
    const bars = elementsOf(svg).flatMap(({ attributes: { d = "", fill = "" } }) => {
      const [, left, right] = /^M([\d.-]+) [\d.-]+H([\d.-]+)V/.exec(d) ?? [];
      return left !== undefined && fill !== "var(--wash)" ? [[Number(left), Number(right)] as const] : [];
    });
    const start = Math.min(...bars.map(([left]) => left));
    const length = Math.max(...bars.map(([, right]) => right)) - start;
    return bars.map(([left, right]) => [(left - start) / length, (right - start) / length]);
  }
  const days = (text: string, all: number) =>
    barsOf(text).map((bar) => bar.map((part) => Math.round(part * all * 10) / 10));

  it.each([
    [
      "a task that begins where the one above ends",
      "a : 2024-01-01, 3d\n b : 2d",
      5,
      [
        [0, 3],
        [3, 5],
      ],
    ],
    [
      "after the last of several",
      "a : a, 2024-01-01, 3d\n b : b, 2024-01-01, 5d\n c : after a b, 1d",
      6,
      [
        [0, 3],
        [0, 5],
        [5, 6],
      ],
    ],
    [
      "until another begins",
      "a : 2024-01-01, until b\n b : b, 2024-01-04, 2d",
      5,
      [
        [0, 3],
        [3, 5],
      ],
    ],
    [
      "a task that names one below it",
      "a : a, after b, 1d\n b : b, 2024-01-01, 2d",
      3,
      [
        [2, 3],
        [0, 2],
      ],
    ],
    [
      "weeks, hours and ends by date",
      "a : 2024-01-01, 1w\n b : 36h\n c : 2024-01-01, 2024-01-03",
      8.5,
      [
        [0, 7],
        [7, 8.5],
        [0, 2],
      ],
    ],
    [
      "months, by the calendar",
      "a : 2024-01-31, 1M\n b : 2024-01-31, 60d",
      60,
      [
        [0, 29],
        [0, 60],
      ],
    ],
    [
      "ends that are part of it",
      "inclusiveEndDates\n a : 2024-01-01, 2024-01-03\n b : 2024-01-01, 4d",
      4,
      [
        [0, 3],
        [0, 4],
      ],
    ],
    // A week of work has a weekend in it; the bar ends before one that follows it.
    [
      "days off",
      "excludes weekends\n a : 2024-01-01, 5d\n b : 5d",
      12,
      [
        [0, 5],
        [7, 12],
      ],
    ],
    [
      "days off but one",
      "excludes weekends\n includes 2024-01-06\n a : 2024-01-01, 6d\n b : 1d",
      8,
      [
        [0, 6],
        [7, 8],
      ],
    ],
    [
      "a weekend that begins on Friday",
      "excludes weekends\n weekend friday\n a : 2024-01-04, 2d\n b : 2024-01-04, 2024-01-08",
      4,
      [
        [0, 4],
        [0, 4],
      ],
    ],
    [
      "dates as the author writes them",
      "dateFormat DD.MM.YYYY\n a : 01.02.2024, 3d\n b : 04.02.2024, 05.02.2024",
      4,
      [
        [0, 3],
        [3, 4],
      ],
    ],
    [
      "times of a day",
      "dateFormat HH:mm\n a : 08:00, 30m\n b : 08:30, 09:00",
      60,
      [
        [0, 30],
        [30, 60],
      ],
    ],
    [
      "seconds since 1970",
      "dateFormat X\n a : 1700000000, 10s\n b : 1700000010, 1700000020",
      20,
      [
        [0, 10],
        [10, 20],
      ],
    ],
    // Summer time begins in between: a day is a day.
    [
      "days, whatever the clock does",
      "a : 2024-03-30, 2d\n b : 2024-03-30, 4d",
      4,
      [
        [0, 2],
        [0, 4],
      ],
    ],
  ] as [string, string, number, number[][]][])("has %s", (_, text, all, asked) => {
    expect(days(`gantt\n ${text}`, all)).toEqual(asked);
  });

  it("has every task's name, its section, and no words on others", () => {
    const task = fc.record({
      name: words,
      section: fc.option(words),
      span: fc.constantFrom("1d", "3w", "12h", "2M", "1y"),
    });
    fc.assert(
      fc.property(
        fc.array(task, { minLength: 1, maxLength: 8 }),
        fc.constantFrom("", "topAxis\n"),
        (tasks, setting) => {
          const lines = tasks.flatMap(({ name, section, span }, index) => [
            ...(section ? [`section ${section}`] : []),
            `${name} : ${index === 0 ? "2024-01-30, " : ""}${span}`,
          ]);
          const { svg } = drawn(`gantt\n${setting}${lines.join("\n")}`);
          const shown = wordsIn(svg);
          for (const { name, section } of tasks) expect(shown).toContain(section ?? name);
          expect(unreadable(svg, measure)).toEqual([]);
        },
      ),
      { numRuns: 40 },
    );
  });

  it("has the dates of the page's language, and the year where it is another", () => {
    const text = "gantt\n a : 2023-11-15, 90d";
    expect(wordsOf(text)).toEqual(["Dec", "2023", "Jan", "2024", "Feb", "a"]);
    expect(wordsOf(text, "de")).toEqual(["Dez", "2023", "Jan", "2024", "Feb", "a"]);
    expect(drawn(text).spoken.replace(/\s/g, " ")).toBe("a: 15 November 2023 – 13 February 2024");
  });

  it("has marks as often as it is told to, in its own format", () => {
    expect(wordsOf("gantt\n axisFormat %d/%m\n tickInterval 1week\n weekday monday\n a : 2024-01-01, 14d")).toEqual([
      ..."01/01 08/01 15/01".split(" "),
      "a",
    ]);
  });
});

describe("a git graph", () => {
  const command = fc.oneof(
    fc.record({ does: fc.constant("commit"), words }),
    fc.record({ does: fc.constantFrom("branch", "checkout", "merge", "pick"), words }),
  );

  it.each(["gitGraph", "gitGraph LR:", "gitGraph BT:"])(
    "%s has every commit, tag and branch, and no words on others",
    (header) => {
      fc.assert(
        fc.property(fc.array(command, { maxLength: 14 }), fc.infiniteStream(fc.nat()), (commands, stream) => {
          const { lines, asked } = spelled(commands, (most) => (stream.next().value ?? 0) % most);
          const { svg } = drawn(`${header}\n${lines.join("\n")}`);
          const shown = wordsIn(svg).split(" ").toSorted();
          expect(shown).toEqual(asked.join(" ").split(" ").filter(Boolean).toSorted());
          expect(unreadable(svg, measure)).toEqual([]);
          expect(dotsIn(svg)).toBe(lines.filter((line) => /^(commit|merge|cherry-pick)/.test(line)).length);
        }),
        { numRuns: 40 },
      );
    },
  );

  /** Commands that Git would take, and the words that they ask for. */
  function spelled(commands: { does: string; words: string }[], choose: (most: number) => number) {
    const lines = ["commit"];
    const asked = ["main"];
    const heads = new Map([["main", 0]]);
    const picked = new Map<string, string>();
    let [current, commits] = ["main", 1];
    for (const { does, words } of commands) {
      const others = [...heads.keys()].filter((name) => name !== current);
      const other = others[choose(Math.max(1, others.length))];
      if (does === "branch") {
        const name = `b${heads.size}`;
        heads.set(name, heads.get(current) ?? 0);
        lines.push(`branch ${name}`);
        asked.push(name);
        current = name;
      } else if (does === "checkout" && other) {
        lines.push(`${["checkout", "switch"][choose(2)]} ${other}`);
        current = other;
      } else if (does === "merge" && other && heads.get(other) !== heads.get(current)) {
        lines.push(`merge ${other} tag: "t${commits}"`);
        asked.push(`t${commits}`);
        heads.set(current, commits++);
      } else if (does === "pick" && picked.size > 0) {
        const [id, branch] = [...picked][choose(picked.size)] ?? ["", ""];
        if (branch === current) continue;
        lines.push(`cherry-pick id: "${id}"`);
        asked.push(`cherry-pick: ${id}`);
        heads.set(current, commits++);
      } else if (does === "commit") {
        const id = `c${commits}`;
        lines.push(`commit ${choose(2) === 0 ? "msg: " : ""}"${words}" id: "${id}"`);
        asked.push(id, words);
        picked.set(id, current);
        heads.set(current, commits++);
      }
    }
    return { lines, asked };
  }

  /** Commits are round, those on the way and their rings. */
  function dotsIn(svg: string): number {
    const places = elementsOf(svg).flatMap(({ attributes: { d = "" } }) => {
      const [, x, y, radius] = /^M([\d.-]+) ([\d.-]+)A([\d.]+)/.exec(d) ?? [];
      return x === undefined ? [] : [`${(Number(x) + Number(radius)).toFixed(0)} ${y}`];
    });
    return new Set(places).size;
  }

  it("draws a branch that has no commit yet, and a commit's kind", () => {
    const { svg } = drawn(
      'gitGraph\n commit\n branch a\n checkout main\n commit type: HIGHLIGHT\n commit type: REVERSE tag: "v1"',
    );
    expect(wordsIn(svg)).toBe("main a v1");
    expect(svg).toContain("M-5 ");
  });
});
