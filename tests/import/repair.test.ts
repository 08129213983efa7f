/** What the engine refuses is repaired by the rule of its problem, whatever the message says. */
import { describe, expect, it } from "vitest";
import { syntaxProblem } from "../../src/checks/syntax.ts";
import { success } from "../../src/content/problems/result.ts";
import { repair, withFragments } from "../../src/import/repair.ts";
import { notesOf } from "../../src/markdown/render.ts";
import { resolverFor } from "../../src/reading/links/link-resolver.ts";

const SITE = {
  ...{ siteDir: ".", siteUrl: "https://example.org/", pathOfFile: new Map(), translations: new Map() },
  ...{ withheld: new Map(), broken: new Map<string, string>(), publicFiles: new Map() },
};
const PAGE = { file: "posts/x.md", path: "/posts/x/", lang: "en" };

function problemsOf(text: string) {
  const links = resolverFor(PAGE, SITE);
  return notesOf(text, {
    ...{ ...PAGE, firstLine: 1, siteUrl: SITE.siteUrl },
    resolve: (target) =>
      /\.png$/.test(target)
        ? success({ kind: "asset", file: `posts/${target}`, path: `/posts/x/${target}` })
        : links(target),
  }).problems;
}

/** Repaired until nothing is refused, or nothing more can be done. */
function repaired(text: string, problems: typeof problemsOf = problemsOf): { text: string; noted: string[] } {
  const noted: string[] = [];
  let current = text;
  for (let round = 0; round < 9; round++) {
    const better = repair(current, problems(current), 1);
    if (!better) break;
    current = better.text;
    noted.push(...better.noted.map(({ construct }) => construct));
  }
  return { text: current, noted };
}

const REPAIRS: [given: string, text: string, noted?: string][] = [
  ["{{< youtube x >}}", "\\{{< youtube x >}}"],
  ["a ==b== c", "a \\==b== c"],
  ["import X from 'y';", "&#105;mport X from 'y';"],
  ["<div>\n**b** and [x](y)\n</div>", "<div>\n&#42;&#42;b&#42;&#42; and &#91;x](y)\n</div>"],
  ["<div>\n`a` b\n</div>", "<div>\n&#96;a&#96; b\n</div>"],
  ["So [^x].", "So \\[^x]."],
  ["![A](http://a.example/b.gif)", "![A](https://a.example/b.gif)", "picture without encryption"],
  ["![](a.png)", "![ ](a.png)"],
  ["# \n\nA", "\n\nA"],
  ["## A {#x}\n\n## B {#x}", "## A {#x}\n\n## B", "id"],
  ["## A {#fn-1}", "## A", "id"],
  ["<p id=\"x\">A</p>\n\n<p id='x'>B</p>", '<p id="x">A</p>\n\n<p>B</p>', "id"],
  ['<p id="a b">A</p>', "<p>A</p>", "id"],
  ['<p id="">A</p>', "<p>A</p>", "id"],
  ["> [!SEEALSO]\n> A", "> \\[!SEEALSO]\n> A"],
  ["A\n\n[a thing]: words", "A\n\n\\[a thing]: words"],
  ["A\n\n[^x]: B\n\n    C", "A\n\n\n\n", "footnote without a reference"],
  ["```js foo\na\n```", "```js\na\n```", "words behind a code block's language"],
  ["```cobol proof\na\n```", "```cobol\na\n```", "words behind a code block's language"],
  ["A $\\frac{1$ B", "A \\$\\frac{1\\$ B", "formula that can't be read"],
  ["[a](javascript:b) c", "a c", "address that can't be followed"],
  ["A <javascript:b>", "A `javascript:b`", "address that can't be followed"],
  ["[a](b.md#c#d)", "a", "address that can't be followed"],
  ["A [](https://a.example/) B", "A  B"],
  [
    ":::gallery[Three]\n![A](a.png)\nGone\n![B](b.png)\n:::",
    ":::gallery[Three]\n![A](a.png)\n![B](b.png)\n:::\n\nGone",
    "gallery whose pictures are not all there",
  ],
  [
    "- ::::gallery[Two]\n  ![A](a.png)\n\n  Gone\n  ::::\n\nText",
    "- ![A](a.png)\n\n  Gone\n\n  Two\n\nText",
    "gallery whose pictures are not all there",
  ],
];

describe("a text that the engine refuses", () => {
  it.each(REPAIRS)("is repaired: %j", (given, text, noted) => {
    expect(problemsOf(given)).not.toEqual([]);
    expect(repaired(given)).toEqual({ text, noted: noted ? [noted] : [] });
    expect(problemsOf(text)).toEqual([]);
  });

  it.each(REPAIRS)("is repaired without a look at what is said about it: %j", (given, text) => {
    const mute = (current: string) => problemsOf(current).map((problem) => ({ ...problem, message: "", hint: "" }));
    expect(repaired(given, mute).text).toBe(text);
  });

  it("is left as it is where no repair is known", () => {
    expect(repair("A", [{ ...PAGE, line: 1, rule: "nesting", message: "a formula, a diagram and a callout" }], 1)).toBe(
      undefined,
    );
  });
});

describe("a block of code that its reader refuses", () => {
  it.each([
    ["json", '{ "a": 1, } // b', "```jsonc"],
    ["ts", "const a = <p>b</p>;", "```tsx"],
    ["yaml", "a: [", "```yaml fragment"],
  ])("is %s in another language, or a fragment", async (language, code, first) => {
    const fence = { file: "posts/x.md", line: 1, language, code };
    const problem = await syntaxProblem(fence);
    if (!problem) throw new Error("it is read");
    const refused = [{ fence: { ...fence, line: 2 }, problem: { ...problem, message: "", hint: "" } }];
    expect(withFragments(`\`\`\`${language}\n${code}\n\`\`\``, refused, 1).split("\n")[0]).toBe(first);
  });
});
