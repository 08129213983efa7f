/** Formulas between brackets stand between dollars afterwards, and what only looks like one stays. */
import { describe, expect, it } from "vitest";
import { withDollars } from "../../src/import/dialect/bracketed-formulas.ts";

const TEXTS: [given: string, text: string][] = [
  ["So \\(a^2\\) and \\\\(b\\\\).", "So $a^2$ and $b$."],
  ["  \\[\n  a\n  \\]", "  $$\n  a\n  $$"],
  ["`\\(a\\)` and ``\\(`b\\)``", "`\\(a\\)` and ``\\(`b\\)``"],
  ["```\n\\(a\\)\n```\n\\(b\\)", "```\n\\(a\\)\n```\n$b$"],
  ["\\(a\n\\(b\\)", "\\(a\n$b$"],
  ["An ` alone, \\(a\\)", "An ` alone, $a$"],
  ["\\[ a", "\\[ a"],
];

describe("a formula between brackets", () => {
  it.each(TEXTS)("%j → %j", (given, text) => expect(withDollars(given)).toBe(text));

  it("leaves prices as they are where a dollar begins no formula", () => {
    expect(withDollars("From $5 to \\$9, `$x`, $$y$$ and \\(z\\)", false)).toBe(
      "From \\$5 to \\$9, `$x`, $$y$$ and $z$",
    );
  });
});
