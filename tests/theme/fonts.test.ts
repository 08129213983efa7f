/** The published font files: every letter and feature that is asked for, and style sheets that name what is there. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { create, type Font } from "fontkit";
import { describe, expect, it } from "vitest";
import { codePointsOf, cutWholeFace, missingFrom } from "../../src/looks/faces/cut-face.ts";
import { FURTHER, patternOf, WESTERN } from "../../src/theme/alphabets.ts";
import { FACES, type Face, fontFile, ITALIC, MONO, ROMAN } from "../../src/theme/faces.ts";

const alphabets = [WESTERN, ...FURTHER];
const published = FACES.flatMap((face) => alphabets.map((alphabet) => ({ face, alphabet })));
const bytesOf = (face: Face, alphabet = WESTERN) => readFileSync(`src/theme/fonts/${fontFile(face, alphabet)}.woff2`);
const sourceOf = (file: string) => readFileSync(createRequire(import.meta.url).resolve(file));

describe("each font file", () => {
  it.each(published.map(({ face, alphabet }) => [fontFile(face, alphabet), face, alphabet] as const))(
    "%s has the letters that are asked for",
    (_name, face, alphabet) => {
      const elsewhere = new Set(codePointsOf(bytesOf(face)));
      const letters = [...alphabet.letters].filter((letter) => !elsewhere.has(letter.codePointAt(0) ?? 0));
      expect(
        missingFrom(bytesOf(face, alphabet), alphabet === WESTERN ? alphabet.letters : letters.join(""), []),
      ).toBeUndefined();
    },
  );

  it("has the figures that style sheets ask for", () => {
    for (const face of [ROMAN, ITALIC]) {
      expect(
        missingFrom(bytesOf(face), "0123456789", ["lnum", "onum", "pnum", "tnum", "kern", "liga"]),
      ).toBeUndefined();
    }
    const font = create(bytesOf(ROMAN)) as Font;
    const outlines = (features: string[]) =>
      font.layout("034579", features).glyphs.map(({ path }) => JSON.stringify(path.commands));
    expect(outlines(["onum", "pnum"]).filter((outline) => outlines(["lnum", "tnum"]).includes(outline))).toEqual([]);
  });

  it("has the arrows, comparisons, lines and Greek letters of code", () => {
    expect(missingFrom(bytesOf(MONO), "→←↑↓≤≥≠≈✓│─┌┐└┘├┤┬┴┼░█λμäéñ…", [])).toBeUndefined();
  });
});

describe("the set-up of fonts", () => {
  it("says which letters and features are not in a result", () => {
    expect(missingFrom(bytesOf(ROMAN), "aŁ字", ["onum", "smcp"])).toBe(
      "the font lacks the letters Ł (U+0141), 字 (U+5B57) and the features smcp",
    );
  });

  it("fails where the source has not what is asked for", async () => {
    const source = bytesOf(ROMAN);
    const latin = FURTHER.find(({ name }) => name === "latin") ?? WESTERN;
    await expect(cutWholeFace({ source, alphabet: latin, features: [] })).rejects.toThrow(/lacks the letters Ā .*ț/);
    await expect(cutWholeFace({ source, alphabet: WESTERN, features: ["smcp"] })).rejects.toThrow(/the features smcp/);
  });

  it("makes the file that is committed", async () => {
    const source = sourceOf("source-code-pro/WOFF2/TTF/SourceCodePro-Regular.ttf.woff2");
    const greek = FURTHER.find(({ name }) => name === "greek") ?? WESTERN;
    const { bytes } = await cutWholeFace({ source, alphabet: greek, features: [], extra: "λμ" });
    expect(Buffer.from(bytes).equals(bytesOf(MONO, greek))).toBe(true);
  });
});

describe("the style sheet of each further alphabet", () => {
  it("is not asked for by what the western alphabet has", () => {
    expect(FURTHER.filter((alphabet) => patternOf(alphabet).test("“Äß” – … → ≤ ≠ Œœ Ÿ"))).toEqual([]);
    expect(FURTHER.filter((alphabet) => patternOf(alphabet).test("Łódź")).map(({ name }) => name)).toEqual(["latin"]);
  });

  it.each(FURTHER.map((alphabet) => [alphabet.name, alphabet] as const))("%s", (name, alphabet) => {
    const rules = [...readFileSync(`src/theme/styles/fonts-${name}.css`, "utf8").matchAll(/@font-face \{([^}]*)\}/g)];
    expect(rules).toHaveLength(FACES.length);
    for (const face of FACES) {
      const rule =
        rules.find(([, text = ""]) => text.includes(`"/assets/${fontFile(face, alphabet)}.woff2"`))?.[1] ?? "";
      expect(codePointsIn(rule)).toEqual(codePointsOf(bytesOf(face, alphabet)).toSorted((one, other) => one - other));
      expect(rule).toContain(`font-family: ${face.family};`);
      // A page is given the sheet by its blocks: none of the sheet's letters may lie outside of them.
      const outside = codePointsIn(rule).filter((point) => !patternOf(alphabet).test(String.fromCodePoint(point)));
      expect(outside).toEqual([]);
    }
  });
});

function codePointsIn(rule: string): number[] {
  const ranges = /unicode-range:\s*([^;]*);/.exec(rule)?.[1]?.split(", ") ?? [];
  return ranges.flatMap((range) => {
    const [first = 0, last = first] = range
      .slice(2)
      .split("-")
      .map((hex) => Number.parseInt(hex, 16));
    return Array.from({ length: last - first + 1 }, (_, index) => first + index);
  });
}
