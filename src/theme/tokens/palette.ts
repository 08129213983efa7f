/** The colours of a theme: those that it sets, and what follows from them for the others. */
import type { Reason } from "../../content/problems/problem.ts";
import { colourOf, contrastOf, hexOf, lightnessOf, nearestLegible, type Rgb, shifted } from "./colour.ts";
import type { Tokens } from "./tokens.ts";

export type ColourInput = NonNullable<Tokens["colours"]>;
export type ColourName = keyof ColourInput;
type Scheme = "light" | "dark";

/** Hex colours by day and by night. */
export type Palette = Readonly<Record<ColourName, Readonly<Record<Scheme, string>>>>;

/** Ours, as `styles/colours.css` and `styles/code.css` have them; a test compares them. */
export const OWN_PALETTE: Palette = {
  paper: { light: "#fbfaf6", dark: "#171614" },
  ink: { light: "#1f1d1a", dark: "#dcd7cc" },
  quiet: { light: "#554f46", dark: "#b0a99b" },
  rule: { light: "#d9d4c8", dark: "#3a3731" },
  accent: { light: "#98321a", dark: "#e79573" },
  wash: { light: "#f2efe7", dark: "#201f1c" },
  codeKeyword: { light: "#8c2f14", dark: "#e79573" },
  codeString: { light: "#325729", dark: "#a3c48d" },
  codeNumber: { light: "#6b480b", dark: "#dbb570" },
  codeFunction: { light: "#24527c", dark: "#93bbe0" },
  codeProperty: { light: "#5f4188", dark: "#c4aae2" },
};

/** The least contrast of text (WCAG 2.2, 1.4.3). */
export const LEAST = 4.5;
/** As much as night's colours are given, if the day's have it. */
const ENOUGH = 8;
const GROUNDS = ["paper", "wash"] as const;
/** Of these, one colour is enough: by night it is the same at another lightness. */
const HUES = ["accent", "codeKeyword", "codeString", "codeNumber", "codeFunction", "codeProperty"] as const;
const TEXT = ["ink", "quiet", ...HUES] as const;
const SCHEMES = ["light", "dark"] as const;
const NAME_OF = { light: "the day's", dark: "the night's" } as const;

/** A colour that can't be read, with its key in `colours`: `accent`, or `accent.dark`. */
export interface PaletteReason extends Reason {
  key: string;
}

/** A colour that was written and can't be read is a reason; one that was not is made to be read on the grounds that were. */
export function paletteOf(input: ColourInput): { palette: Palette; reasons: PaletteReason[] } {
  const light = schemeOf(input, "light");
  const dark = schemeOf(input, "dark", light);
  const palette: Palette = {
    paper: { light: hexOf(light.paper), dark: hexOf(dark.paper) },
    ink: { light: hexOf(light.ink), dark: hexOf(dark.ink) },
    quiet: { light: hexOf(light.quiet), dark: hexOf(dark.quiet) },
    rule: { light: hexOf(light.rule), dark: hexOf(dark.rule) },
    accent: { light: hexOf(light.accent), dark: hexOf(dark.accent) },
    wash: { light: hexOf(light.wash), dark: hexOf(dark.wash) },
    codeKeyword: { light: hexOf(light.codeKeyword), dark: hexOf(dark.codeKeyword) },
    codeString: { light: hexOf(light.codeString), dark: hexOf(dark.codeString) },
    codeNumber: { light: hexOf(light.codeNumber), dark: hexOf(dark.codeNumber) },
    codeFunction: { light: hexOf(light.codeFunction), dark: hexOf(dark.codeFunction) },
    codeProperty: { light: hexOf(light.codeProperty), dark: hexOf(dark.codeProperty) },
  };
  return { palette, reasons: TEXT.flatMap((name) => illegible(input, name, { light, dark })) };
}

type Colours = Record<ColourName, Rgb>;

function schemeOf(input: ColourInput, scheme: Scheme, day?: Colours): Colours {
  const written = (name: ColourName) => writtenOf(input, name, scheme);
  const own = (name: ColourName) => known(OWN_PALETTE[name][scheme]);
  const paper = written("paper") ?? own("paper");
  // As far from the paper as ours are from ours.
  const beside = (name: "rule" | "wash") =>
    written(name) ??
    (written("paper") ? shifted(paper, lightnessOf(own(name)) - lightnessOf(own("paper"))) : own(name));
  const rule = beside("rule");
  // On a paper of middling lightness there may be no colour that can be read on both.
  const wash = [beside("wash"), paper].find((one) => written("wash") || isWritable([paper, one])) ?? paper;
  const grounds = [paper, wash];
  const legible = (colour: Rgb, least = LEAST) => nearestLegible(colour, grounds, least) ?? colour;
  const text = (name: ColourName) => written(name) ?? legible(own(name));
  const hue = (name: (typeof HUES)[number]) => {
    const byDay = day && input[name] !== undefined ? day[name] : undefined;
    if (written(name) || !byDay || !day) return text(name);
    return legible(byDay, Math.min(ENOUGH, Math.max(LEAST, contrastOf(byDay, day.paper))));
  };
  const accent = hue("accent");
  return {
    ...{ paper, wash, rule, accent },
    ink: text("ink"),
    quiet: text("quiet"),
    codeKeyword: input.accent && !input.codeKeyword ? accent : hue("codeKeyword"),
    codeString: hue("codeString"),
    codeNumber: hue("codeNumber"),
    codeFunction: hue("codeFunction"),
    codeProperty: hue("codeProperty"),
  };
}

/** Whether black or white can be read on all of these. */
function isWritable(grounds: readonly Rgb[]): boolean {
  return nearestLegible([0, 0, 0], grounds, LEAST) !== undefined;
}

/** What the theme says itself; a colour alone is the day's. */
function writtenOf(input: ColourInput, name: ColourName, scheme: Scheme): Rgb | undefined {
  const value = input[name];
  if (value === undefined) return undefined;
  if (typeof value === "string") return scheme === "light" ? known(value) : undefined;
  return known(value[scheme]);
}

function illegible(input: ColourInput, name: (typeof TEXT)[number], schemes: Record<Scheme, Colours>): PaletteReason[] {
  return SCHEMES.flatMap((scheme): PaletteReason[] => {
    const colour = writtenOf(input, name, scheme);
    if (!colour) return [];
    const colours = schemes[scheme];
    const [worst] = GROUNDS.map((ground) => ({ ground, contrast: contrastOf(colour, colours[ground]) })).sort(
      (one, other) => one.contrast - other.contrast,
    );
    if (!worst || worst.contrast >= LEAST) return [];
    const value = input[name];
    const text = typeof value === "string" ? value : value?.[scheme];
    const near = nearestLegible(colour, [colours.paper, colours.wash], LEAST);
    // Rounded down: 4.49 is not 4.5.
    const ratio = (Math.floor(worst.contrast * 100) / 100).toFixed(2);
    return [
      {
        key: typeof value === "string" ? name : `${name}.${scheme}`,
        written: text,
        message: `has a contrast of ${ratio} with ${NAME_OF[scheme]} ${worst.ground} ${hexOf(colours[worst.ground])}, and text needs ${LEAST}`,
        hint: near
          ? `the nearest that has it is ${hexOf(near)}`
          : `no lightness has it: bring paper and wash nearer to each other`,
      },
    ];
  });
}

/** Of a text that a schema has accepted. */
function known(text: string): Rgb {
  const colour = colourOf(text);
  if (!colour) throw new Error(`${text} is no colour, and was taken for one`);
  return colour;
}
