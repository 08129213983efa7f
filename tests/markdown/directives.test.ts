/** Directives where the fixtures have too little room: long and deep texts, and what the page's Markdown keeps. */
import { describe, expect, it } from "vitest";
import { renderPost } from "../support/render-post.ts";

describe("a container", () => {
  it("ends at as many colons as it began with, whatever stands in it", () => {
    const { body, problems } = renderPost("::::note\n:::tip\na\n:::\nb\n::::\n\nc");
    expect(problems).toEqual([]);
    expect(body.html.replace(/<(?!\/?(?:div|p)\b)[^>]*>|\s(?:role|aria-label|class)="[^"]*"/g, "")).toBe(
      "<div>\n<p>Note</p>\n<div>\n<p>Tip</p>\n<p>a</p>\n</div>\n<p>b</p>\n</div>\n<p>c</p>\n",
    );
  });

  it("may stand in one with as many colons", () => {
    expect(renderPost(":::note\n:::tip\na\n:::\n:::\n\nb").body.html).toMatch(/<\/div>\n<\/div>\n<p>b<\/p>\n$/);
  });

  it("does not end in code, nor in another list item", () => {
    expect(renderPost(":::note\n```\n:::\n```\n:::").problems).toEqual([]);
    expect(renderPost("- :::note\n  a\n- :::\n").problems).toHaveLength(1);
  });

  it("takes no longer than its text is long", () => {
    for (const piece of [":a[", ":::note[", ":::note\n", ":kbd[x]{", ":::note{a=\n", "::::::"]) {
      expect(renderPost(piece.repeat(5000)).body.html).toBeTruthy();
    }
  });
});

it("stays as it was written in the page's Markdown", () => {
  const source = ":::warning[Look out]{fold}\nText\n:::\n";
  expect(renderPost(source).body.markdown).toBe(source);
});

it("is in the words of headings and of search", () => {
  const { body } = renderPost("## Press :kbd[Esc]\n\n:::tip[A *title*]\nText\n:::");
  expect(body.headings[0]?.text).toBe("Press Esc");
  expect(body.sections.map(({ text }) => text)).toEqual(["A title\n\nText"]);
});

describe("one that is not known", () => {
  it.each([
    [
      "::bibliography",
      "::bibliography has nothing to list (put the works that it is to list into _data/references.bib)",
    ],
    ["::glossary", "::glossary has nothing to list (put the terms that it is to list into _data/glossary.yaml)"],
    ["::glossary[Terms]", '"::glossary" is not how it is written (write ::glossary alone)'],
    [":::glossary\n:::", '":::glossary" is not how it is written (write ::glossary alone)'],
    ["::bibliografy", 'there is no directive "bibliografy" (did you mean "bibliography"?)'],
    ["::frobnicate", 'there is no directive "frobnicate" (to show it, write \\::)'],
    [":::frobnicate\n:::", 'there is no directive "frobnicate" (to show it, write \\:::)'],
    ["A :frobnicate[x].", 'there is no directive "frobnicate" (to show it, write \\:)'],
  ])("is told what to write: %j", (source, problem) => {
    expect(renderPost(source).problems).toEqual([`post.md:1 ${problem}`]);
  });
});
