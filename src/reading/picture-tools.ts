/** What a site's pictures are made with: the same for builds and for proofs. */
import { join } from "node:path";
import { Cache } from "../pictures/cache.ts";
import { Typeface } from "../pictures/typeface.ts";
import { readTextFonts } from "../theme/assets.ts";

export interface PictureTools {
  /** Has what was made in earlier builds. */
  cache: Cache;
  /** The site's own face. */
  typeface: Typeface;
}

export async function pictureTools(siteDir: string): Promise<PictureTools> {
  return { cache: new Cache(join(siteDir, ".cache/pictures")), typeface: new Typeface(await readTextFonts()) };
}
