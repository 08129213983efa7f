/** Syntax that a site turns on by its settings. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type MarkdownSyntax, USUAL_SYNTAX } from "../../src/content/markdown-syntax.ts";
import { namesOf } from "../../src/content/names-of.ts";
import { renderPost } from "../support/render-post.ts";

const SETTINGS = namesOf(USUAL_SYNTAX);
const ALL: MarkdownSyntax = { ...USUAL_SYNTAX, ...Object.fromEntries(SETTINGS.map((name) => [name, true])) };

function htmlOf(source: string, syntax: MarkdownSyntax = ALL): string {
  const { body, problems, advice } = renderPost(source, { syntax });
  expect([...problems, ...advice]).toEqual([]);
  return body.html;
}

describe("is shown as it was meant", () => {
  it.each([
    ["==marked **so**==", "<p><mark>marked <strong>so</strong></mark></p>\n"],
    ["a ==`==` b== c", "<p>a <mark><code>==</code> b</mark> c</p>\n"],
    ["++new++ and C++ and i++", "<p><ins>new</ins> and C++ and i++</p>\n"],
    ["H~2~O and ~~gone~~", "<p>H<sub>2</sub>O and <s>gone</s></p>\n"],
    ["x^2^ and 10^-3^", "<p>x<sup>2</sup> and 10<sup>-3</sup></p>\n"],
    ["Term\n: What it is", "<dl>\n<dt>Term</dt>\n<dd>What it is</dd>\n</dl>\n"],
    ["one -- two, one---two, 1--2 and so on...", "<p>one – two, one—two, 1–2 and so on…</p>\n"],
    ["`--` and --flag and -- \\-- ", "<p><code>--</code> and --flag and – --</p>\n"],
    ["done :tada:, :+1: and :100:", "<p>done 🎉, 👍 and 💯</p>\n"],
    ["`:tada:` and \\:tada: at 12:30:45, a:tada:b", "<p><code>:tada:</code> and :tada: at 12:30:45, a:tada:b</p>\n"],
    ["## Done :tada:", '<h2 id="done"><a href="#done">Done 🎉</a></h2>\n'],
    [
      "See www.example.org/a(b), (www.example.org).",
      '<p>See <a href="https://www.example.org/a(b)" class="bare">www.example.org/a(b)</a>, (<a href="https://www.example.org" class="bare">www.example.org</a>).</p>\n',
    ],
    [
      "[toc]\n\n## One\n\n### Two\n\n## Three",
      '<div role="group" aria-label="Contents">\n<ul>\n<li><a href="#one">One</a>\n<ul>\n<li><a href="#two">Two</a></li>\n</ul>\n</li>\n<li><a href="#three">Three</a></li>\n</ul>\n</div>\n<h2 id="one"><a href="#one">One</a></h2>\n<h3 id="two"><a href="#two">Two</a></h3>\n<h2 id="three"><a href="#three">Three</a></h2>\n',
    ],
  ])("%s", (source, html) => {
    expect(htmlOf(source)).toBe(html);
  });
});

describe("without the setting, stays as it was", () => {
  it.each([
    ["marks", "==a=="],
    ["insertions", "++a++"],
    ["subscripts", "H~2~O"],
    ["superscripts", "x^2^"],
    ["definitionLists", "Term\n: What it is"],
    ["contents", "[toc]"],
    ["dashes", "a -- b..."],
    ["bareLinks", "www.example.org"],
    ["emoji", "a :tada:"],
  ] as const)("%s", (setting, source) => {
    const others = renderPost(source, { syntax: { ...ALL, [setting]: false } });
    expect(others.body.html).toBe(renderPost(source).body.html);
    expect(others.problems).toEqual(renderPost(source).problems);
    expect(renderPost(source, { syntax: { ...USUAL_SYNTAX, [setting]: true } }).body.html).toBe(htmlOf(source));
  });

  it("where its place is named, it says the setting", () => {
    const { problems, advice } = renderPost("==a== H~2~O x^2^ ++b++ :tada:\n\n[toc]\n\nTerm\n: What it is");
    const said = [...problems, ...advice].join("\n");
    for (const name of ["marks", "subscripts", "superscripts", "insertions", "emoji", "contents", "definitionLists"])
      expect(said).toContain(`set markdown.${name}`);
  });
});

it("an emoji that nobody knows stays, and is named", () => {
  const { body, advice } = renderPost("a :no_such_thing: b", { syntax: ALL });
  expect(body.html).toBe("<p>a :no_such_thing: b</p>\n");
  expect(advice).toEqual([
    'post.md:1 ":no_such_thing:" is shown literally (write the emoji itself; to show it, write \\:)',
  ]);
});

describe("any text", () => {
  const PIECES = [
    "==",
    "++",
    "~",
    "^",
    "~~",
    "a",
    "b ",
    "`",
    "*",
    "[",
    "](x)",
    "\n",
    "\n: ",
    "--",
    ":tada:",
    ":",
    "tada",
    "...",
    "www.",
    "e.org",
    "\\",
    "[toc]\n\n",
  ];
  const text = fc.array(fc.constantFrom(...PIECES), { maxLength: 20 }).map((pieces) => pieces.join(""));

  it("keeps its letters", () => {
    const letters = (html: string) => html.replace(/<nav[\s\S]*?<\/nav>|<[^>]*>/g, "").replace(/[^ab]/g, "");
    fc.assert(
      fc.property(text, (source) => {
        // A short name is another letter: `:a:` is 🅰️.
        const { body } = renderPost(source, { syntax: { ...ALL, emoji: false } });
        expect(letters(body.html)).toBe(letters(renderPost(source).body.html));
      }),
    );
  });

  it("takes no longer than it is long", () => {
    for (const piece of [":tada", ":a:", "==a ", "++a ", "a~b", "a^b", "==a==", "x\n: a\n", "www.", "a--"]) {
      expect(renderPost(piece.repeat(5000), { syntax: ALL }).body.html).toBeTruthy();
    }
  });
});
