/** The front matter of a post: every key, what it may be, and what is said of what it may not. */
import { describe, expect, it } from "vitest";
import { PostFrontMatter } from "../../src/content/post.ts";
import { checkFrontMatter } from "../support/check-front-matter.ts";

/** A title on line 2 and a date on line 3, then `lines`. */
const check = (...lines: string[]) => checkFrontMatter(PostFrontMatter, ["title: T", "date: 2026-11-22", ...lines]);

describe("a post's front matter", () => {
  it("needs a title and a date, and has defaults for all else", () => {
    expect(check()).toEqual({
      problems: [],
      value: {
        title: "T",
        date: "2026-11-22",
        authors: [],
        tags: [],
        draft: false,
        revisions: [],
        syndication: [],
        aliases: [],
        feed: "full",
      },
    });
  });

  it.each([
    ["description: One sentence.", { description: "One sentence." }],
    ["tags: [PostgreSQL, 日本語, 🚀]", { tags: ["PostgreSQL", "日本語", "🚀"] }],
    ["series: Multi-tenancy", { series: "Multi-tenancy" }],
    ["draft: true", { draft: true }],
    ["updated: 2026-12-01", { updated: "2026-12-01" }],
    ["revisions: [{ date: 2026-12-01, note: N }]", { revisions: [{ date: "2026-12-01", note: "N" }] }],
    ["revisions: [{ date: 2026-12-01, note: N, minor: true }]", { revisions: [{ minor: true }] }],
    ["feed: none", { feed: "none" }],
    ["id: tag:example.org,2019:x", { id: "tag:example.org,2019:x" }],
    ["permalink: /notes/x/", { permalink: "/notes/x/" }],
    ["aliases: [/old/, /Older/x.html]", { aliases: ["/old/", "/Older/x.html"] }],
    ["lang: pt-BR", { lang: "pt-BR" }],
    ["image: { src: x.png, alt: A }", { image: { src: "x.png", alt: "A" } }],
  ])("has %s", (line, value) => {
    expect(check(line)).toMatchObject({ problems: [], value });
  });

  it.each([
    [
      `tags: [${Array.from({ length: 51 }, (_, index) => `t${index}`)}]`,
      "tags: are 51, and 50 is the most that one page may have",
    ],
    ["tag: x", "tag: is not a key that is known here (write tags: [x])"],
    ["Draft: true", 'Draft: is not a key that is known here (did you mean "draft"?)'],
    ["Title: U", 'Title: is not a key that is known here (did you mean "title"?)'],
    ["publishDate: 2026-11-22", "publishDate: is not a key that is known here (write date: 2026-11-22)"],
    ["__proto__: x", "__proto__: is not a key that is known here"],
    ["tags: PostgreSQL", "tags: must be a list, such as [one, two] (write tags: [PostgreSQL])"],
    ["tags:", "tags: must be a list, such as [one, two]"],
    ['draft: "false"', "draft: must be true or false, without quotes (write draft: false, or leave it out)"],
    ["draft: no", "draft: must be true or false, without quotes (write draft: false, or leave it out)"],
    ["draft: 1", "draft: must be true or false, without quotes"],
    ["updated: yesterday", 'updated: "yesterday" is not a date of the calendar such as 2026-11-22'],
    ["feed: summary", "feed: must not be summary in a post without a description"],
    ["feed: short", 'feed: must be "full", "summary" or "none"'],
    ["id: 12", "id: must be text; put it in quotes, digit by digit as the old feed has it"],
    ['id: " "', "id: must not be empty"],
    ["description: |\n  One.\n  Two.", "description: must be one line"],
    ['series: "Two \\ud83d"', "series: has half a character (\\ud800 to \\udfff stand in pairs only)"],
    ["series: 2", "series: must be text; put it in quotes"],
    ["lang: english language", 'lang: "english language" is not a language tag such as en or pt-BR'],
    ["lang: EN", 'lang: "EN" is not a language tag such as en or pt-BR (write en)'],
  ])("does not have %s", (line, problem) => {
    expect(check(line).problems).toEqual([`posts/x.md:4:1 ${problem}`]);
  });

  it.each([
    ["tags: [a, 1]", "4:11 tags.1: must be text; put it in quotes"],
    ["tags: ['']", "4:8 tags.0: must not be empty"],
    ["revisions: [{ date: 2024-02-30, note: N }]", '4:21 revisions.0.date: "2024-02-30" is not a date of the calendar'],
    ["revisions: [{ date: 2026-12-01 }]", "4:1 revisions.0.note: is required"],
    ["image: { src: x.png }", "4:1 image.alt: is required"],
    ["image: { src: x.png, alt: A, title: T }", "4:37 image.title: is not a key that is known here"],
    ["permalink: ../../x", '4:1 permalink: "../../x" is not an address such as /posts/my-post/'],
    ["aliases: [/ok/, Old]", '4:17 aliases.1: "Old" is not an address such as /old/, /2016/Old.html or /?p=7'],
  ])("says where in a value it is wrong: %s", (line, problem) => {
    expect(check(line).problems).toEqual([expect.stringContaining(`posts/x.md:${problem}`)]);
  });

  it("is told of every problem at once", () => {
    const { problems } = checkFrontMatter(PostFrontMatter, ["tag: x", "draft: no"]);
    expect(problems.map((problem) => problem.replace(/^\S+ (\w+).*$/, "$1")).toSorted()).toEqual([
      "date",
      "draft",
      "tag",
      "title",
    ]);
  });
});

describe("a title", () => {
  it.each([
    "title:",
    'title: ""',
    'title: "  "',
    "title: 12",
    "title: 1.5",
    "title: true",
    "title: { a: b }",
    "title: [a]",
  ])("is text that says something: %s", (line) => {
    const { problems } = checkFrontMatter(PostFrontMatter, [line, "date: 2026-11-22"]);
    expect(problems).toEqual([expect.stringMatching(/^posts\/x\.md:2:1 title: must /)]);
  });

  it.each([
    ['title: "12"', "12"],
    ["title: 2026-11-22", "2026-11-22"],
    ["title: no", "no"],
    ["title: '  spaces around  '", "spaces around"],
    ["title: <script>alert(1)</script>", "<script>alert(1)</script>"],
    ["title: >\n  folded\n  lines", "folded lines"],
  ])("is what YAML 1.2 takes for text: %s", (line, title) => {
    expect(checkFrontMatter(PostFrontMatter, [line, "date: 2026-11-22"])).toMatchObject({ value: { title } });
  });
});
