/** Graphs in Graphviz's language: each node, arrow and word is drawn in our own way, and what would be passed over is refused. */
import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { ENGLISH } from "../../src/content/words/words.ts";
import { Cache } from "../../src/pictures/cache.ts";
import { drawDot } from "../../src/pictures/graphs.ts";
import { layoutsOfGraphviz, loadGraphviz } from "../../src/pictures/graphviz/engine.ts";
import { Measure } from "../../src/pictures/sketch/words.ts";
import { Typeface } from "../../src/pictures/typeface.ts";
import { readTextFonts } from "../../src/theme/assets.ts";
import { elementsOf } from "../support/elements.ts";
import { placedWords, unreadable } from "../support/placed-words.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";

const typeface = new Typeface(await readTextFonts());
const measure = new Measure(typeface);
const tools = { cache: new Cache(useTemporaryFolder()), typeface, speech: ENGLISH };
/** Where a graph's text stands in its post. */
const START = { file: "posts/post.md", line: 10 };
await loadGraphviz();

function graph(text: string, given = tools) {
  const result = drawDot(text, START, given);
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join("\n"));
  return result.value;
}

const wordsOf = (text: string) => placedWords(graph(text).svg, measure).map(({ text }) => text);

describe("Graphviz", () => {
  it("is loaded where a text has a graph, and nowhere else", async () => {
    // Modules of their own: the others of this process have it loaded.
    vi.resetModules();
    const { readyToDraw } = await import("../../src/pictures/draw.ts");
    const { layoutsOfGraphviz: known } = await import("../../src/pictures/graphviz/engine.ts");
    await readyToDraw(["# No graph\n\n```sql\nSELECT 1\n```", "```gv\ngraph { a }\n```"]);
    expect(known()).toEqual([]);
    await readyToDraw(["Text", '```dot title="x"\ndigraph { a }\n```']);
    expect(known()).toContain("dot");
  });
});

