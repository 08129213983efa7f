/** The tools that pictures are made with. */
import type { Cache } from "./cache.ts";
import type { Typeface } from "./typeface.ts";

export interface PictureTools {
  /** Has what was made in earlier builds. */
  readonly cache: Cache;
  /** The site's own face. */
  readonly typeface: Typeface;
}
