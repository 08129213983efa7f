/** The lines that went and those that came, in their order. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { comparedLines, lineDifference } from "../../../src/content/text/line-difference.ts";

describe("the lines of two texts", () => {
  it("stand in their order, repeated ones as often as they are there", () => {
    const text = (changes: ReturnType<typeof lineDifference>) => changes.map(({ sign, text }) => sign + text).join(" ");
    expect(text(lineDifference("a\nb\nc\n", "a\nx\nc\n"))).toBe("-b +x");
    expect(text(lineDifference("a\nb", "b\na"))).toBe("-a +a");
    expect(text(lineDifference("a\na\nb", "a\nb"))).toBe("-a");
    expect(text(lineDifference("", "a"))).toBe("+a");
    expect(lineDifference("a\n\nb\n", "a\n\nb")).toEqual([]);
  });

  it("make either text again", () => {
    const lines = fc.array(fc.constantFrom("a", "b", "c", ""), { maxLength: 12 });
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        const compared = comparedLines(before, after);
        const without = (sign: string) => compared.filter((line) => line.sign !== sign).map(({ text }) => text);
        expect([without("+"), without("-")]).toEqual([before, after]);
      }),
    );
  });
});
