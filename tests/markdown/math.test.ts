/** Formulas: what any TeX becomes is MathML and nothing else, and dollar amounts stay amounts. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mathmlOf } from "../../src/markdown/mathml.ts";
import { elementsOf } from "../support/elements.ts";
import { renderPost } from "../support/render-post.ts";

const PIECES = [
  ..."\\frac \\text \\href \\html \\style \\class \\id \\url \\includegraphics \\color \\textcolor \\def \\unicode".split(
    " ",
  ),
  ..."{ } [ ] ^ _ & \\\\ < > \" ' $ # % ~ a 1 + \\left( \\right) \\begin{matrix} \\end{matrix} \\sqrt \\hat \\sum".split(
    " ",
  ),
  ...[
    "{javascript:alert(1)}",
    "</math><script>",
    "{red;background:url(//x)}",
    "onclick=x",
    "\u0000",
    "\ud800",
    "{\\rm x}",
  ],
];
const tex = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string()), { maxLength: 12 })
  .map((parts) => parts.join(""));

describe("any TeX", () => {
  it("becomes MathML without addresses, styles or handlers, or a problem", () => {
    fc.assert(
      fc.property(tex, fc.boolean(), (source, display) => {
        const result = mathmlOf(source, display, { file: "post.md" });
        if (!result.ok) return;
        const elements = elementsOf(result.value);
        expect(elements[0]?.name).toBe("math");
        expect(elements.filter(({ name }) => !/^m[a-z]+$|^none$/.test(name))).toEqual([]);
        const names = elements.flatMap(({ attributes }) => Object.keys(attributes));
        expect(names.filter((name) => /^(on|style|href|src|id|xlink)/.test(name))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

describe("a formula", () => {
  it("is found by search as its author wrote it", () => {
    const { body } = renderPost("## The $O(n)$ way\n\nIt takes $n^2$ steps.");
    expect(body.sections).toEqual([
      { heading: { id: "the-on-way", level: 2, text: "The O(n) way" }, text: "It takes n^2 steps." },
    ]);
  });
});

describe("dollar amounts", () => {
  const amount = fc.tuple(fc.constantFrom("$", "US$"), fc.nat(9999)).map(([sign, number]) => `${sign}${number}`);
  it("in a sentence are no formula", () => {
    fc.assert(
      fc.property(
        fc.array(amount, { minLength: 1, maxLength: 5 }),
        fc.constantFrom(" and ", ", ", "–", " to "),
        (list, between) => {
          expect(renderPost(`Costs ${list.join(between)}.`).body.html).toBe(`<p>Costs ${list.join(between)}.</p>\n`);
        },
      ),
    );
  });
});
