/** The tools that sites are built with, shared by every build of a process. */
import { join } from "node:path";
import { type Collection, listPath } from "../content/collection.ts";
import { inSentence } from "../content/naming.ts";
import { Cache } from "../pictures/cache.ts";
import type { PictureTools } from "../pictures/picture-tools.ts";
import { Typeface } from "../pictures/typeface.ts";
import { buildAssets, readTextFonts, type SearchWords } from "../theme/assets.ts";
import type { ThemeAssets } from "../theme/view.ts";
import { collections } from "./collections.ts";

export interface Tools extends PictureTools {
  /** The theme's styles, scripts and fonts. */
  readonly assets: ThemeAssets;
}

export async function openTools(siteDir: string): Promise<Tools> {
  const [pictures, assets] = await Promise.all([pictureTools(siteDir), buildAssets(searchWords(collections))]);
  return { ...pictures, assets };
}

/** Where search finds nothing, it links to the list of the first collection. */
export function searchWords(table: readonly Collection[]): SearchWords {
  const [first, ...others] = table.filter(({ isStandalone }) => !isStandalone);
  const kinds = [first, ...others].map((collection) => collection?.labels.many ?? "pages");
  const list = { name: `All ${kinds[0]}`, path: first ? listPath(first) : "/" };
  return { name: `Search ${inSentence(kinds)}`, list };
}

/** The tools that reading needs. */
export async function pictureTools(siteDir: string): Promise<PictureTools> {
  return { cache: new Cache(join(siteDir, ".cache/pictures")), typeface: new Typeface(await readTextFonts()) };
}
