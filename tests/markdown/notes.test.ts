/** Notes taken from Markdown: text for search, words for reading time, links and files. */
import { describe, expect, it } from "vitest";
import type { Outcome } from "../../src/content/samples/transcript.ts";
import { renderPost } from "../support/render-post.ts";

describe("sections", () => {
  it("are the text from one heading to the next, code included, with an empty line between two blocks", () => {
    const markdown =
      "Before.\n\n## One\n\nText *with* `code`.\n\n```sql\nSELECT 1;\n```\n\n    indented\n\n- a\n- b\n\n## Two\n";
    expect(renderPost(markdown).body.sections).toEqual([
      { text: "Before." },
      {
        heading: { id: "one", level: 2, text: "One" },
        text: "Text with code.\n\nSELECT 1;\n\nindented\n\na\n\nb",
        code: [1, 2],
      },
      { heading: { id: "two", level: 2, text: "Two" }, text: "" },
    ]);
  });

  it("have what came out of samples, so that it can be searched for: messages, plans, cells, output", () => {
    const sql = (code: string, info = "") => [`\`\`\`sql proof ${info}`, code, "```"].join("\n");
    const markdown = [sql("SELECT 1;"), sql("A: SELECT 2;\nB: SELECT 3;", "timeline"), "```js proof\nf();\n```"].join(
      "\n\n",
    );
    const outcomes: Outcome[] = [
      { results: [{ notices: ["NOTICE:  slow"], columns: [{ name: "n" }], rows: [["1"], [null]] }] },
      {
        events: [
          { session: "A", text: "SELECT 2;", results: [{ tag: "SELECT 1", columns: [{ name: "m" }], rows: [["2"]] }] },
          { session: "B", text: "SELECT 3;", results: [{ error: { code: "40001", message: "could not serialize" } }] },
        ],
      },
      { output: "done" },
    ];
    const samples = renderPost(markdown).samples.map(({ digest }, at) => ({
      digest,
      ...(at === 0 && { ends: [0] }),
      outcome: outcomes[at] ?? {},
    }));
    const transcript = { checked: "2026-01-01", versions: { PostgreSQL: "18" }, samples, seal: "" };
    const { body, problems } = renderPost(markdown, { transcript });
    expect(problems).toEqual([]);
    expect(body.sections).toEqual([
      {
        text: "SELECT 1;\n\nA: SELECT 2;\nB: SELECT 3;\n\nf();",
        code: [0, 1, 2],
        outcomes: expect.stringMatching(/^NOTICE:\s+slow n 1\s+m 2\s+40001 could not serialize\s+done$/),
      },
    ]);
  });

  it("are none for an empty text", () => {
    expect(renderPost(" \n").body.sections).toEqual([]);
  });

  it.each([
    ["the description of an image and its caption", '![A lock](two-sessions.svg "Held")', /^A lock\s+Held$/],
    ["the lines of a paragraph", "one\ntwo  \nthree", /^one two three$/],
    ["the lines that raw HTML breaks", "one<br>two", /^one\s+two$/],
    ["the cells of a table", "| one | two |\n| - | - |\n| three | four |", /^one\s+two\s+three\s+four$/],
    ["a callout's label, its text and what follows", "> [!NOTE]\n> one\n\ntwo", /^one\s+two$/],
    ["a footnote and its reference", "one[^1] two\n\n[^1]: three", /^one two\s+three$/],
  ])("keep words apart: %s", (_what, markdown, text) => {
    expect(renderPost(markdown).body.sections.map((section) => section.text)).toEqual([expect.stringMatching(text)]);
  });

  it("hold what raw HTML says, since a reader sees it too", () => {
    const { sections } = renderPost("<details>\n<summary>The plan</summary>\n\ninside\n\n</details>").body;
    expect(sections.map(({ text }) => text).join()).toContain("The plan");
  });
});

describe("words", () => {
  it.each([
    ["one two, three – four", 4],
    ["don't, row-level, 3.14, e.g. and node.js", 6],
    ["one\n\n```sql\nSELECT 1;\n```\n\n    not counted", 1],
    ["# two words\n\n- three\n\n| four |\n| - |\n| five |", 5],
    ["日本語の文", 5],
    ["Привет, мир", 2],
    ["हिन्दी में लिखा हुआ यह एक छोटा वाक्य है।", 9],
    ["عِندَما يُريدُ العالَمُ أن يَتَكَلَّم", 5],
    ["می‌خواهم", 1],
    ["cafe\u0301 na\u0308ive", 2],
    ["ภาษาไทยไม่มีช่องว่าง", 5],
    ["한국어 문장은 띄어쓰기가 있다", 4],
    ["PostgreSQLは速い", 4],
    ["שלום עולם", 2],
    ["🚀 – …", 0],
    ["", 0],
  ])("of %j are counted", (markdown, count) => {
    expect(renderPost(markdown).body.words).toBe(count);
  });
});

describe("links and files", () => {
  it("are noted once, though page and feed are both rendered", () => {
    const { body } = renderPost("[a](headings.md#c) ![b](two-sessions.svg)\n\n[c](#x)");
    expect(body.links).toEqual([
      { path: "/posts/headings/", anchor: "c", line: 1 },
      { path: "/posts/post/", anchor: "x", line: 3 },
    ]);
    expect(body.assets).toEqual([{ file: "two-sessions.svg", path: "/posts/post/two-sessions.svg" }]);
  });

  it("are noted of raw HTML too", () => {
    const { links, assets } = renderPost('<a href="headings.md"><img src="two-sessions.svg" alt="A"></a>').body;
    expect(links).toEqual([{ path: "/posts/headings/", line: 1 }]);
    expect(assets).toEqual([{ file: "two-sessions.svg", path: "/posts/post/two-sessions.svg" }]);
  });
});
