/**
 * Each word of the Markdown stands on the page, in the feed and in search, unless the build says what is wrong.
 * `CORPUS=folder npx vitest run tests/markdown/words-in-and-out.test.ts` tries all posts of a folder, too.
 */
import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import createMarkdownIt from "markdown-it";
import { describe, expect, it } from "vitest";
import { readFrontMatter } from "../../src/reading/front-matter/front-matter.ts";
import { FIXTURES, type RenderedPost, renderPost, renderText } from "../support/render-post.ts";
import { missingFrom, visibleWords, wordsIn, wordsOfMarkdown, wordsOfSource } from "../support/words-of-markdown.ts";

/** What pages and feeds say by themselves; numbers are those of footnotes. */
const ADDED =
  /^(\d+|note|tip|important|warning|caution|footnotes?|watch|listen|it|on|the|page|diagram|as|text|captions|transcript|english|deutsch|kb|lines?)$/;

/** Words that were lost on the way, each with where it is missing; none where the build says what is wrong. */
function lost(markdown: string, { body, problems, advice }: RenderedPost): string[] {
  if (problems.length > 0) return [];
  const named = new Set(advice.map((line) => Number(/:(\d+) /.exec(line)?.[1])));
  const isNamed = (line: string, index: number) =>
    named.has(index + 1) || (named.has(index) && /^[\s>]*["'(]/.test(line));
  // What a recording's mark says is not shown.
  const source = markdown
    .replaceAll("){silent}", ")")
    .split("\n")
    .filter((line, index) => !isNamed(line, index));
  const visible = visibleWords(body.html).filter((word) => !ADDED.test(word));
  const feed = new Set(visibleWords(body.feedHtml));
  const sections = body.sections.flatMap(({ heading, text, outcomes }) => [heading?.text ?? "", text, outcomes ?? ""]);
  const search = new Set(wordsIn(sections.join("\n")));
  return [
    ...missingFrom(wordsOfSource(body.html), wordsOfMarkdown(source.join("\n"))).map((word) => `${word}: page`),
    ...visible.filter((word) => !feed.has(word)).map((word) => `${word}: feed`),
    ...visible.filter((word) => !search.has(word)).map((word) => `${word}: search`),
  ];
}

describe("no word is lost", () => {
  // Formulas and charts are set: what TeX and a chart's head call things is not shown, no more than a terminal's control sequences.
  const files = readdirSync(FIXTURES).filter((file) => file.endsWith(".md") && !/math|dollars|plots|ansi/.test(file));

  it.each(files)("of %s", (file) => {
    const markdown = readFileSync(`${FIXTURES}/${file}`, "utf8");
    expect(lost(markdown, renderPost(markdown, { file }))).toEqual([]);
  });

  /** Each `?` becomes a word that stands nowhere else. */
  const PIECES = [
    ...[
      "?",
      "? ?",
      "**?**",
      "_?_",
      "`?`",
      "~~?~~",
      "[?](https://e.example/?)",
      "![?](https://e.example/x.png)",
      "<b>?</b>",
    ],
    ...[
      "\n",
      "\n\n",
      "\n\n## ?\n\n",
      "\n\n- ?\n",
      "\n- ?\n  ? ?\n",
      "\n\n1. ?\n",
      '\n\n![?](film.mp4 "?")\n\n',
      "\n\n![?](talk.mp3)\n\n",
      "![?](quiet.webm)",
      "\n\n> ?\n",
      "\n> ?\n",
      "\n\n    ?\n\n",
    ],
    ...[
      "\n\n| ? | ? |\n|-|-|\n",
      "| ? |\n",
      "| ? | ? |\n",
      "| ? | ? | ? |\n",
      "\n\n```\n?\n```\n\n",
      "\n\n$$\\text{?}$$\n\n",
    ],
    ...[
      "\n\n[?]: https://e.example/?\n",
      "\n[?]: ?\n",
      "[?][?]",
      "[?][]",
      "[?]",
      "[^?]",
      "\n\n[^1]: ?\n\n",
      "[^1] ",
      "^[?] ",
    ],
    ...[
      "\n\n<div>?</div>\n\n",
      "\n\n<p>\n?\n",
      "</p>\n\n",
      "<!-- ? -->",
      "\n\n<!-- ?\n",
      "-->",
      "<br>",
      "<a title='?'>",
      "</a>",
    ],
    ...[
      "\n\n> [!NOTE]\n> ?\n\n",
      "\n\n> [!TIP] ? ?\n> ?\n\n",
      "\n:::note[?]\n",
      "\n\n:::details[? **?**]\n",
      "\n:::\n",
      "\n::::\n",
      ":kbd[?]",
      ":abbr[?]",
      "\n---\n",
      "\n===\n",
      "\\",
      "  \n",
      "{#?}",
      "&amp;?;",
      "<?",
      "?>",
      "<![CDATA[?",
      "<? ?=",
    ],
    ...[
      "- [ ] ?",
      "\t",
      "|",
      "*",
      "_",
      "[",
      "]",
      "(",
      ")",
      "<",
      ">",
      '"?"',
      " $\\text{?}$ ",
      "\\(?\\)",
      "<details>?</details>",
    ],
  ];

  it("of any text that is put together from pieces of Markdown", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }), (pieces) => {
        let count = 0;
        const markdown = pieces.join("").replace(/\?/g, () => `w${++count}w`);
        expect(lost(markdown, renderPost(markdown))).toEqual([]);
      }),
      // Whatever ends at the first > takes the end of a comment for its own.
      { numRuns: 1000, examples: [[["<![CDATA[?", "<!-- ? -->", "?"]]] },
    );
  });
});

describe("the comparison", () => {
  const plain = createMarkdownIt({ html: true });

  it.each([
    ["| a |\n|-|\n| b | lost |", ["lost"]],
    ["Text.\n\n[Edit]: lost", ["lost"]],
    ["a [b]\n\n[b]: one\n[b]: two", ["two"]],
  ])("notices what a plain renderer loses: %j", (markdown, missing) => {
    expect(missingFrom(wordsOfSource(plain.render(markdown)), wordsOfMarkdown(markdown))).toEqual(missing);
  });
});

const corpus = process.env["CORPUS"];

describe.runIf(corpus)("in a corpus of posts", () => {
  const files = corpus ? readdirSync(corpus).filter((file) => file.endsWith(".md")) : [];
  const refused: string[] = [];

  it.each(files)("%s", (file) => {
    const matter = readFrontMatter(file, readFileSync(`${corpus}/${file}`, "utf8"));
    if (!matter.ok) return;
    const { body } = matter.value;
    const rendered = renderText(body);
    if (rendered.problems.length > 0) refused.push(file);
    expect(lost(body, rendered)).toEqual([]);
  });

  it("most are published", () => {
    console.info(`${files.length} posts, ${refused.length} refused`);
    expect(refused.length).toBeLessThan(files.length / 10);
  });
});
