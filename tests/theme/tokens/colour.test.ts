/** Colours against published values, and what holds for all of them. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  colourOf,
  contrastOf,
  hexOf,
  lightnessOf,
  nearestLegible,
  type Rgb,
} from "../../../src/theme/tokens/colour.ts";

const hex = (text: string) => {
  const colour = colourOf(text);
  return colour && hexOf(colour);
};
const rgb = (text: string): Rgb => colourOf(text) ?? [0, 0, 0];
const anyColour = fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255)).map(([r, g, b]): Rgb => [r / 255, g / 255, b / 255]);

describe("a colour", () => {
  // From the examples of CSS Color 4 and from browsers.
  it.each([
    ["#98321a", "#98321a"],
    ["#FFF", "#ffffff"],
    [" #0b6e4f ", "#0b6e4f"],
    ["rgb(152, 50, 26)", "#98321a"],
    ["rgb(152 50 26)", "#98321a"],
    ["rgb(100% 0% 50%)", "#ff0080"],
    ["hsl(120deg 100% 25%)", "#008000"],
    ["hsl(-240, 100%, 50%)", "#00ff00"],
    ["hsl(0.5turn 100% 50%)", "#00ffff"],
    ["rgb(152deg 50 26)", undefined],
    ["hsl(50% 100% 50%)", undefined],
    ["oklch(62.796% 0.25768 29.234)", "#ff0000"],
    ["oklch(0.51975 0.17686 142.495deg)", "#008000"],
    ["oklch(40.101% 0.12332 21.555)", "#7d2329"],
    ["oklch(100% 0 0)", "#ffffff"],
    ["tomato", undefined],
    ["#98321a80", undefined],
    ["#12345", undefined],
    ["rgb(152 50 26 / 0.5)", undefined],
    ["oklch(50% 0.1 20%)", undefined],
    ["var(--x)", undefined],
    ["", undefined],
  ])("%j is %s", (text, expected) => expect(hex(text)).toBe(expected));

  it("that no screen has keeps its lightness and hue, and loses chroma", () => {
    const vivid = rgb("oklch(70% 0.4 150)");
    expect(vivid.every((channel) => channel >= 0 && channel <= 1)).toBe(true);
    expect(lightnessOf(vivid)).toBeCloseTo(0.7, 2);
  });
});

describe("contrast", () => {
  it.each([
    ["#000000", "#ffffff", 21],
    ["#767676", "#ffffff", 4.54],
    ["#777777", "#ffffff", 4.48],
    ["#98321a", "#fbfaf6", 7.2],
  ])("of %s with %s is %f", (one, other, expected) => {
    expect(contrastOf(rgb(one), rgb(other))).toBeCloseTo(expected, 1);
    expect(contrastOf(rgb(other), rgb(one))).toBe(contrastOf(rgb(one), rgb(other)));
  });
});

describe("the nearest colour that can be read", () => {
  it("is the colour itself where that can be", () => {
    expect(hexOf(nearestLegible(rgb("#98321a"), [rgb("#fbfaf6")], 4.5) ?? [0, 0, 0])).toBe("#98321a");
  });

  it("has the contrast as it is written down, and none between has it", () => {
    fc.assert(
      fc.property(anyColour, anyColour, (colour, ground) => {
        const near = nearestLegible(colour, [ground], 4.5);
        if (!near) throw new Error("white or black can be read on any ground");
        expect(contrastOf(rgb(hexOf(near)), ground)).toBeGreaterThanOrEqual(4.5);
        const [from, to] = [lightnessOf(colour), lightnessOf(near)];
        const halfway = nearestLegible(near, [ground], 4.5);
        expect(halfway && hexOf(halfway)).toBe(hexOf(near));
        // A colour of the same hue a little nearer is not legible.
        if (Math.abs(to - from) > 0.01) {
          const short = nearestLegible(colour, [ground], 4.4);
          expect(short && Math.abs(lightnessOf(short) - from)).toBeLessThanOrEqual(Math.abs(to - from) + 0.004);
        }
      }),
    );
  });

  it("is none where grounds are too far from each other", () => {
    expect(nearestLegible(rgb("#ff0000"), [rgb("#000000"), rgb("#ffffff"), rgb("#777777")], 4.5)).toBeUndefined();
  });
});
