/** The tools that pictures are made with. */
import type { Cache } from "./cache.ts";
import type { Typeface } from "./typeface.ts";

export interface PictureTools {
  /** Results of earlier builds. */
  readonly cache: Cache;
  /** The site's own face. */
  readonly typeface: Typeface;
}
