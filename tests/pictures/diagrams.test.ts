/** Diagrams: nothing that runs, loads or styles comes of any text, and a text that can't be drawn whole is a fault. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ENGLISH } from "../../src/content/words/words.ts";
import { Cache } from "../../src/pictures/cache.ts";
import { drawDiagram } from "../../src/pictures/diagrams.ts";
import { Typeface } from "../../src/pictures/typeface.ts";
import { readTextFonts } from "../../src/theme/assets.ts";
import { elementsOf } from "../support/elements.ts";
import { readXml } from "../support/strict-xml.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";

const typeface = new Typeface(await readTextFonts());
/** Where a diagram stands in its post. */
const START = { file: "posts/post.md", line: 10 };
const tools = { cache: new Cache(useTemporaryFolder()), typeface, speech: ENGLISH };

const HOSTILE = [
  ..."<script>alert(1)</script> <img/src=x/onerror=alert(1)> </text></svg><style> &lt;script&gt; ]]> <!-- url(//x.example)".split(
    " ",
  ),
  ..."' & ` \\ ; : # %% --> ::: {{x}} <b>bold</b> <br> \u0000 \ud800 javascript:alert(1) @import".split(" "),
];
const label = fc
  .array(fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ maxLength: 6 })), { minLength: 1, maxLength: 4 })
  .map((parts) => parts.join(" ").replace(/["\n\r]/g, ""));
const TEMPLATES: ((text: string) => string)[] = [
  (text) => `flowchart TD\n a["${text}"] -->|${text}| b\n subgraph s [${text}]\n c\n end`,
  (text) => `stateDiagram-v2\n a : ${text}\n a --> b : ${text}`,
  (text) =>
    `sequenceDiagram\n participant A as ${text}\n A->>B: ${text}\n Note over A: ${text}\n loop ${text}\n B-->>A: x\n end`,
  (text) => `pie showData\n "${text}" : 3\n "b" : 2.5`,
  (text) => `timeline\n section ${text}\n 2002 : ${text} : ${text}\n ${text} : x`,
  (text) => `gantt\n section ${text}\n ${text} : a, 2024-01-01, 3d\n b : ${text}, 2d`,
  (text) => `gitGraph\n commit id: "${text}" tag: "${text}"\n branch "${text}"\n commit "${text}"`,
  (text) => text,
];
const source = fc.tuple(fc.constantFrom(...TEMPLATES), label).map(([template, text]) => template(text));

describe("a diagram of any text", () => {
  it("is drawn with shapes and words alone, in the page's colours, or has a problem", () => {
    fc.assert(
      fc.property(source, (text) => {
        const drawn = drawDiagram(text, START, tools);
        if (!drawn.ok) {
          expect(drawn.problems.length).toBeGreaterThan(0);
          return;
        }
        const elements = elementsOf(drawn.value.svg);
        expect(elements.filter(({ name }) => !/^(svg|path|text)$/.test(name))).toEqual([]);
        const attributes = elements.flatMap((element) => Object.entries(element.attributes));
        expect(attributes.filter(([name]) => /^(on|style|class|id|data-)|href|src/i.test(name))).toEqual([]);
        const colours = attributes.filter(([name]) => name === "fill" || name === "stroke").map(([, value]) => value);
        expect(colours.filter((value) => !/^(none|var\(--(ink|quiet|paper|rule|wash|accent)\))$/.test(value))).toEqual(
          [],
        );
        expect(
          attributes.filter(([name, value]) => name !== "xmlns" && /url\(|:\/\/|NaN|Infinity/.test(value)),
        ).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it("never takes as long as a reader would wait, and never throws, whatever stands in it", () => {
    const headers =
      "flowchart TD,stateDiagram-v2,sequenceDiagram,classDiagram,erDiagram,pie,timeline,gantt,gitGraph,gitGraph LR:".split(
        ",",
      );
    const signs =
      '"a" : 3 2024-01-01, 3d after until done, crit, section excludes weekends monday commit branch merge checkout cherry-pick id: tag: type: REVERSE a b --> --- -.-> ==> ->> ||--o{ <|-- | " [ ] ( ) { } ; & subgraph class end #quot; %% : <br> note state x o - = . ~';
    const pieces = fc.constantFrom(...signs.split(" "), "\n", "\n", "\n");
    fc.assert(
      fc.property(fc.constantFrom(...headers), fc.array(pieces, { maxLength: 30 }), (header, parts) => {
        const drawn = drawDiagram(`${header}\n${parts.join(" ")}`, START, tools);
        expect(drawn.ok || drawn.problems.every(({ message }) => message)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe("a drawing", () => {
  it("is the same when it is drawn anew", () => {
    const text = "flowchart TD\n a[One] --> b[Two]";
    const [first, second] = [tools, { ...tools, cache: new Cache(useTemporaryFolder()) }].map((each) =>
      drawDiagram(text, START, each),
    );
    expect(first).toEqual(second);
  });

  it("is SVG where a page is read as XML, too", () => {
    const drawn = drawDiagram('flowchart TD\n a["R&D <1>"] --> b', START, tools);
    const svg = drawn.ok ? drawn.value.svg : "";
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" /);
    expect(() => readXml(svg)).not.toThrow();
  });
});

describe("a line that the drawing would leave out", () => {
  it.each([
    ["", 0, "is empty"],
    ["flowchart TD", 0, "shows nothing"],
    ["flowchart LR\n a -> b", 1, 'can\'t be read from "-> b" on'],
    ["mindmap\n a", 0, 'begins with "mindmap", which is no diagram that is drawn here'],
    ["pie\n a: 1", 1, "no slice"],
    ['pie\n "a" : 1e3', 1, "no number"],
    ['pie\n "a" : -1', 1, "smaller than nothing"],
    ['pie\n "a" : 1\n "a" : 2', 2, "a second slice"],
    ['pie\n "a" : 0', 0, "no slice larger than 0"],
    ['pie\n "a\\"b" : 1', 1, "no slice"],
    ['pie title Mine\n "a" : 1', 0, "a title of its own"],
    ["pie", 0, "shows nothing"],
    ["timeline RL\n 2002 : x", 0, "no diagram that is drawn here"],
    ["timeline\n title x\n 2002 : x", 1, "a title of its own"],
    ["timeline\n 2002:x", 1, "a colon without a space"],
    ["timeline\n 2002 #1 : x", 1, "a # in a period"],
    ["timeline\n 2002 : a : : b", 1, "an event without words"],
    ["timeline\n 2002 :", 1, "an event without words"],
    ["timeline\n : x", 1, "an event before the first period"],
    ["timeline\n section\n 2002 : x", 1, "a section without a name"],
    ["timeline\n section A : b\n 2002 : x", 1, "a section with events"],
    ["gantt\n a 2024-01-01, 3d", 1, "no line of a Gantt chart"],
    ["gantt\n a : 3d", 1, "begins nowhere"],
    ["gantt\n a : 2024-13-01, 3d", 1, "no date"],
    ["gantt\n a : 2024-02-30, 3d", 1, "no date"],
    ["gantt\n a : x, 2024-01-01, 5 days", 1, "no date"],
    ["gantt\n a : 2024-01-01, 1.5d", 1, "rounds to whole days"],
    ["gantt\n a : 2024-01-01, 3d\n b : after x, 3d", 2, "no task"],
    ["gantt\n a : a, 2024-01-01, until b\n b : b, after a, 3d", 2, "wait for one another"],
    ["gantt\n a : a b, 2024-01-01, 3d", 1, "name can't be read"],
    ["gantt\n a : a, b, 2024-01-01, 3d", 1, "a task that can't be read"],
    ["gantt\n a : a, 2024-01-01, 3d, x", 1, "a task that can't be read"],
    ["gantt\n a : a, 2024-01-01, 3d\n b : a, 3d", 2, "no date"],
    ["gantt\n a : a, 2024-01-01, 3d\n b : a, 2024-01-01, 3d", 2, "a second task"],
    ["gantt\n a : 2024-01-05, 2024-01-01", 1, "ends before it begins"],
    ["gantt\n a : 2024-01-01, 3d # soon", 1, "a # behind which"],
    ["gantt\n dateFormat Do MMM\n a : 1st Jan, 3d", 1, "dates like"],
    ["gantt\n axisFormat %q\n a : 2024-01-01, 3d", 1, "%q"],
    ["gantt\n tickInterval fortnight\n a : 2024-01-01, 3d", 1, "ticks every"],
    ["gantt\n excludes mondy\n a : 2024-01-01, 3d", 1, "no day"],
    ["gantt\n excludes monday tuesday wednesday thursday friday weekends\n a : 2024-01-01, 3d", 2, "never ends"],
    ["gantt\n todayMarker stroke-width:5px\n a : 2024-01-01, 3d", 1, "today"],
    ['gantt\n a : x, 2024-01-01, 3d\n click x href "https://example.org"', 2, "a link"],
    ["gantt", 0, "shows nothing"],
    ["gitGraph TB\n commit", 0, "no command of a git graph"],
    ["gitGraph\n comit", 1, "no command of a git graph"],
    ["gitGraph\n reset x", 1, "no command of a git graph"],
    ["gitGraph\n commit type: ODD", 1, 'the type "ODD"'],
    ["gitGraph\n commit size: 3", 1, 'has "size: 3" behind commit'],
    ['gitGraph\n commit id: "a" id: "b"', 1, "says id twice"],
    ['gitGraph\n commit id: "a"\n commit id: "a"', 2, "a second commit"],
    ["gitGraph\n branch x", 1, "nothing is committed yet"],
    ["gitGraph\n commit\n branch x\n branch x", 3, "a second branch"],
    ["gitGraph\n commit\n branch commit", 2, "without a branch's name"],
    ["gitGraph\n commit\n checkout develop", 2, "no branch yet"],
    ["gitGraph\n commit\n merge main", 2, "into itself"],
    ["gitGraph\n commit\n branch x\n checkout main\n merge x", 4, "no commit of its own"],
    ['gitGraph\n commit\n cherry-pick id: "x"', 2, "no commit"],
    ['gitGraph\n commit id: "x"\n cherry-pick id: "x"', 2, 'on "main" already'],
    ["flowchart XX\n a --> b", 0, 'begins with "flowchart XX"'],
    ["flowchart TD\n a -->", 1, "leads nowhere"],
    ["flowchart TD\n a --> b\n c[open --> d", 2, "words that can't be read"],
    ["flowchart TD\n a[f(x)]", 1, "words that can't be read"],
    ["flowchart TD\n a --> b --x c y", 1, 'from "y" on'],
    ["flowchart TD\n end", 1, "closes a subgraph"],
    ["flowchart TD\n subgraph x\n a", 1, "opens a subgraph that never ends"],
    ["flowchart TD\n a --> end", 1, 'uses "end" as a name'],
    ["flowchart TD\n A&B --> c", 1, 'from "&B --> c" on'],
    ["flowchart TD\n a <-- x --- b", 1, "two ends differ"],
    ["flowchart TD\n a[One]\n b --> a[Two]", 2, 'says of "a" first "One" and then "Two"'],
    ["flowchart TD\n a@{ shape: cyl }", 1, 'from "@{ shape: cyl }" on'],
    ["flowchart TD\n a e1@--> b", 1, 'from "e1@--> b" on'],
    ["flowchart TD\n a:::big --> b", 1, "gives a node a class"],
    ["flowchart TD\n a --> b\n style a fill:#f00", 2, 'says "style a fill:#f00"'],
    ["flowchart TD\n a --> b\n classDef x fill:red;", 2, "classDef"],
    ["flowchart TD\n a --> b\n linkStyle 0 stroke:red", 2, "linkStyle"],
    ['flowchart TD\n a --> b\n click a "https://example.org"', 2, "click"],
    ["flowchart TD\n direction LR\n a", 1, "outside of a subgraph"],
    ["flowchart TD\n a[<b>x</b>]", 1, "markup"],
    ["flowchart TD\n a[fa:fa-car Car]", 1, "an icon"],
    ['flowchart TD\n a["$$x^2$$"]', 1, "a formula"],
    ['flowchart TD\n a["`**bold**`"]', 1, "emphasis"],
    ["flowchart TD\n a[one\\ntwo]", 1, "\\n"],
    ["flowchart TD\n a[caf&eacute;]", 1, "&eacute;"],
    ["%%{init: {'theme': 'dark'}}%%\nflowchart TD\n a", 0, "sets how diagrams look"],
    ["---\ntitle: A title\n---\nflowchart TD\n a", 1, "a title of its own"],
    ["---\nconfig:\n  theme: dark\n---\nflowchart TD\n a", 1, "sets how diagrams look"],
    ["stateDiagram-v2\n a -> b", 1, "no line of a state diagram"],
    ["stateDiagram-v2\n state s {\n a --> b", 1, "never ends"],
    ["stateDiagram-v2\n state s {\n a\n --\n b\n }", 3, "regions"],
    ["stateDiagram-v2\n a : x; y", 1, "semicolon"],
    ["stateDiagram-v2\n note right of a : x", undefined, ""],
    ["stateDiagram-v2\n note right of a", 1, "note that never ends"],
    ["sequenceDiagram\n A->B->C", 1, "no line of a sequence diagram"],
    ["sequenceDiagram\n A->>B", 1, "no line of a sequence diagram"],
    ["sequenceDiagram\n A->>B: one; two", 1, "a ;"],
    ["sequenceDiagram\n A->>B: issue #5", 1, "a #"],
    ["sequenceDiagram\n loop x\n A->>B: y", 1, "never ends"],
    ["sequenceDiagram\n A->>B: y\n end", 2, "closes a block"],
    ["sequenceDiagram\n loop x\n else y\n end", 2, '"else"'],
    ["sequenceDiagram\n A->>B: x\n deactivate B", 2, "ends an activation"],
    ["sequenceDiagram\n box red x\n participant A\n end", 1, "box"],
    ["sequenceDiagram\n create participant A", 1, "creates"],
    ["sequenceDiagram\n rect rgb(0,0,0)\n A->>B: x\n end", 1, "colour"],
    ["sequenceDiagram\n title: x\n A->>B: x", 1, "title"],
    ["erDiagram\n a one to many b : x", 1, "no line of an entity diagram"],
    ["erDiagram\n a ||--x b : x", 1, "no line of an entity diagram"],
    ["erDiagram\n a {\n id\n }", 2, "an attribute that can't be read"],
    ["erDiagram\n a {\n int id", 1, "opens an entity that never ends"],
    ["classDiagram\n A <|-- ", 1, "no line of a class diagram"],
    ["classDiagram\n class A {\n int x", 1, "never ends"],
    ["classDiagram\n A:::big --> B", 1, "gives a class a look"],
    ["classDiagram\n A ()-- B", 1, "A ()-- B"],
    ['classDiagram\n click A href "https://example.org"', 1, "click"],
    ["flowChart TD\n a --> b", 0, 'begins with "flowChart TD"'],
  ])("is named, with what it has: %j", (text, line, says) => {
    const drawn = drawDiagram(text, START, tools);
    const [first] = drawn.ok ? [] : drawn.problems;
    expect(first?.line).toBe(line === undefined ? undefined : START.line + line);
    expect(first?.message ?? "").toContain(says);
  });

  it("is the one that has more arrows than can be read, also where few words ask for many", () => {
    const names = Array.from({ length: 1000 }, (_, index) => `n${index}`).join(" & ");
    for (const text of [`flowchart TD\n${names} --> ${names}`, `erDiagram\n${"a ||--|| b\n".repeat(501)}`]) {
      const drawn = drawDiagram(text, START, tools);
      expect(!drawn.ok && drawn.problems.map(({ message }) => message)).toEqual([
        "has the arrow that is one more than 500",
      ]);
    }
  });

  it("says how arrows are written", () => {
    const drawn = drawDiagram("flowchart LR\n a -> b", START, tools);
    expect(!drawn.ok && drawn.problems).toMatchObject([{ hint: "write an arrow as -->" }]);
  });

  it("and every other is named in the same run", () => {
    const drawn = drawDiagram("flowchart TD\n a --> ;\n b --> c\n style x y\n d[ --> e", START, tools);
    expect(!drawn.ok && drawn.problems).toMatchObject(
      [1, 3, 4].map((line) => ({ file: START.file, line: START.line + line })),
    );
  });
});
