/** The tools that sites are built with, shared by every build of a process. */
import { join } from "node:path";
import { type Collection, listPath } from "../content/collection.ts";
import { inSentence } from "../content/naming.ts";
import { themeReader } from "../looks/read-theme.ts";
import { Cache } from "../pictures/cache.ts";
import type { PictureTools } from "../pictures/picture-tools.ts";
import { Typeface } from "../pictures/typeface.ts";
import { readTextFonts, type SearchWords } from "../theme/assets.ts";

export interface Tools {
  /** Has what was made in earlier builds. */
  readonly cache: Cache;
  /** Reads the site's theme, and remembers it for as long as its files are the same. */
  readonly readTheme: ReturnType<typeof themeReader>;
}

/** `onLoaded` is called with the folders and files that the theme is in. */
export function openTools(siteDir: string, onLoaded?: (paths: readonly string[]) => void): Tools {
  return { cache: pictureCache(siteDir), readTheme: themeReader(onLoaded) };
}

/** Where search finds nothing, it links to the list of the first collection. */
export function searchWords(table: readonly Collection[]): SearchWords {
  const [first, ...others] = table.filter(({ isStandalone }) => !isStandalone);
  const kinds = [first, ...others].map((collection) => collection?.labels.many ?? "pages");
  const list = { name: `All ${kinds[0]}`, path: first ? listPath(first) : "/" };
  return { name: `Search ${inSentence(kinds)}`, list };
}

/** The tools that reading needs, for a command that shows nothing: the face is ours whatever the site's theme is. */
export async function pictureTools(siteDir: string): Promise<PictureTools> {
  return { cache: pictureCache(siteDir), typeface: new Typeface(await readTextFonts()) };
}

function pictureCache(siteDir: string): Cache {
  return new Cache(join(siteDir, ".cache/pictures"));
}
