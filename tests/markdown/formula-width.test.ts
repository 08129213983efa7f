/** How wide formulas are taken to be, against what Chromium measured with the fonts of a Linux desktop, in ems. */
import { describe, expect, it } from "vitest";
import { formulaWidth, lengthClassOf } from "../../src/markdown/formula-width.ts";
import { mathmlOf } from "../../src/markdown/mathml.ts";

function mathml(tex: string): string {
  const result = mathmlOf(tex, true, { file: "post.md" });
  if (!result.ok) throw new Error(result.problems[0]?.message);
  return result.value;
}

const POLYNOMIAL = Array.from({ length: 11 }, (_, n) => `a_{${n}} x^{${n}}`).join(" + ");

describe("the width of a formula", () => {
  it.each([
    ["a = b", 2.5],
    [`f(x) = ${POLYNOMIAL}`, 39.4],
    [
      String.raw`\begin{pmatrix} a_{11} & a_{12} & \cdots & a_{1n} \\ a_{21} & a_{22} & \cdots & a_{2n} \end{pmatrix} \cdot \begin{pmatrix} x_1 \\ x_2 \end{pmatrix} = \frac{\text{a rather long numerator, in words}}{\sqrt{b^2 - 4ac}}`,
      27.6,
    ],
  ])("%s", (tex, measured) => {
    expect(formulaWidth(mathml(tex)) / measured).toBeGreaterThan(0.85);
    expect(formulaWidth(mathml(tex)) / measured).toBeLessThan(1.2);
  });

  it("decides how large it is in print", () => {
    const times = (count: number) => lengthClassOf(mathml(Array(count).fill(POLYNOMIAL).join(" + ")));
    expect([1, 2, 3].map(times)).toEqual([undefined, "longer", "longest"]);
  });
});
