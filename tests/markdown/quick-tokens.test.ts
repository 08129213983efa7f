/** Tokens that are made faster are markdown-it's in everything else, whichever version of it is installed. */
import createMarkdownIt, { type Token } from "markdown-it";
import { describe, expect, it } from "vitest";
import { useQuickTokens } from "../../src/markdown/quick-tokens.ts";
import { readExamples } from "../support/commonmark.ts";

const theirs = createMarkdownIt({ html: true, linkify: true, typographer: true });
const ours = createMarkdownIt({ html: true, linkify: true, typographer: true });
useQuickTokens(ours);

/** All that a token has, in its order; and those within it. */
function whole(token: Token): unknown {
  return Object.entries({ ...token, children: token.children?.map(whole) ?? null });
}

it("has the fields of markdown-it's own, in their order, and is one", () => {
  const { Token } = new ours.core.State("", ours, {});
  const [quick, own] = [new Token("a_open", "a", 1), new createMarkdownIt.Token("a_open", "a", 1)];
  expect(Object.entries(quick)).toEqual(Object.entries(own));
  expect(quick).toBeInstanceOf(createMarkdownIt.Token);
  quick.attrJoin("class", "b");
  expect(quick.attrGet("class")).toBe("b");
});

describe("the same tokens come of", () => {
  const further = "| a | b |\n| - | - |\n| ~~c~~ *d* | https://example.org |\n\n\"e\" -- 'f'";

  it.each([{ markdown: further, number: 0 }, ...readExamples()])("example $number", ({ markdown }) => {
    expect(ours.parse(markdown, {}).map(whole)).toStrictEqual(theirs.parse(markdown, {}).map(whole));
  });

  it("a paragraph alone", () => {
    expect(ours.parseInline("*a* `b`", {}).map(whole)).toStrictEqual(theirs.parseInline("*a* `b`", {}).map(whole));
  });
});
