/** Diagrams: nothing that runs, loads or styles comes of any text, and a text that can't be drawn whole is a fault. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Cache } from "../../src/pictures/cache.ts";
import { drawDiagram } from "../../src/pictures/diagrams.ts";
import { Typeface } from "../../src/pictures/typeface.ts";
import { readTextFont } from "../../src/theme/assets.ts";
import { elementsOf } from "../support/elements.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";

const typeface = new Typeface(await readTextFont());
const tools = { cache: new Cache(useTemporaryFolder()), typeface };

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
  (text) => text,
];
const source = fc.tuple(fc.constantFrom(...TEMPLATES), label).map(([template, text]) => template(text));

/** Where a diagram's text begins. */
const AT = { file: "posts/x.md", line: 10 };

const DRAWN = /^(svg|g|defs|marker|path|rect|circle|ellipse|line|polyline|polygon|text|tspan)$/;

describe("a diagram of any text", () => {
  it("is drawn with shapes and words alone, in the page's colours, or is a fault", () => {
    fc.assert(
      fc.property(source, (text) => {
        const drawn = drawDiagram(text, AT, tools);
        if (!drawn.ok) {
          expect(drawn.problems.length).toBeGreaterThan(0);
          return;
        }
        const elements = elementsOf(drawn.value.svg("d1"));
        expect(elements.filter(({ name }) => !DRAWN.test(name))).toEqual([]);
        const attributes = elements.flatMap((element) => Object.entries(element.attributes));
        expect(attributes.filter(([name]) => /^(on|style|class|data-)|href|src/i.test(name))).toEqual([]);
        const colours = attributes.filter(([name]) => name === "fill" || name === "stroke").map(([, value]) => value);
        expect(colours.filter((value) => !/^(none|var\(--(ink|quiet|paper)\))$/.test(value))).toEqual([]);
        const addresses = attributes.filter(([, value]) => /url\(|:\/\//.test(value)).map(([, value]) => value);
        expect(addresses.filter((value) => !/^url\(#d1-[\w-]+\)$/.test(value))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

describe("a drawing", () => {
  const text = "flowchart TD\n a[One] --> b[Two]";

  it("is the same when it is drawn anew", () => {
    const [first, second] = [tools, { cache: new Cache(useTemporaryFolder()), typeface }].map((each) =>
      drawDiagram(text, AT, each),
    );
    expect(svgOf(first)).toBe(svgOf(second));
  });

  it("has ids of its own in each place of a page", () => {
    const drawn = drawDiagram(text, AT, tools);
    const ids = (prefix: string) =>
      drawn.ok ? elementsOf(drawn.value.svg(prefix)).flatMap(({ attributes }) => attributes["id"] ?? []) : [];
    expect(ids("one").length).toBeGreaterThan(0);
    expect(ids("one").filter((id) => ids("two").includes(id))).toEqual([]);
  });

  it("has every word of its text", () => {
    expect(svgOf(drawDiagram("flowchart TD\n a[One word] -->|and one| b[(Two)]", AT, tools))).toMatch(
      /(?=.*>One word<)(?=.*>and one<)(?=.*>Two<)/s,
    );
  });
});

describe("a line that the drawing would leave out", () => {
  it.each([
    ["flowchart TD\n a -->", 1],
    ["flowchart TD\n a --> b\n c[open --> d", 2],
    ["flowchart TD\n a --> b --x c", 1],
    ["flowchart TD\n end", 1],
    ["flowchart XX\n a --> b", 0],
    ["stateDiagram-v2\n a -> b", 1],
    ["stateDiagram-v2\n state s {\n a --> b", 1],
    ["sequenceDiagram\n A->B->C", 1],
    ["sequenceDiagram\n autonumber\n A->>B: x", 1],
    ["pie\n a: 1", 0],
  ])("is named: %j", (text, line) => {
    const drawn = drawDiagram(text, AT, tools);
    expect(!drawn.ok && drawn.problems.map((problem) => (problem.line ?? 0) - AT.line)).toEqual([line]);
  });
});

function svgOf(drawn: ReturnType<typeof drawDiagram> | undefined): string {
  return drawn?.ok ? drawn.value.svg("d") : "not drawn";
}
