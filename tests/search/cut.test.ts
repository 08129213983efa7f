/** Lists that are cut where it depends on what stands there. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cut } from "../../src/search/cut.ts";
import { chanceFrom } from "../bench/random.ts";

const SIZE = 1000;
const piecesOf = (lines: readonly string[]) =>
  cut(
    lines,
    SIZE,
    (line) => line.split(" ", 1)[0] ?? "",
    (line) => line.length,
  );

/** A sorted list of so many lines with keys of their own. */
function linesOf(count: number, seed: number): string[] {
  const chance = chanceFrom(seed);
  const letter = () => chance.pick([..."abcdefghijklmnopqrstuvwxyz"]);
  return Array.from({ length: count }, () => `${letter()}${letter()}${letter()}${letter()} ${"x".repeat(20)}`).sort();
}

describe("a list that is cut", () => {
  it("is the same when its pieces are put together", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 3000 })), (lines) => {
        expect(piecesOf(lines).flat()).toEqual(lines);
      }),
    );
  });

  it("is in pieces of about the size that was asked for", () => {
    const sizes = piecesOf(linesOf(8000, 1)).map((piece) => piece.join("").length);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(2 * SIZE);
    expect(Math.min(...sizes.slice(0, -1))).toBeGreaterThanOrEqual(SIZE / 2);
    const mean = sizes.reduce((sum, size) => sum + size, 0) / sizes.length;
    expect(mean).toBeGreaterThan(0.8 * SIZE);
    expect(mean).toBeLessThan(1.2 * SIZE);
  });

  it("is in the same pieces but for one or a few, when a line is added, longer, or gone", () => {
    const lines = linesOf(3000, 2);
    const before = new Set(piecesOf(lines).map((piece) => piece.join("\n")));
    for (let at = 0; at < lines.length; at += 37) {
      const line = lines[at] ?? "";
      const edits = [
        lines.toSpliced(at, 0, `${line.slice(0, 4)}a ${"y".repeat(20)}`),
        lines.with(at, `${line}xxxx`),
        lines.toSpliced(at, 1),
      ];
      for (const edited of edits) {
        const changed = piecesOf(edited).filter((piece) => !before.has(piece.join("\n")));
        expect(changed.length).toBeLessThanOrEqual(8);
      }
    }
  });
});
