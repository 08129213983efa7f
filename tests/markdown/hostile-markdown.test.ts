/** Any text is Markdown: what comes of it is what a browser was meant to read, and runs nothing. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Element, elementsIn, parsePiece } from "../support/html.ts";
import { renderPost } from "../support/render-post.ts";
import { faultOf } from "../support/well-formed.ts";

/** Pieces of markup, whole and torn, that a text which means harm is made of. */
const PIECES = [
  ..."[ ]( ] ![ ) ` ``` ~~~ * ** _ | ' \" & < > \\ # ## - ^[ [^1] <!-- --> </ <? <![CDATA[".split(" "),
  ...["\n", "\n\n", "\t", "> ", "- [ ] ", "1. ", "[^1]: ", "\n|-|\n", "> [!NOTE]\n", "    ", "\0", "\ud800"],
  ..."<script> </script> <style> <svg/onload=x> <iframe> <div> </div> <b> </b> <a> </a> <details>".split(" "),
  ...["<img src=x onerror=alert(1)>", '<a href="', "<a href='", '" onclick="x', ' title="', "<p id=a>", "=x "],
  ...["javascript:x", "[x](javascript:x)", "[x](/javascript:x)", "java&#9;script:x", "data:text/html,x", "headings.md"],
  ...[
    '```x" onmouseover="y\n',
    "https://example.com/",
    ":::note[",
    ":::details[x]{.a #b}\n",
    "\n:::\n",
    ":kbd[",
    ':abbr[x]{title="',
    "\n```ansi\n",
    "\\e[31m",
    '\n```ts title="a" links fold numbers=3\n',
    "\n// ^ error: <b>\n",
    "](#a-L3-L4)",
    "\n```sh npm2yarn\nnpm i <x>\n",
    "\n:::code-group\n",
    "\n>>> <i>\n",
    "{fold}",
    "{#fig-a}",
    "![a](lines.png){#fig-b}\n\n",
    "[](#fig-a)",
    "[](#eq-",
    "\n\n: c {#tbl-a}\n\n",
    "\n|a|\n|-|\n",
    "\\tag{<b>}",
    "```a #lst-a\n",
    "&lt;script&gt;",
    "<img src=x alt='\"'>",
    " onerror=y ",
  ],
];
const text = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({ unit: fc.nat(0xffff).map((unit) => String.fromCharCode(unit)) }),
);
const hostile = fc
  .array(fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...PIECES) }, { weight: 1, arbitrary: text }), {
    maxLength: 24,
  })
  .map((pieces) => pieces.join(""));

const RUNS = /^(script|style|iframe|object|embed|svg|math|form|base|link|meta)$/;
const ADDRESS = /^(href|src|srcset|cite|poster|action|formaction|data)$/;
/** A browser passes over control characters before an address, and tabs and line ends anywhere in it. */
const RUNS_CODE = /^[\0-\x20]*(j\s*a\s*v\s*a|v\s*b)\s*s\s*c\s*r\s*i\s*p\s*t\s*:/i;

describe("any Markdown", () => {
  it("becomes no element that runs or loads something else", () => {
    always((elements) => elements.map(({ tagName }) => tagName).filter((name) => RUNS.test(name)));
  });

  it("becomes no event handler and no style", () => {
    always((elements) => attributesOf(elements).filter(({ name }) => /^(on|style)/.test(name)));
  });

  it("becomes no address that runs code", () => {
    always((elements) =>
      attributesOf(elements).filter(({ name, value }) => ADDRESS.test(name) && RUNS_CODE.test(value)),
    );
  });

  it("has no classes in a feed, and no ids but its footnotes'", () => {
    check(hostile, (markdown) =>
      attributesOf(elementsIn(parsePiece(renderPost(markdown).body.feedHtml))).filter(
        ({ name, value }) => name === "class" || (name === "id" && !/^fn(ref)?-/.test(value)),
      ),
    );
  });

  it("is well-formed, or something is said to be wrong", () => {
    check(hostile, (markdown) => {
      const { body, problems } = renderPost(markdown);
      return problems.length > 0 ? [] : [faultOf(body.html), faultOf(body.feedHtml)].filter(Boolean);
    });
  });
});

/** Nothing that `wrongIn` looks for is in what a page and a feed gets, whatever the Markdown. */
function always(wrongIn: (elements: Element[]) => unknown[]): void {
  check(hostile, (markdown) => {
    const { html, feedHtml } = renderPost(markdown).body;
    return [html, feedHtml].flatMap((piece) => wrongIn(elementsIn(parsePiece(piece))));
  });
}

function check(markdown: fc.Arbitrary<string>, wrongIn: (markdown: string) => unknown[]): void {
  fc.assert(
    fc.property(markdown, (source) => {
      expect(wrongIn(source)).toEqual([]);
    }),
    { numRuns: 500 },
  );
}

function attributesOf(elements: Element[]): { name: string; value: string }[] {
  return elements.flatMap(({ attrs }) => attrs);
}