describe("a graph of any content", () => {
  const WORD = fc.constantFrom(..."row lock R&D b5>3 so,#1 a;b Łódź x=y f(x) 100% naïve → v1.2".split(" "));
  const words = fc.array(WORD, { minLength: 1, maxLength: 4 }).map((list) => list.join(" "));
  const quoted = (text: string) => `"${text.replace(/&/g, "&amp;").replace(/"/g, '\\"')}"`;
  const model = fc.record({
    shapes: fc.array(fc.constantFrom("box", "ellipse", "cylinder", "note", "hexagon", "record"), {
      minLength: 7,
      maxLength: 7,
    }),
    nodes: fc.uniqueArray(words, { minLength: 1, maxLength: 7 }),
    edges: fc.array(fc.tuple(fc.nat(), fc.nat(), fc.option(words)), { maxLength: 9 }),
    layout: fc.constantFrom("dot", "dot", "neato", "circo"),
    rankdir: fc.constantFrom("TB", "LR"),
  });

  it("has every word, and nothing but shapes and words in the page's colours", () => {
    fc.assert(
      fc.property(model, ({ nodes, edges, shapes, layout, rankdir }) => {
        const isRecord = (index: number) => shapes[index] === "record";
        const lines = nodes.map((name, index) => {
          const label = isRecord(index) ? name.replace(/[<>|{}]/g, "") : name;
          return `n${index} [label=${quoted(label)}, shape=${shapes[index]}]`;
        });
        const arrows = edges.map(([from, to, label], index) => {
          const ends = `n${from % nodes.length} -> n${to % nodes.length}`;
          return label ? `${ends} [label=${quoted(`${index} ${label}`)}]` : ends;
        });
        const { svg } = graph(
          `digraph {\nlayout=${layout}; rankdir=${rankdir}\n${[...lines, ...arrows].join("\n")}\n}`,
        );
        const asked = [
          ...nodes.map((name, index) => (isRecord(index) ? name.replace(/[<>|{}]/g, "") : name)),
          ...edges.flatMap(([, , label], index) => (label ? [`${index} ${label}`] : [])),
        ];
        const found = placedWords(svg, measure).map(({ text }) => text);
        expect(found.toSorted()).toEqual(asked.toSorted());
        const elements = elementsOf(svg);
        expect(elements.filter(({ name }) => !/^(svg|path|text)$/.test(name))).toEqual([]);
        const attributes = elements.flatMap((element) => Object.entries(element.attributes));
        const colours = attributes.filter(([name]) => name === "fill" || name === "stroke").map(([, value]) => value);
        expect(colours.filter((value) => !/^(none|var\(--(ink|quiet|paper)\))$/.test(value))).toEqual([]);
        expect(svg).not.toMatch(/NaN|Infinity|undefined/);
        // Others may run into one another: that is what they are for.
        if (layout === "dot") expect(unreadable(svg, measure)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it("is the same drawing each time", () => {
    for (const layout of layoutsOfGraphviz()) {
      const text = `graph { layout=${layout}; a -- b -- c -- a; c -- d [label=x]; subgraph cluster_x { e -- f } }`;
      const [one, other] = [tools, { ...tools, cache: new Cache(useTemporaryFolder()) }].map((each) =>
        drawDot(text, START, each),
      );
      expect(one).toEqual(other);
    }
  });

  it("never throws, and says what it can't draw", () => {
    const piece = fc.constantFrom(
      ...'digraph graph subgraph cluster_a { } { } a b "c d" -> -- [ ] = label shape record style rank same ; , : " < > | \\ # // /* layout neato \u0000 5 -.5 + strict node edge'.split(
        " ",
      ),
      "\n",
    );
    const text = fc.oneof(
      fc.array(piece, { maxLength: 30 }).map((parts) => parts.join(" ")),
      fc.array(piece, { maxLength: 15 }).map((parts) => `digraph {\n a -> b\n${parts.join(" ")}\n}`),
      fc.string(),
    );
    fc.assert(
      fc.property(text, (written) => {
        const result = drawDot(written, START, tools);
        expect(result.ok || result.problems.every(({ message, line }) => message && (line ?? 0) >= START.line)).toBe(
          true,
        );
      }),
      { numRuns: 200 },
    );
  });
});

describe("a graph's", () => {
  it("words stand in the lines and at the sides that they are given", () => {
    const words = placedWords(graph('digraph { a [label="one\\lthe longest line\\rthree\\l"] }').svg, measure);
    expect(words.map(({ text }) => text)).toEqual(["one", "the longest line", "three"]);
    expect(words[0]?.left).toBeCloseTo(words[2]?.left ?? 0, 0);
  });

  it("groups, ranks, ports and both ends of an arrow are drawn", () => {
    expect(
      wordsOf(
        "digraph { subgraph cluster_a { label=G; a } a -> b [headlabel=h, taillabel=t, label=m] { rank=same; c; b } }",
      ).toSorted(),
    ).toEqual(["G", "a", "b", "c", "h", "m", "t"]);
  });

  it("hidden parts keep their place and are not drawn", () => {
    const { svg } = graph("digraph { a -> b [style=invis] }");
    expect(svg.match(/<path/g)?.length).toBe(2);
  });

  it("arrows are what is heard", () => {
    expect(graph('digraph { a -> b [label=x]; b [label="B b"] }').spoken).toBe("a → B b (x)");
    expect(graph("graph { a -- b }").spoken).toBe("a – b");
  });
});

describe("what can't be drawn", () => {
  it.each([
    ["", 0, "is empty"],
    ["digraph {\n}", 0, "shows nothing"],
    ["digraph {\n a -> b\n b -> [x]\n}", 2, "can't be read near '['"],
    ["graph {\n a -> b\n}", 1, "can't be read near '->'"],
    ["digraph {\n a\n}\ndigraph { b }", 3, "a second graph"],
    ["digraph {\n a [label=<b<i>x</i>>]\n}", 1, "an HTML-like label"],
    ["digraph {\n a [shape=bxo]\n}", 1, "unknown shape bxo"],
    ["digraph {\n a [lable=x]\n}", 1, 'the attribute "lable"'],
    ["digraph {\n node [fillcolor=red]\n a\n}", 1, "sets fillcolor"],
    ["digraph {\n a [style=filled]\n}", 1, 'the style "filled"'],
    ['digraph {\n a [URL="https://example.org"]\n}', 1, "has URL"],
    ['digraph {\n a [image="x.png"]\n}', 1, "has image"],
    ['digraph {\n a [pos="1,2!"]\n}', 1, "has pos"],
    ['digraph {\n label="A title"\n a\n}', 1, "a title of its own"],
    ['digraph {\n graph [label="A title"]\n a\n}', 1, "a title of its own"],
    ['digraph {\n a [label="C:\\\\temp"]\n}', 1, "a backslash in its words"],
    ["digraph {\n layout=sfdp\n a\n}", 1, 'the layout "sfdp"'],
    ["digraph {\n layout=dto\n a\n}", 1, 'the layout "dto"'],
    ["digraph {\n // a remark\n a [label=x] /* more\n of it */ b [xlabel=y]\n}", 3, "has xlabel"],
    ["digraph {\n a -> b [arrowhead=nromal]\n}", 1, "nromal"],
    ["digraph {\n a\n 2026-01 -> b\n}", 2, "has 2026-01, which is two names for Graphviz: 2026 and -01"],
    ["digraph {\n v16.4 -> v17\n}", 1, "has v16.4, which is two names for Graphviz: v16 and .4"],
    ["digraph {\n a [label=v1.5]\n}", 1, "has v1.5, which is two names"],
  ])("is named with its line: %j", (text, line, says) => {
    const result = drawDot(text, START, tools);
    const [first] = result.ok ? [] : result.problems;
    expect([first?.message, first?.line]).toEqual([expect.stringContaining(says), START.line + line]);
  });

  it("is no name in quotes, no number, and nothing with a sign between", () => {
    const text = 'digraph { "2026-01" -> "v16.4"; 1.5 -> -.5; 2 -> 3; a -> b [weight=2.5 minlen=1,label="x-1"] }';
    const { problems = [] } = { problems: undefined, ...drawDot(text, START, tools) };
    expect(problems).toEqual([]);
  });

  it("is what asks for many arrows in few words, before anything is laid out", () => {
    const names = Array.from({ length: 200 }, (_, index) => `n${index}`).join(" ");
    const result = drawDot(`digraph { {${names}} -> {${names}} }`, START, tools);
    expect(!result.ok && result.problems[0]?.message).toBe("has 40000 arrows, and 500 are drawn");
  });

  it("is what has groups in groups beyond all measure", () => {
    const result = drawDot(`digraph { ${"{".repeat(20_000)}`, START, tools);
    expect(!result.ok && result.problems[0]?.message).toBe("has braces in braces beyond all measure");
  });

  it.each([
    ["digraph { a [lable=x] }", 'did you mean "label"?'],
    ["digraph { layout=naeto; a }", 'did you mean "neato"?'],
  ])("has the nearest that can: %j", (text, hint) => {
    const result = drawDot(text, START, tools);
    expect(!result.ok && result.problems[0]?.hint).toBe(hint);
  });
});
