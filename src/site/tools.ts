/** The tools that sites are built with, shared by every build of a process. */
import { join } from "node:path";
import { RecordStore } from "../cache/record-store.ts";
import { type Collection, listPath } from "../content/collection.ts";
import { inSentence } from "../content/naming.ts";
import { Cache } from "../pictures/cache.ts";
import { Typeface } from "../pictures/typeface.ts";
import { KeptBodies } from "../reading/kept-bodies.ts";
import type { ReadTools } from "../reading/read-tools.ts";
import { buildAssets, readTextFonts, type SearchWords } from "../theme/assets.ts";
import type { ThemeAssets } from "../theme/view.ts";
import { collections } from "./collections.ts";

export interface Tools extends ReadTools {
  /** The theme's styles, scripts and fonts. */
  readonly assets: ThemeAssets;
}

export async function openTools(siteDir: string): Promise<Tools> {
  const [reading, assets] = await Promise.all([readTools(siteDir), buildAssets(searchWords(collections))]);
  return { ...reading, assets };
}

/** Where search finds nothing, it links to the list of the first collection. */
export function searchWords([first, ...others]: readonly Collection[]): SearchWords {
  const kinds = [first, ...others].map((collection) => collection?.labels.many ?? "pages");
  const list = { name: `All ${kinds[0]}`, path: first ? listPath(first) : "/" };
  return { name: `Search ${inSentence(kinds)}`, list };
}

/** The tools that reading needs. */
export async function readTools(siteDir: string): Promise<ReadTools> {
  const cache = join(siteDir, ".cache");
  return {
    cache: new Cache(join(cache, "pictures")),
    typeface: new Typeface(await readTextFonts()),
    bodies: new KeptBodies(new RecordStore(join(cache, "bodies"))),
  };
}
