/** The tools that sites are built with: caches and readers, shared by all builds of a process. */
import { join } from "node:path";
import { RecordStore } from "../cache/record-store.ts";
import type { Collection } from "../content/collection.ts";
import type { Progress } from "../content/progress.ts";
import { type Speaking, speakerOf, speechOf } from "../content/words/words.ts";
import { themeReader } from "../looks/read-theme.ts";
import { Cache } from "../pictures/cache.ts";
import { Typeface } from "../pictures/typeface.ts";
import { KeptFrontMatter } from "../reading/front-matter/kept-front-matter.ts";
import { KeptBodies } from "../reading/kept-bodies.ts";
import type { ReadTools } from "../reading/read-tools.ts";
import { readTextFonts, type SiteWords } from "../theme/assets.ts";
import { type ScriptName, scriptWords } from "../theme/script-words.ts";
import { KeptAssets } from "./kept-assets.ts";
import { KeptWords } from "./kept-words.ts";

export interface Tools {
  /** Pictures and other results of earlier builds. */
  readonly cache: Cache;
  /** Bodies of earlier builds. */
  readonly bodies: KeptBodies;
  /** Shards of the search index, of earlier builds. */
  readonly shards: RecordStore;
  /** Front matter of earlier builds. */
  readonly frontMatter: KeptFrontMatter;
  /** Words of texts, of earlier builds. */
  readonly words: KeptWords;
  /** Styles, scripts and fonts of the last build's theme. */
  readonly assets: KeptAssets;
  readonly progress?: Progress | undefined;
  /** Reads the site's theme, again only when its files have changed. */
  readonly readTheme: ReturnType<typeof themeReader>;
}

/** `onLoaded` is called with the theme's folders and files. */
export function openTools(siteDir: string, onLoaded?: (paths: readonly string[]) => void): Tools {
  const assets = new KeptAssets(join(siteDir, ".cache/assets"));
  const words = new KeptWords(join(siteDir, ".cache/words"));
  return { ...caches(siteDir), words, assets, readTheme: themeReader(onLoaded) };
}

/** A search without results links to the list of the first collection of `table`. `runsInPage`: pages can run their samples. */
export function siteWords(table: readonly Collection[], site: Speaking, runsInPage = false): SiteWords {
  const speak = speakerOf(speechOf(site, site.language));
  const of = (script: ScriptName) => scriptWords([script], table, site);
  return {
    scripts: {
      ...{ site: of("site"), essay: of("essay") },
      ...{ search: of("search"), "search-marks": of("search-marks") },
      ...(runsInPage && { run: of("run") }),
    },
    feed: { sheet: speak("feedSheet"), archive: speak("archiveSheet") },
  };
}

/** The tools of reading, for a command that shows nothing: the typeface is ours, whatever the site's theme is. */
export async function readTools(siteDir: string): Promise<ReadTools> {
  return { ...caches(siteDir), typeface: new Typeface(await readTextFonts()) };
}

function caches(siteDir: string): Pick<Tools, "cache" | "bodies" | "shards" | "frontMatter"> {
  const folder = join(siteDir, ".cache");
  return {
    cache: new Cache(join(folder, "pictures")),
    bodies: new KeptBodies(new RecordStore(join(folder, "bodies"))),
    shards: new RecordStore(join(folder, "search")),
    frontMatter: new KeptFrontMatter(join(folder, "words/front-matter")),
  };
}
