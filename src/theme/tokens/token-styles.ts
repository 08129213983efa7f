/** What a theme's tokens add to our style sheets: only what differs from ours. */
import { SHEETS, type StyleSheet } from "../style-sheets.ts";
import { type ColourName, OWN_PALETTE, type Palette } from "./palette.ts";
import type { Tokens } from "./tokens.ts";

/** Those that are custom properties; the others stand in rules of their own. */
const PROPERTIES: Partial<Record<ColourName, string>> = {
  paper: "--paper",
  ink: "--ink",
  quiet: "--quiet",
  rule: "--rule",
  accent: "--accent",
  wash: "--wash",
  codeKeyword: "--code-keyword",
  codeString: "--code-string",
};
/** As in `styles/code.css`. */
const IN_CODE: [selector: string, name: ColourName][] = [
  ["pre .n", "codeNumber"],
  ["pre .f", "codeFunction"],
  ["pre .p", "codeProperty"],
];
/** Ours, in per cent of the browser's 16 px. */
const SIZES = { narrow: 106.25, wide: 118.75 };
/** A page's title, in rem, where a section's is `scale`: ours are 1.28 and 2.35, 3.3 on the home page. */
const STEPS = { subsection: 0.2, page: 3.46, home: 4.84 };

/** The colours as custom properties, empty where they are ours: for pages, and for feeds that are opened in a browser. */
export function colourRules(palette: Palette): string {
  const lines = Object.entries(PROPERTIES).flatMap(([name, property]) => {
    const pair = differing(palette, name);
    return pair ? `${property}:${pair}` : [];
  });
  return lines.length > 0 ? `:root{${lines.join(";")}}` : "";
}

/** Come after ours, and before a theme's own `style.css`. */
export function tokenSheets(tokens: Tokens, palette: Palette): StyleSheet[] {
  const code = IN_CODE.flatMap(([selector, name]) => {
    const pair = differing(palette, name);
    return pair ? `${selector}{color:${pair}}` : [];
  });
  return [
    sheet("base", colourRules(palette) + sizeRules(tokens)),
    sheet("home", tokens.scale === undefined ? "" : `.home h1{${titleSize(tokens.scale ** STEPS.home)}}`),
    sheet("prose", tokens.scale === undefined ? "" : headingRules(tokens.scale)),
    sheet("code", code.join("")),
  ].filter(({ css }) => css !== "");
}

/** On the pages that have the sheet of that name. */
function sheet(name: string, css: string): StyleSheet {
  const needed = SHEETS.find(([one]) => one === name)?.[1];
  if (!needed) throw new Error(`there is no style sheet ${name}`);
  return { css, needed };
}

function differing(palette: Palette, name: string): string | undefined {
  const entry = Object.entries(palette).find(([one]) => one === name)?.[1];
  const own = Object.entries(OWN_PALETTE).find(([one]) => one === name)?.[1];
  if (!entry || (entry.light === own?.light && entry.dark === own.dark)) return undefined;
  return `light-dark(${entry.light},${entry.dark})`;
}

function sizeRules({ measure, size, scale }: Tokens): string {
  const html = [
    measure === undefined ? "" : `--measure:${measure}rem`,
    size === undefined ? "" : `font-size:${rounded(SIZES.narrow * size)}%`,
  ].filter(Boolean);
  return [
    html.length > 0 ? `html{${html.join(";")}}` : "",
    size === undefined ? "" : `@media(min-width:48rem){html{font-size:${rounded(SIZES.wide * size)}%}}`,
    // Print has a size of its own.
    size === undefined ? "" : "@media print{html{font-size:10.5pt}}",
    scale === undefined ? "" : `h1{${titleSize(scale ** STEPS.page)}}`,
  ].join("");
}

function headingRules(scale: number): string {
  const subsection = rounded(scale ** STEPS.subsection);
  return `.prose h2{font-size:${rounded(scale)}rem}.prose :is(h3,h4){font-size:${subsection}rem}`;
}

/** Four fifths of it on the narrowest screens. */
function titleSize(most: number): string {
  const least = Math.max(1.2, most * 0.8);
  return `font-size:clamp(${rounded(least)}rem,${rounded(least - 0.45)}rem + 2vw,${rounded(most)}rem)`;
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
