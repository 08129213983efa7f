/** A drawing is held against its text: every node, arrow and word of the one is in the other, however it is spelled. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Drawing } from "../../src/content/drawing.ts";
import { ENGLISH } from "../../src/content/words/words.ts";
import { Cache } from "../../src/pictures/cache.ts";
import { drawDiagram } from "../../src/pictures/diagrams.ts";
import { Typeface } from "../../src/pictures/typeface.ts";
import { readTextFonts } from "../../src/theme/assets.ts";
import { flowchart, sequence, spellFlowchart, spellSequence } from "../support/random-diagram.ts";
import { readDrawing } from "../support/read-drawing.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";

const tools = {
  cache: new Cache(useTemporaryFolder()),
  typeface: new Typeface(await readTextFonts()),
  speech: ENGLISH,
};
const choices = fc.infiniteStream(fc.nat());

describe("a flowchart of any content", () => {
  it("has every node and every arrow, from where to where, of its kind, with its ends", () => {
    fc.assert(
      fc.property(flowchart, choices, (model, stream) => {
        const drawing = readDrawing(drawn(spellFlowchart(model, chooser(stream))).svg);
        expect([...drawing.boxes.keys()].toSorted()).toEqual(model.nodes.map(({ words }) => words).toSorted());
        const wordsOf = (id: string) => model.nodes.find((node) => node.id === id)?.words ?? "";
        const asked = model.edges.map(({ from, to, stroke, tail, head }) => ({
          from: wordsOf(from),
          to: wordsOf(to),
          stroke,
          tail,
          head,
        }));
        const found = drawing.arrows.map(({ from, to, stroke, tail, head }) => ({ from, to, stroke, tail, head }));
        expect(sorted(found)).toEqual(sorted(asked));
      }),
      { numRuns: 80 },
    );
  });

  it("has the words of each arrow on that arrow", () => {
    fc.assert(
      fc.property(flowchart, choices, (model, stream) => {
        const { labels, arrows } = readDrawing(drawn(spellFlowchart(model, chooser(stream))).svg);
        const asked = model.edges.filter(({ words }) => words);
        const onArrows = labels.filter(({ words }) => words !== "the group");
        expect(onArrows.map(({ words }) => words).toSorted()).toEqual(asked.map(({ words }) => words).toSorted());
        for (const { words, box } of onArrows) {
          const edge = model.edges.find((each) => each.words === words);
          const ends = [edge?.from, edge?.to].map((id) => model.nodes.find((node) => node.id === id)?.words);
          const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
          const near = arrows.filter(
            ({ points }) => distanceTo(points, middle) < Math.max(box.width, box.height) / 2 + 6,
          );
          expect(near.map(({ from, to }) => [from, to])).toContainEqual(ends);
        }
      }),
      { numRuns: 50 },
    );
  });

  it("is the same drawing however it is spelled", () => {
    fc.assert(
      fc.property(flowchart, choices, choices, (model, one, other) => {
        const [first, second] = [one, other].map((stream) => {
          const text = spellFlowchart(model, chooser(stream));
          return drawn(text.replace(/^(graph|flowchart) (TD|TB)/, "flowchart TB")).svg;
        });
        expect(first).toBe(second);
      }),
      { numRuns: 50 },
    );
  });

  it("has no box over another, and nothing beyond its sheet", () => {
    fc.assert(
      fc.property(flowchart, choices, (model, stream) => {
        const { svg } = drawn(spellFlowchart(model, chooser(stream)));
        const boxes = [...readDrawing(svg).boxes.values()];
        const overlaps = boxes.flatMap((one, index) =>
          boxes.slice(index + 1).filter((other) => {
            const [x, y] = [Math.abs(one.x - other.x), Math.abs(one.y - other.y)];
            return x < (one.x < other.x ? one.width : other.width) && y < (one.y < other.y ? one.height : other.height);
          }),
        );
        expect(overlaps).toEqual([]);
        const [left = 0, top = 0, width = 0, height = 0] = (/viewBox="([^"]*)"/.exec(svg)?.[1] ?? "")
          .split(" ")
          .map(Number);
        const outside = boxes.filter(
          (box) => box.x < left || box.y < top || box.x + box.width > left + width || box.y + box.height > top + height,
        );
        expect(outside).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });
});

describe("the arrows of a flowchart of any content", () => {
  it("run apart: no two have a stretch of one line", () => {
    fc.assert(
      fc.property(flowchart, choices, (model, stream) => {
        const { arrows } = readDrawing(drawn(spellFlowchart(model, chooser(stream))).svg);
        const shared = arrows.flatMap((one, index) =>
          arrows.slice(index + 1).filter((other) => sharedLength(one.points, other.points) > 1),
        );
        expect(shared).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});

/** How long two lines of level and upright pieces run within two units of one another. */
function sharedLength(one: Place[], other: Place[]): number {
  const pieces = (points: Place[]) => points.slice(1).map((to, index) => [points[index] ?? to, to] as const);
  const lengths = pieces(one).flatMap(([a, b]) =>
    pieces(other).flatMap(([c, d]) => [sharedAlong("x", "y", a, b, c, d), sharedAlong("y", "x", a, b, c, d)]),
  );
  return Math.max(0, ...lengths);
}

