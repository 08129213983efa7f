/** Reads `_data/site.ts`, and what a command or the environment says in its place. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Problem } from "../content/problems/problem.ts";
import { Site, withBasePath } from "../content/site.ts";
import { readData } from "./read-data.ts";
import { validate } from "./validate.ts";

const FILE = "_data/site.ts";

export interface SiteOverrides {
  /** In place of `url`, from the environment's SITE_URL. */
  url?: string | undefined;
  /** In place of the url's path. */
  pathPrefix?: string | undefined;
}

/** The site's settings, or undefined where they are missing or wrong; `problems` then say so. */
export async function readSite(
  siteDir: string,
  overrides: SiteOverrides,
  problems: Problem[],
): Promise<Site | undefined> {
  if (!existsSync(join(siteDir, FILE))) {
    problems.push({
      file: FILE,
      message: "does not exist",
      hint: "it exports the site's title, url, language and description",
    });
    return undefined;
  }
  const known = problems.length;
  const settings = await readData(siteDir, FILE, problems);
  if (problems.length > known) return undefined;
  const { url, pathPrefix } = overrides;
  const data = url && typeof settings === "object" ? { ...settings, url } : settings;
  const result = validate(Site, data, ([key]) => ({ file: url && key === "url" ? "SITE_URL" : FILE }));
  if (!result.ok) {
    problems.push(...result.problems.map((problem) => ({ ...problem, written: `${problem.field}:` })));
    return undefined;
  }
  return pathPrefix === undefined ? result.value : withBasePath(result.value, pathPrefix);
}
