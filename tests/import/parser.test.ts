/** Old Markdown is read with GitHub's footnotes, and without what no text but a few needs. */
import { fromMarkdown } from "mdast-util-from-markdown";
import { describe, expect, it, vi } from "vitest";
import { markdownParser } from "../../src/import/dialect/parser.ts";

vi.mock("mdast-util-from-markdown", { spy: true });
const parse = await markdownParser();

/** What reads a closing bracket, besides CommonMark's links. */
function bracketReaders(text: string): unknown[] {
  vi.mocked(fromMarkdown).mockClear();
  parse(text);
  const [, options] = vi.mocked(fromMarkdown).mock.lastCall ?? [];
  const extensions = options && typeof options === "object" ? (options.extensions ?? []) : [];
  return extensions.flat().flatMap(({ text: constructs }) => constructs?.[93] ?? []);
}

describe("a footnote", () => {
  it("is known behind an exclamation mark as well", () => {
    const [paragraph] = parse("Look![^1] Look[^1]\n\n[^1]: Note\n").children;
    const types = paragraph && "children" in paragraph ? paragraph.children.map(({ type }) => type) : [];
    expect(types.filter((type) => type === "footnoteReference")).toHaveLength(2);
  });

  it("is looked for at each bracket that closes only where one may be", () => {
    expect(bracketReaders("Look![^1]\n\n[^1]: Note\n")).not.toEqual([]);
    expect(bracketReaders("\\[a]".repeat(9))).toEqual([]);
  });
});
