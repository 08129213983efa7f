/** What of a style sheet is for paper only. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { onScreenAndPaper } from "../../src/theme/paper-styles.ts";

it.each([
  ["a{b:c}", "a{b:c}", ""],
  ["a{b:c}@media print{a{b:d}}e{f:g}", "a{b:c}e{f:g}", "a{b:d}"],
  ["@media print{@page{@top-left{content:none}}}@media print{h{i:j}}", "", "@page{@top-left{content:none}}h{i:j}"],
  ['@media print{a:after{content:"}\\"{"}}k{l:m}', "k{l:m}", 'a:after{content:"}\\"{"}'],
  ["@media(min-width:1px){a{b:c}}", "@media(min-width:1px){a{b:c}}", ""],
])("%s", (sheet, css, paper) => {
  expect(onScreenAndPaper(sheet)).toEqual({ css, paper });
});

it("loses no rule, and keeps their order", () => {
  const rule = fc.constantFrom("a{b:c}", 'd:after{content:"}"}', "@media(width>1px){e{f:g}}");
  const part = fc.record({ isPrinted: fc.boolean(), rules: fc.array(rule).map((rules) => rules.join("")) });
  fc.assert(
    fc.property(fc.array(part), (parts) => {
      const sheet = parts.map(({ isPrinted, rules }) => (isPrinted ? `@media print{${rules}}` : rules)).join("");
      const textOf = (printed: boolean) =>
        parts.flatMap(({ isPrinted, rules }) => (isPrinted === printed ? [rules] : [])).join("");
      expect(onScreenAndPaper(sheet)).toEqual({ css: textOf(false), paper: textOf(true) });
    }),
  );
});
