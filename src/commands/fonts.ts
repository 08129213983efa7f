/**
 * Makes the woff2 files in `src/theme/fonts/` from the fonts' npm packages: fewer characters, fewer weights.
 * Run `npm run fonts` after changing what a site needs, and commit the result; builds only copy it.
 */
import { readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { create } from "fontkit";
import subsetFont from "subset-font";

const LATIN = `${range(0x20, 0x7e) + range(0xa0, 0xff)}ŒœŠšŽžŸıĀāĒēĪīŌōŪūŁłŃńŚśŹźŻżĆćČčĘęĄąŘřŮůĚěĐđĞğŞşŐőŰűȘșȚț`;
const PUNCTUATION = "–—‘’‚“”„†‡•…‹›⁄€™−×÷≤≥≠≈∞→←↑↓↩§¶№′″ \u202f\u2009\u2212";
const CODE = `${range(0x20, 0x7e)}«»×÷±·–—‘’“”…→←↑↓≤≥≠λμ│─┌┐└┘├┤┬┴┼░█✓`;

interface Face {
  file: string;
  source: string;
  characters: string;
  features: string[];
  axes?: Record<string, number | { min: number; max: number }>;
}

const TEXT_FEATURES = ["kern", "liga", "onum", "lnum", "tnum", "pnum", "ccmp", "locl", "mark", "mkmk", "sups"];
const SERIF = "@fontsource-variable/source-serif-4/files/source-serif-4-latin";
const faces: Face[] = [
  {
    file: "serif-roman",
    source: `${SERIF}-standard-normal.woff2`,
    characters: LATIN + PUNCTUATION,
    features: TEXT_FEATURES,
    axes: { wght: { min: 400, max: 650 }, opsz: 16 },
  },
  {
    file: "serif-italic",
    source: `${SERIF}-standard-italic.woff2`,
    characters: `${range(0x20, 0x7e)}àáâãäåæçèéêëìíîïñòóôõöøùúûüß${PUNCTUATION}`,
    features: TEXT_FEATURES,
    axes: { wght: 400, opsz: 16 },
  },
  {
    file: "mono",
    source: "@fontsource/source-code-pro/files/source-code-pro-latin-400-normal.woff2",
    characters: CODE,
    features: ["ccmp"],
  },
];

const require = createRequire(import.meta.url);
for (const { file, source, characters, features, axes } of faces) {
  const original = await readFile(require.resolve(source));
  const options = {
    targetFormat: "woff2",
    keepFeatures: features,
    noHinting: true,
    ...(axes && { variationAxes: axes }),
  } as const;
  const subset = await subsetFont(original, characters, options);
  await writeFile(new URL(`../theme/fonts/${file}.woff2`, import.meta.url), subset);
  console.log(`${file}.woff2  ${subset.length} bytes  ${describeMetrics(subset)}`);
}

/** What `styles/fonts.css` needs to make a fallback face take the same room; widths are of running English. */
function describeMetrics(bytes: Uint8Array): string {
  const font = create(Buffer.from(bytes));
  const sample = "the quick brown fox jumps over the lazy dog and then sits down to read what it has done ";
  const width = font.layout(sample).advanceWidth / sample.length / font.unitsPerEm;
  return `ascent ${font.ascent / font.unitsPerEm}, descent ${-font.descent / font.unitsPerEm}, mean width ${width.toFixed(4)}`;
}

function range(first: number, last: number): string {
  return String.fromCodePoint(...Array.from({ length: last - first + 1 }, (_, index) => first + index));
}
