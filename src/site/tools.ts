/** What a site is made with: the same for every run of a process. */
import type { PictureTools } from "../reading/picture-tools.ts";
import { pictureTools } from "../reading/picture-tools.ts";
import { buildAssets } from "../theme/assets.ts";
import type { ThemeAssets } from "../theme/view.ts";

export interface Tools extends PictureTools {
  /** The theme's styles, scripts and fonts. */
  readonly assets: ThemeAssets;
}

export async function openTools(siteDir: string): Promise<Tools> {
  const [pictures, assets] = await Promise.all([pictureTools(siteDir), buildAssets()]);
  return { ...pictures, assets };
}
