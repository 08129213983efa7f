/** The tools that sites are built with, shared by every build of a process. */
import { join } from "node:path";
import { Cache } from "../pictures/cache.ts";
import type { PictureTools } from "../pictures/picture-tools.ts";
import { Typeface } from "../pictures/typeface.ts";
import { buildAssets, readTextFonts } from "../theme/assets.ts";
import type { ThemeAssets } from "../theme/view.ts";

export interface Tools extends PictureTools {
  /** The theme's styles, scripts and fonts. */
  readonly assets: ThemeAssets;
}

export async function openTools(siteDir: string): Promise<Tools> {
  const [pictures, assets] = await Promise.all([pictureTools(siteDir), buildAssets()]);
  return { ...pictures, assets };
}

/** The tools that reading needs. */
export async function pictureTools(siteDir: string): Promise<PictureTools> {
  return { cache: new Cache(join(siteDir, ".cache/pictures")), typeface: new Typeface(await readTextFonts()) };
}
