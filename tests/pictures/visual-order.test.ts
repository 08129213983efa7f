/** A line's parts stand from left to right as readers of both directions expect them. */
import { expect, it } from "vitest";
import { startsAtRight, visualParts } from "../../src/pictures/visual-order.ts";

const shown = (line: string, base: "ltr" | "rtl") => visualParts(line, base).map(({ text }) => text);

it.each([
  ["Row locks", "ltr", ["Row", " ", "locks"]],
  ["מנעולים ותורים", "rtl", ["ותורים", " ", "מנעולים"]],
  ["ו־PostgreSQL 18.4", "rtl", ["PostgreSQL", " ", "18.4", "ו־"]],
  ["الأقفال في PostgreSQL 18.4", "rtl", ["PostgreSQL", " ", "18.4", " ", "في", " ", "الأقفال"]],
  ["שלום (עולם)", "rtl", [")עולם(", " ", "שלום"]],
  ["On שלום עולם here", "ltr", ["On", " ", "עולם", " ", "שלום", " ", "here"]],
  ["", "rtl", []],
] as const)("%s, %s", (line, base, parts) => {
  expect(shown(line, base)).toEqual(parts);
});

it("a text starts at the right by its first letter", () => {
  expect(["שלום", "12 שלום", "PostgreSQL בעברית", "Locks"].map(startsAtRight)).toEqual([true, true, false, false]);
});
