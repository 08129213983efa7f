/**
 * Makes the woff2 files in `src/theme/fonts/` from the faces' npm packages, and the style sheets that load the further
 * alphabets. Run `npm run fonts` after changing `theme/alphabets.ts`, and commit the result; builds only copy it.
 * Fails when a letter or an OpenType feature that is asked for is not in what was made.
 */
import { readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { create } from "fontkit";
import { type CutRequest, cutWholeFace } from "../looks/faces/cut-face.ts";
import { meanWidthOf } from "../looks/faces/fallback-face.ts";
import { fontRules } from "../looks/faces/font-rules.ts";
import { type Alphabet, FURTHER, WESTERN } from "../theme/alphabets.ts";
import { type Face, fontFile, ITALIC, MONO, ROMAN } from "../theme/faces.ts";

interface Source extends Omit<CutRequest, "source" | "alphabet"> {
  face: Face;
  file: string;
}

const SERIF = "source-serif/WOFF2/VAR/SourceSerif4Variable";
const TEXT_FEATURES = ["kern", "liga", "lnum", "onum", "pnum", "tnum"];
const THIN_SPACES = "\u2009\u202f";
/** What listings have: the plain box drawing, names of functions, a tick. */
const MONO_EXTRA = "λμ│─┌┐└┘├┤┬┴┼░█✓";
const SOURCES: Source[] = [
  {
    face: ROMAN,
    file: `${SERIF}-Roman.ttf.woff2`,
    features: TEXT_FEATURES,
    axes: { wght: { min: 400, max: 650 }, opsz: 16 },
    extra: THIN_SPACES,
  },
  {
    face: ITALIC,
    file: `${SERIF}-Italic.ttf.woff2`,
    features: TEXT_FEATURES,
    axes: { wght: 400, opsz: 16 },
    extra: THIN_SPACES,
  },
  {
    face: MONO,
    file: "source-code-pro/WOFF2/TTF/SourceCodePro-Regular.ttf.woff2",
    features: [],
    extra: MONO_EXTRA,
  },
];

const require = createRequire(import.meta.url);
const sources = await Promise.all(
  SOURCES.map(async (source) => ({ ...source, source: await readFile(require.resolve(source.file)) })),
);
for (const alphabet of [WESTERN, ...FURTHER]) {
  const cuts = [];
  for (const { face, ...source } of sources) {
    const cut = await cutWholeFace({ ...source, alphabet });
    await writeFile(here(`../theme/fonts/${fontFile(face, alphabet)}.woff2`), cut.bytes);
    console.log(`${fontFile(face, alphabet)}.woff2  ${cut.bytes.length} bytes  ${measured(alphabet, cut.bytes)}`);
    cuts.push({ face, codePoints: cut.codePoints });
  }
  if (alphabet === WESTERN) continue;
  await writeFile(here(`../theme/styles/fonts-${alphabet.name}.css`), fontRules(alphabet, cuts));
}

/** What `styles/fonts.css` needs to make a fallback face take the same room; widths are of running English. */
function measured(alphabet: Alphabet, bytes: Uint8Array): string {
  if (alphabet !== WESTERN) return "";
  const font = create(Buffer.from(bytes));
  const width = meanWidthOf(font);
  return `ascent ${font.ascent / font.unitsPerEm}, descent ${-font.descent / font.unitsPerEm}, mean width ${width.toFixed(4)}`;
}

function here(path: string): URL {
  return new URL(path, import.meta.url);
}
