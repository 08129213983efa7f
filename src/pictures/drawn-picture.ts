/** A diagram as a picture in a file: by day, on its own paper, its words as outlines, so that no machine's fonts matter. */
import type { DrawnPicture } from "../content/drawing.ts";
import { type Cache, digestOf } from "./cache.ts";
import { outlinedSvg, sizeOf, wordsIn } from "./outlined-svg.ts";
import type { Typeface } from "./typeface.ts";

/** Goes up when the same drawing is to look otherwise. */
const VERSION = 1;
/** Pixels of the file to one of CSS, for screens that have so many. */
const DENSITY = 2;
const COLOURS = 32;

/** `svg` is a drawing as pages have it. Undefined where a sign of it would be an empty box. */
export function drawnPicture(svg: string, typeface: Typeface): DrawnPicture | undefined {
  if (!typeface.has(wordsIn(svg))) return undefined;
  return { path: `/assets/diagrams/${digestOf(`${VERSION}\n${svg}`).slice(0, 16)}.png`, ...sizeOf(svg), svg };
}

/** `write` is given each file with its site-relative path, drawn now if no earlier build has drawn it. */
export async function writeDrawings(
  drawings: DrawnPicture[],
  { cache, typeface }: { cache: Cache; typeface: Typeface },
  write: (path: string, bytes: Uint8Array) => Promise<void>,
): Promise<void> {
  for (const { path, svg } of new Map(drawings.map((drawing) => [drawing.path, drawing])).values()) {
    await write(path, await cache.bytes("drawings", path, () => rasterised(outlinedSvg(svg, typeface))));
  }
}

async function rasterised(svg: string): Promise<Uint8Array> {
  const { default: sharp } = await import("sharp");
  const image = sharp(Buffer.from(svg), { density: 72 * DENSITY });
  return image.png({ palette: true, colours: COLOURS, compressionLevel: 9 }).toBuffer();
}
