/** A diagram as a picture file: in the colours of the day, on paper, with words as outlines, so that no fonts are needed. */
import type { DrawnPicture } from "../content/drawing.ts";
import { type Cache, digestOf } from "./cache.ts";
import { OUTLINED_LOOKS, outlinedSvg, sizeOf, wordsIn } from "./outlined-svg.ts";
import { type Sketch, sketchFromJson } from "./sketch/sketch.ts";
import type { Typeface } from "./typeface.ts";

/** Goes up when drawings are to be made anew for another reason than their colours and measures. */
const VERSION = 2;
/** Pixels of the file for each CSS pixel, for dense screens. */
const DENSITY = 2;
const COLOURS = 32;

/** Undefined if a character would be shown as an empty box. */
export function drawnPicture(sketch: Sketch, typeface: Typeface): DrawnPicture | undefined {
  if (!typeface.has(wordsIn(sketch))) return undefined;
  const made = JSON.stringify(sketch);
  return {
    path: `/assets/diagrams/${digestOf(`${VERSION}${OUTLINED_LOOKS}${typeface.name}\n${made}`).slice(0, 16)}.png`,
    ...sizeOf(sketch),
    sketch: made,
  };
}

/** Draws pictures, or takes them from an earlier build. `write` is given each file by its site-relative path, which has a digest. */
export async function writeDrawings(
  drawings: DrawnPicture[],
  { cache, typeface }: { cache: Cache; typeface: Typeface },
  write: (path: string, make: () => Promise<Uint8Array>) => Promise<void>,
): Promise<void> {
  for (const { path, sketch } of new Map(drawings.map((drawing) => [drawing.path, drawing])).values()) {
    const draw = () => rasterised(outlinedSvg(sketchFromJson(sketch), typeface));
    await write(path, () => cache.bytes("drawings", path, draw));
  }
}

async function rasterised(svg: string): Promise<Uint8Array> {
  const { default: sharp } = await import("sharp");
  const image = sharp(Buffer.from(svg), { density: 72 * DENSITY });
  return image.png({ palette: true, colours: COLOURS, compressionLevel: 9 }).toBuffer();
}
