/** Reads `_data/site.ts`, with what a command or the environment sets instead. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { failure, type Result, success } from "../../content/problems/result.ts";
import { Site, withBasePath } from "../../content/site.ts";
import { validate } from "../front-matter/validate.ts";
import { placeOfKey } from "./data-places.ts";
import { readData } from "./read-data.ts";
import { readWords } from "./read-words.ts";

const FILE = "_data/site.ts";

export interface SiteOverrides {
  /** Replaces `url`; from SITE_URL of the environment. */
  url?: string | undefined;
  /** Replaces the path of `url`. */
  pathPrefix?: string | undefined;
  /** For a preview for others: withheld entries are shown, and search engines are kept away. */
  drafts?: boolean | undefined;
}

export async function readSite(siteDir: string, overrides: SiteOverrides = {}): Promise<Result<Site>> {
  const { url, pathPrefix, drafts } = overrides;
  if (!existsSync(join(siteDir, FILE))) {
    const hint = "it exports the site's title, url, language and description";
    return failure({ file: FILE, message: "does not exist", hint });
  }
  const settings = await readData(siteDir, FILE);
  if (!settings.ok) return settings;
  const others = { ...(url && { url }), ...(drafts && { noindex: true }) };
  const data = typeof settings.value === "object" ? { ...settings.value, ...others } : settings.value;
  const placeOf = (path: readonly PropertyKey[]) =>
    url && path[0] === "url" ? { file: "SITE_URL" } : placeOfKey(siteDir, FILE, path);
  const result = validate(Site, data, placeOf, JSON.stringify);
  if (!result.ok) return result;
  const words = await readWords(siteDir);
  if (!words.ok) return words;
  const site = { ...result.value, dictionaries: words.value };
  return success(pathPrefix === undefined ? site : withBasePath(site, pathPrefix));
}
