/**
 * `{#id .class}` on headings, figures and blocks, a setting of the site. Fixtures are `tests/fixtures/attributes/`: what each becomes on the
 * page, in feeds, and as `index.md`, and what is wrong with it.
 */
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type MarkdownSyntax, USUAL_SYNTAX } from "../../src/content/markdown-syntax.ts";
import { syntaxChanges } from "../../src/markdown/syntax-changes.ts";
import { attributeOf, elementsIn, parsePiece } from "../support/html.ts";
import { renderPost } from "../support/render-post.ts";
import { faultOf } from "../support/well-formed.ts";

const ON: MarkdownSyntax = { ...USUAL_SYNTAX, attributes: true };
const CLASSES = { theme: ["wide", "quiet", "plain"], engine: ["listing", "wide"] };

const render = (markdown: string) => renderPost(markdown, { syntax: ON, classes: CLASSES });
const read = (name: string) => readFileSync(`tests/fixtures/attributes/${name}`, "utf8");

describe("a block", () => {
  const { body, problems, advice } = render(read("blocks.md"));

  it("has the id and the classes that its author gave it", () => {
    // What a diagram looks like is tried elsewhere.
    expect(body.html.replace(/<svg[^>]*>.*<\/svg>/, "<svg></svg>")).toBe(read("blocks.html"));
    expect([...problems, ...advice]).toEqual([]);
    expect(faultOf(body.html)).toBeUndefined();
  });

  it("has neither in feeds", () => {
    expect(body.feedHtml).toBe(read("blocks.feed.html"));
    expect(body.feedHtml).not.toMatch(/\s(?:class|id)=/);
  });

  it("has no class in index.md, which other programs read", () => {
    expect(body.markdown).toBe(read("blocks.index.md"));
    // But for those of directives, which are read by what reads directives.
    expect(body.markdown.match(/^(?!:::|Shown).*(?<!\\)\{[^}]*\./gm)).toBeNull();
  });

  it("has an id that links lead to, once, and that the ledger keeps", () => {
    const ids = elementsIn(parsePiece(body.html)).flatMap((element) => attributeOf(element, "id") ?? []);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    expect([...body.anchors].sort()).toEqual(ids.filter((id) => !id.startsWith("fn")).sort());
    for (const id of ["apart", "below", "first", "steps", "said", "tip", "fig-end", "lst-a", "eq-x", "within"])
      expect(body.givenIds).toContain(id);
    expect(body.givenIds).not.toContain("a-heading-with-a-line-below-it");
  });
});

describe("what is wrong", () => {
  const { body, problems, advice } = render(read("faults.md"));

  it("is said with its line and what to write", () => {
    expect(problems).toEqual(read("faults.problems.txt").split("\n").filter(Boolean));
    expect(advice).toEqual(read("faults.advice.txt").split("\n").filter(Boolean));
  });

  it("is in nobody's way", () => {
    expect(faultOf(body.html)).toBeUndefined();
  });
});

describe("without the setting", () => {
  it("a list of attributes is named, wherever it stands, and keeps its place in the text", () => {
    for (const text of ["## A {.wide}", "A paragraph\n{.wide}", "- a\n{.wide}", "![a](two-sessions.svg){.wide}"]) {
      const { body, problems } = renderPost(text);
      expect(body.html).toContain("{.wide}");
      expect(problems.join()).toContain("set markdown.attributes");
    }
  });

  it("ids are what they were", () => {
    const text =
      "## A {#one}\n\n![a](two-sessions.svg){#two}\n\n```js #lst-three\nf();\n```\n\n| a |\n| - |\n| 1 |\n\n: B {#tbl-b}\n";
    expect(render(text).body.html).toBe(renderPost(text).body.html);
    expect(render(text).body.markdown).toBe(text);
  });

  it("what would change is listed", () => {
    const text = {
      file: "post.md",
      markdown: "One.\n\nTwo.\n{#b .wide}\n\n## Three {.wide}\n\n`{.wide}`",
      firstLine: 1,
      lang: "en",
    };
    expect(syntaxChanges(text, "attributes")).toMatchObject([
      { line: 3, before: expect.stringContaining("{#b .wide}"), after: expect.stringContaining('id="b"') },
      { line: 6, before: expect.stringContaining("{.wide}"), after: expect.stringContaining('class="wide"') },
    ]);
  });
});

describe("any text", () => {
  const PIECES = [
    ...["{.a}", "{#b}", "{#b .a}", "{", "}", "{:.a}", "{.a", "\\{.a}", "{.a b=c}", " "],
    ...["\n", "\n\n", "\n    ", "- ", "1. ", "> ", "> [!NOTE] ", "## ", "===\n", "---\n", "x", "y\n", "`", "```\n"],
    ...[
      "![a](two-sessions.svg)",
      "| a |\n| - |\n| b |\n",
      ": c",
      "$$\n",
      ":::note\n",
      ":::\n",
      "[^1]",
      "[^1]: ",
      "<b>",
      "<!-- c -->\n",
    ],
  ];
  const text = fc.array(fc.constantFrom(...PIECES), { maxLength: 24 }).map((pieces) => pieces.join(""));

  it("loses no letter, and is as it was where it has no list", () => {
    const letters = (html: string) => html.replace(/<[^>]*>/g, "").replace(/[^xy]/g, "");
    fc.assert(
      fc.property(text, (source) => {
        const [on, off] = [render(source), renderPost(source)];
        expect(letters(on.body.html)).toBe(letters(off.body.html));
        if (!/\{[ \t]*[#.]/.test(source)) expect(on.body.html).toBe(off.body.html);
      }),
    );
  });

  it("has each id once, and none in feeds; index.md has as many lines", () => {
    fc.assert(
      fc.property(text, (source) => {
        const { body, problems } = render(source);
        const ids = elementsIn(parsePiece(body.html)).flatMap((element) => attributeOf(element, "id") ?? []);
        expect(new Set(ids).size).toBe(ids.length);
        for (const id of body.givenIds) if (problems.length === 0) expect(ids).toContain(id);
        expect(body.feedHtml).not.toMatch(/ class="a| id="b/);
      }),
    );
  });

  it("has no class that its author did not write, whatever stands in braces", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 40 }), (inner) => {
        const { body } = render(`Text.\n{.a ${inner}}\n`);
        expect(body.html).not.toMatch(/<p[^>]*\s(?!class=|id=)[a-z-]+=/);
        expect(faultOf(body.html)).toBeUndefined();
      }),
    );
  });

  it("takes no longer than it is long", () => {
    for (const piece of ["{.a", "{.a}\n", "{#a ", "x\n{.a}\n\n", "- a\n  {.b}\n", "> a\n{.b}\n", "{.a .a "])
      expect(render(piece.repeat(3000)).body.html).toBeTypeOf("string");
  });
});
