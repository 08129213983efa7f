/** The palette: ours, what a theme says, and what follows from that. */
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { colourOf, contrastOf, type Rgb } from "../../../src/theme/tokens/colour.ts";
import { type ColourInput, OWN_PALETTE, type Palette, paletteOf } from "../../../src/theme/tokens/palette.ts";

const TEXT = [
  "ink",
  "quiet",
  "accent",
  "codeKeyword",
  "codeString",
  "codeNumber",
  "codeFunction",
  "codeProperty",
] as const;
const rgb = (text: string): Rgb => colourOf(text) ?? [0, 0, 0];
const hexes = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, "0")}`);

/** Each text that can't be read, in each scheme. */
function illegibleIn(palette: Palette): string[] {
  return fainterThan(4.5, palette, ["paper", "wash"]);
}

/** Each text with less contrast than that to one of the grounds. */
function fainterThan(least: number, palette: Palette, grounds: readonly ("paper" | "wash")[]): string[] {
  return (["light", "dark"] as const).flatMap((scheme) =>
    TEXT.filter((name) =>
      grounds.some((ground) => contrastOf(rgb(palette[name][scheme]), rgb(palette[ground][scheme])) < least),
    ).map((name) => `${name} ${scheme}`),
  );
}

describe("our own palette", () => {
  const css = ["colours", "code"].map((name) => readFileSync(`src/theme/styles/${name}.css`, "utf8")).join("");

  it.each(Object.entries(OWN_PALETTE))("has %s as the style sheets have it", (_name, { light, dark }) => {
    expect(css).toContain(`light-dark(${light}, ${dark})`);
  });

  it("has the enhanced contrast of WCAG 2.2 (1.4.6) on paper", () => {
    expect(fainterThan(7, OWN_PALETTE, ["paper"])).toEqual([]);
  });

  it("can be read, and is what a theme without colours has", () => {
    expect(illegibleIn(OWN_PALETTE)).toEqual([]);
    expect(paletteOf({})).toEqual({ palette: OWN_PALETTE, reasons: [] });
  });
});

describe("a theme's colours", () => {
  it("need no more than an accent: the night's follows from it, and keywords are of it", () => {
    const { palette, reasons } = paletteOf({ accent: "#0b6e4f" });
    expect(reasons).toEqual([]);
    expect(palette.accent.light).toBe("#0b6e4f");
    expect(palette.codeKeyword).toEqual(palette.accent);
    expect(palette.accent.dark).not.toBe(OWN_PALETTE.accent.dark);
    expect(illegibleIn(palette)).toEqual([]);
    expect(palette.ink).toEqual(OWN_PALETTE.ink);
  });

  it("say which can't be read, on which ground, and the nearest that can", () => {
    const { reasons } = paletteOf({ accent: "#ffcc00", ink: { light: "#111111", dark: "#333333" } });
    expect(reasons.map(({ key, message, written }) => [key, message, written])).toEqual([
      ["ink.dark", "has a contrast of 1.30 with the night's wash #201f1c, and text needs 4.5", "#333333"],
      ["accent", "has a contrast of 1.31 with the day's wash #f2efe7, and text needs 4.5", "#ffcc00"],
    ]);
    const [, accent] = reasons;
    const nearest = /#[\da-f]{6}/.exec(accent?.hint ?? "")?.[0] ?? "";
    expect(paletteOf({ accent: nearest }).reasons).toEqual([]);
  });

  it("that were not written can be read on any paper that was", () => {
    fc.assert(
      fc.property(hexes, hexes, (light, dark) => {
        const { palette, reasons } = paletteOf({ paper: { light, dark } });
        expect(reasons).toEqual([]);
        expect(illegibleIn(palette)).toEqual([]);
      }),
    );
  });

  it("that were written are kept or refused, and what is refused has a nearest that is kept", () => {
    fc.assert(
      fc.property(fc.constantFrom(...TEXT), hexes, hexes, (name, light, dark) => {
        const input: ColourInput = { [name]: { light, dark } };
        const { palette, reasons } = paletteOf(input);
        expect(palette[name]).toEqual({ light, dark });
        const refused = reasons.map(({ key }) => key.replace(".", " "));
        expect(illegibleIn(palette).filter((one) => one.startsWith(`${name} `))).toEqual(refused);
        const fixed = Object.fromEntries(
          reasons.map(({ key, hint = "" }) => [key.split(".")[1], /#[\da-f]{6}/.exec(hint)?.[0]]),
        );
        expect(paletteOf({ [name]: { light, dark, ...fixed } }).reasons).toEqual([]);
      }),
    );
  });
});
