/**
 * HTML to Markdown. Each `<name>.html` in the fixtures gives `<name>.md`, and `<name>.left.txt` says what is told of it. What
 * comes out must be taken by the engine, and show the words that went in.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { htmlToMarkdown } from "../../src/import/html/html-to-markdown.ts";
import { lettersOf } from "../support/html-letters.ts";
import { renderText } from "../support/render-post.ts";

const FIXTURES = "tests/fixtures/import/html";
const names = readdirSync(FIXTURES).filter((name) => name.endsWith(".html"));
const place = { file: "export.xml", line: 1 };

describe.each(names)("%s", (name) => {
  const html = readFileSync(`${FIXTURES}/${name}`, "utf8");
  const { markdown, left } = htmlToMarkdown(html, { place });

  it("becomes its Markdown", () => {
    expect(markdown).toBe(readFileSync(`${FIXTURES}/${name.replace(".html", ".md")}`, "utf8"));
  });

  it("tells what it loses", () => {
    const file = `${FIXTURES}/${name.replace(".html", ".left.txt")}`;
    const told = left.map(
      ({ line, outcome, construct, was, now }) => `${line} ${outcome} ${construct}: ${was} → ${now}\n`,
    );
    expect(told.join("")).toBe(existsSync(file) ? readFileSync(file, "utf8") : "");
  });

  it("becomes what the engine takes", () => {
    // No file lies beside the text, by which films are judged.
    const problems = renderText(markdown).problems.filter((problem) => !problem.includes("a film or a sound lies"));
    expect(problems).toEqual([]);
  });
});

describe("words that go in", () => {
  const WORDS = fc.constantFrom(
    ..."one two $5 $x$ a_b *c* `d` [e](f) # > - + 1. 2) {.g} {#h} ==i== :j: ~k~ ^l^ \\ \\( & &amp; &lt;m&gt; | ::: !!! “n” (o) 「漢」 字 é — 😀 https://example.org/p | [^1] \\begin{q} --- *** import".split(
      " ",
    ),
  );
  const text = fc.array(WORDS, { minLength: 1, maxLength: 5 }).map((words) => words.join(" "));
  const { block } = fc.letrec<{ inline: string; block: string }>((tie) => ({
    inline: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      text,
      fc
        .tuple(
          fc.constantFrom(..."b i em strong del s code sup sub kbd mark a span font q u".split(" ")),
          tie("inline"),
        )
        .map(([name, inner]) => `<${name}${name === "a" ? ' href="https://example.org/"' : ""}>${inner}</${name}>`),
      fc
        .tuple(tie("inline"), fc.constantFrom("", " ", "<br>", "\n", "<br> <br>"), tie("inline"))
        .map((parts) => parts.join("")),
    ),
    block: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      tie("inline"),
      fc
        .tuple(
          fc.constantFrom(..."p h2 h3 div blockquote section center details aside pre b i a span".split(" ")),
          tie("block"),
        )
        .map(([name, inner]) => `<${name}>${inner}</${name}>`),
      fc
        .tuple(fc.constantFrom("ul", "ol"), fc.array(tie("block"), { minLength: 1, maxLength: 3 }))
        .map(([name, items]) => `<${name}>${items.map((item) => `<li>${item}</li>`).join("")}</${name}>`),
      fc
        .array(tie("inline"), { minLength: 2, maxLength: 4 })
        .map(
          (cells) =>
            `<table><tr><th>h</th><th>i</th></tr><tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr></table>`,
        ),
      fc.tuple(tie("inline"), tie("block")).map(([term, meaning]) => `<dl><dt>${term}</dt><dd>${meaning}</dd></dl>`),
      fc
        .tuple(tie("block"), fc.constantFrom("", "\n", "<hr>", "<!-- c -->"), tie("block"))
        .map((parts) => parts.join("")),
    ),
  }));

  it("come out in their order, and the engine takes them", () => {
    fc.assert(
      fc.property(block, (html) => {
        const { markdown } = htmlToMarkdown(html, { place });
        const rendered = renderText(markdown);
        expect({ markdown, problems: rendered.problems }).toEqual({ markdown, problems: [] });
        expect({ markdown, letters: lettersOf(rendered.body.html).replaceAll(/Details/g, "") }).toEqual({
          markdown,
          letters: lettersOf(html),
        });
      }),
      { numRuns: 300 },
    );
  });

  it("come out of HTML that is no more than bytes", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(..."<>/=\"' \n&;!-#abpi123[]*_`$".split("")), maxLength: 200 }),
        (html) => {
          const { markdown } = htmlToMarkdown(html, { place });
          expect({ markdown, problems: renderText(markdown).problems }).toEqual({ markdown, problems: [] });
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe("hostile HTML", () => {
  it("nested by the thousand keeps its words", () => {
    const { markdown, left } = htmlToMarkdown(`${"<div><b>".repeat(20_000)}word${"</b></div>".repeat(20_000)}`, {
      place,
    });
    expect(markdown).toBe("word\n");
    expect(left.map(({ construct }) => construct)).toEqual(["HTML nested too deeply"]);
  });

  it("leaves no address that runs a program", () => {
    const html = [
      "javascript:x",
      " java\nscript:x",
      "JaVaScRiPt:x",
      "data:text/html,x",
      "vbscript:x",
      "&#106;avascript:x",
    ]
      .map((href) => `<a href="${href}">a</a><img src="${href}" alt="b"><video src="${href}"></video>`)
      .join("");
    const { markdown } = htmlToMarkdown(html, { place });
    expect(markdown).not.toMatch(/script:|data:/i);
    expect(renderText(markdown).problems).toEqual([]);
  });
});