type Place = { x: number; y: number };

function sharedAlong(along: "x" | "y", across: "x" | "y", a: Place, b: Place, c: Place, d: Place): number {
  const places = [a, b, c, d].map((point) => point[across]);
  if (Math.max(...places) - Math.min(...places) > 2) return 0;
  const from = Math.max(Math.min(a[along], b[along]), Math.min(c[along], d[along]));
  return Math.min(Math.max(a[along], b[along]), Math.max(c[along], d[along])) - from;
}

describe("a sequence diagram of any content", () => {
  it("has every participant, message and note in its order, and arrows of their kinds", () => {
    fc.assert(
      fc.property(sequence, choices, (model, stream) => {
        const { svg } = drawn(spellSequence(model, chooser(stream)));
        const { words } = readDrawing(svg);
        const asked = [...model.participants, ...model.messages, ...model.notes].map(({ words }) => words);
        expect(words.toSorted()).toEqual(asked.toSorted());
        const count = (pattern: RegExp) => svg.match(pattern)?.length ?? 0;
        expect(count(/stroke-dasharray="5 3"/g)).toBe(model.messages.filter(({ dashed }) => dashed).length);
        expect(count(/Z" fill="var\(--quiet\)"/g)).toBe(model.messages.filter(({ head }) => head === "filled").length);
        expect(count(/stroke-width="1.4"/g)).toBe(model.messages.filter(({ head }) => head === "cross").length);
      }),
      { numRuns: 100 },
    );
  });
});

describe("every spelling that Mermaid's manual has", () => {
  const ARROW = { stroke: "solid", tail: "none", head: "arrow" };
  it.each([
    ["graph TD;\nA-->B;", [{ from: "A", to: "B", ...ARROW }]],
    [
      "graph TD\nA-->B-->C",
      [
        { from: "A", to: "B", ...ARROW },
        { from: "B", to: "C", ...ARROW },
      ],
    ],
    [
      "flowchart\nA --> B & C",
      [
        { from: "A", to: "B", ...ARROW },
        { from: "A", to: "C", ...ARROW },
      ],
    ],
    [
      "flowchart\na & b--> c",
      [
        { from: "a", to: "c", ...ARROW },
        { from: "b", to: "c", ...ARROW },
      ],
    ],
    [
      "graph LR; A --> B; B --> A",
      [
        { from: "A", to: "B", ...ARROW },
        { from: "B", to: "A", ...ARROW },
      ],
    ],
    ["flowchart LR\nA-- text -->B", [{ from: "A", to: "B", ...ARROW }]],
    ["flowchart LR\nA--text-->B", [{ from: "A", to: "B", ...ARROW }]],
    ["flowchart LR\nA-->|text|B", [{ from: "A", to: "B", ...ARROW }]],
    ["flowchart LR\nA---|text|B", [{ from: "A", to: "B", ...ARROW, head: "none" }]],
    ["flowchart LR\nA---B", [{ from: "A", to: "B", ...ARROW, head: "none" }]],
    ["flowchart LR\nA-.->B", [{ from: "A", to: "B", ...ARROW, stroke: "dotted" }]],
    ["flowchart LR\nA-. text .-> B", [{ from: "A", to: "B", ...ARROW, stroke: "dotted" }]],
    ["flowchart LR\nA-.-B", [{ from: "A", to: "B", stroke: "dotted", tail: "none", head: "none" }]],
    ["flowchart LR\nA==>B", [{ from: "A", to: "B", ...ARROW, stroke: "thick" }]],
    ["flowchart LR\nA == text ==> B", [{ from: "A", to: "B", ...ARROW, stroke: "thick" }]],
    ["flowchart LR\nA--oB", [{ from: "A", to: "B", ...ARROW, head: "circle" }]],
    ["flowchart LR\nA --x B", [{ from: "A", to: "B", ...ARROW, head: "cross" }]],
    ["flowchart LR\nA <--> B", [{ from: "A", to: "B", ...ARROW, tail: "arrow" }]],
    ["flowchart LR\nA o--o B", [{ from: "A", to: "B", ...ARROW, tail: "circle", head: "circle" }]],
    ["flowchart LR\nA x--x B", [{ from: "A", to: "B", ...ARROW, tail: "cross", head: "cross" }]],
    ["flowchart LR\nA ----> B", [{ from: "A", to: "B", ...ARROW }]],
    ["flowchart LR\nA -..-> B", [{ from: "A", to: "B", ...ARROW, stroke: "dotted" }]],
    ["flowchart LR\nA-->\n  B", [{ from: "A", to: "B", ...ARROW }]],
    ["flowchart LR\nA\n  --> B", [{ from: "A", to: "B", ...ARROW }]],
    ["flowchart LR\nä-ö.1-->Привет", [{ from: "ä-ö.1", to: "Привет", ...ARROW }]],
    ["flowchart LR\nA ~~~ B", []],
    ["flowchart TB\nsubgraph one\na1-->a2\nend", [{ from: "a1", to: "a2", ...ARROW }]],
    ["---\n---\nflowchart LR\n%% remark\nA-->A", [{ from: "A", to: "A", ...ARROW }]],
    ["stateDiagram-v2\ns1 --> s2", [{ from: "s1", to: "s2", ...ARROW }]],
    ["stateDiagram-v2\ns1-->s2", [{ from: "s1", to: "s2", ...ARROW }]],
    ["stateDiagram-v2\ndirection LR\ns1 --> s2: go", [{ from: "s1", to: "s2", ...ARROW }]],
  ])("%j", (text, arrows) => {
    const found = readDrawing(drawn(text).svg).arrows;
    expect(found.map(({ from, to, stroke, tail, head }) => ({ from, to, stroke, tail, head }))).toEqual(arrows);
  });
});

describe("the words of", () => {
  it.each([
    ['flowchart LR\nA["#quot;x#quot; #35; #59; &lt;b&gt; R&D &amp; #9829;"]', ['"x" # ; <b> R&D & ♥']],
    ["flowchart LR\nA[one<br>two<br/>three]", ["one", "two", "three"]],
    ['flowchart LR\nA["`one\ntwo`"]', ["one", "two"]],
    ["flowchart LR\nA[one] --- A", ["one"]],
    ["flowchart LR\nA --- A[later]", ["later"]],
    ["flowchart LR\nsubgraph Two words\nA\nend", ["Two words", "A"]],
    ['flowchart LR\nsubgraph x["f(x)"]\nA\nend\nx --> B', ["f(x)", "A", "B"]],
    ["stateDiagram-v2\ns1 : One\ns1 : Two", ["One", "Two"]],
    ['stateDiagram-v2\nstate "Some words" as s', ["Some words"]],
    ["stateDiagram-v2\nstate Big {\n[*] --> a\na --> [*]\n}\nBig --> b : out", ["Big", "out", "a", "b"]],
    ["stateDiagram-v2\na\nnote left of a\nfirst\nsecond\nend note", ["a", "first", "second"]],
    ["sequenceDiagram\nNote over A,B: first\nA->>B: then", ["first", "then", "A", "B"]],
    ["sequenceDiagram\nautonumber 5 2\nA->>B: x\nB->>A: y", ["5. x", "7. y", "A", "B"]],
    [
      "sequenceDiagram\nA->>B: x\nalt yes\nA->>B: 1\nelse no\nA->>B: 2\nend",
      ["x", "1", "2", "alt", "yes", "else", "no", "A", "B"],
    ],
    ["sequenceDiagram\nactor Jo as Jo Ann\nJo Ann 2-)Jo: hi", ["hi", "Jo Ann", "Jo Ann 2"]],
    ["sequenceDiagram\nparticipant A\nparticipant B", ["A", "B"]],
    ["erDiagram\na ||--o{ b : has", ["has", "a", "b"]],
    ['erDiagram\n"order line" }|..|{ b : "is of, at times"', ["is of, at times", "order line", "b"]],
    [
      'erDiagram\nc["A customer"] {\nbigint id PK, FK "its number"\nvarchar(20)[] tags\n}',
      ["A customer", "bigint", "id", "PK, FK", "its number", "varchar(20)[]", "tags"],
    ],
  ])("%j are all drawn", (text, words) => {
    expect(readDrawing(drawn(text).svg).words.toSorted()).toEqual(words.toSorted());
  });

  it("a title and a description for those who hear it are spoken", () => {
    const text = "flowchart LR\naccTitle: A title\naccDescr {\nmore\nwords\n}\nA --> B";
    expect(drawn(text).spoken).toBe("A title more words");
  });
});

describe("a shape", () => {
  const shapes = [
    "[x]",
    "(x)",
    "([x])",
    "[[x]]",
    "[(x)]",
    "((x))",
    "(((x)))",
    "{x}",
    "{{x}}",
    "[/x/]",
    "[\\x\\]",
    "[/x\\]",
    "[\\x/]",
    ">x]",
  ];

  it.each(shapes)("a%s is unlike every other", (shape) => {
    const outlines = shapes.map((each) => drawn(`flowchart LR\na${each}`).svg.replace(/<text.*?<\/text>/g, ""));
    expect(outlines.filter((outline) => outline === outlines[shapes.indexOf(shape)])).toHaveLength(1);
  });

  it.each(shapes)("a%s is met by its arrows", (shape) => {
    const { arrows, boxes } = readDrawing(drawn(`flowchart LR\nb --> a${shape} --> c`).svg);
    const box = boxes.get("x");
    for (const { points } of arrows) {
      const end = points.find(({ x }) => box && Math.abs(x - box.x - box.width / 2) < box.width / 2 + 8);
      expect(end).toBeDefined();
    }
  });
});

describe("a class diagram", () => {
  it.each([
    ["classDiagram\nAnimal <|-- Duck", ["Animal", "Duck"]],
    ['classDiagram\nCustomer "1" --> "*" Ticket : buys', ["Customer", "Ticket", "1", "*", "buys"]],
    ["classDiagram\nclass A {\n+int x\n+f(int y) bool\n}", ["A", "+int x", "+f(int y) : bool"]],
    ["classDiagram\nA : +g()$\nA : h()*", ["A", "+g() {static}", "h() {abstract}"]],
    ["classDiagram\nclass S~T~ {\nList~List~int~~ all\n}\nS --> B", ["S<T>", "List<List<int>> all", "B"]],
    [
      "classDiagram\nA : ~f(List~int~ x, Map~K, V~ y) List~String~",
      ["A", "~f(List<int> x, Map<K, V> y) : List<String>"],
    ],
    ["classDiagram\nclass I {\n<<interface>>\n}\n<<service>> J", ["«interface»", "I", "«service»", "J"]],
    ['classDiagram\nclass A["Some words"]\nnote for A "a note"\nnote "another"', ["Some words", "a note", "another"]],
    ["classDiagram\nnamespace N {\nclass A\nclass B\n}\nA--B", ["N", "A", "B"]],
    ["classDiagram\nclass `Two words`\nmy-app.Main ..> `Two words`", ["Two words", "my-app.Main"]],
  ])("%j has all of its words", (text, words) => {
    expect(readDrawing(drawn(text).svg).words.toSorted()).toEqual(words.toSorted());
  });

  it("has another end for each kind of relation", () => {
    const relations = ["<|--", "*--", "o--", "<--", "--", "<|..", "..", "..>", "--|>", "--*", "--o", "<-->", "<|--|>"];
    const drawings = relations.map((relation) => drawn(`classDiagram\nA ${relation} B`).svg);
    expect(new Set(drawings).size).toBe(relations.length);
    // An o beside a name is a letter of it.
    for (const relation of relations.filter((each) => !each.includes("o"))) {
      expect(drawn(`classDiagram\nA${relation}B`).svg).toBe(drawn(`classDiagram\nA ${relation} B`).svg);
    }
  });
});

describe("how many of an entity there are", () => {
  const ends = { "|o": "o|", "||": "||", "}o": "o{", "}|": "|{" };
  const marksOf = (relation: string) => {
    const paths = drawn(`erDiagram\na ${relation} b : x`).svg.match(/<path [^>]*>/g) ?? [];
    return (
      paths.filter((path) => !path.includes("Z")).length + 100 * paths.filter((path) => / 0 1 1 /.test(path)).length
    );
  };

  it("is drawn at both ends, differently for each", () => {
    const drawings = Object.entries(ends).map(([left, right]) => drawn(`erDiagram\na ${left}--${right} b : x`).svg);
    expect(new Set(drawings).size).toBe(4);
    // A line; then strokes and toes as outlines, and rings.
    expect(Object.entries(ends).map(([left, right]) => marksOf(`${left}--${right}`))).toEqual([203, 5, 203, 5]);
    expect(marksOf("||..o{")).toBe(marksOf("}o..||"));
  });

  it.each(Object.entries(ends))("%s and %s are the same at either end", (left, right) => {
    expect(marksOf(`${left}--||`)).toBe(marksOf(`||--${right}`));
  });
});

describe("a sequence diagram ends where its last step does", () => {
  it("without an empty band below", () => {
    const { svg } = drawn("sequenceDiagram\nA->>B: x");
    const [, , , height = 0] = (/viewBox="([^"]*)"/.exec(svg)?.[1] ?? "").split(" ").map(Number);
    const last = Math.max(...readDrawing(svg).arrows.flatMap(({ points }) => points.map(({ y }) => y)));
    expect(height - last).toBeLessThan(20);
  });
});

function drawn(text: string): Drawing {
  const drawn = drawDiagram(text, { file: "posts/post.md", line: 1 }, tools);
  if (!drawn.ok) throw new Error(`${text}\n${JSON.stringify(drawn.problems)}`);
  return drawn.value;
}

function chooser(stream: Iterator<number>): (choices: number) => number {
  return (choices) => (stream.next().value as number) % choices;
}

function sorted<T>(list: T[]): T[] {
  return list.toSorted((one, other) => JSON.stringify(one).localeCompare(JSON.stringify(other)));
}

function distanceTo(points: { x: number; y: number }[], { x, y }: { x: number; y: number }): number {
  const distances = points.slice(1).map((end, index) => {
    const start = points[index] ?? end;
    const [left, right] = [Math.min(start.x, end.x), Math.max(start.x, end.x)];
    const [top, bottom] = [Math.min(start.y, end.y), Math.max(start.y, end.y)];
    return Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom));
  });
  return Math.min(...distances);
}
