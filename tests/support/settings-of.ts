/** The settings of a site's folder, which must be right. */
import { formatProblem } from "../../src/content/problems/problem.ts";
import type { Site } from "../../src/content/site.ts";
import { readSite } from "../../src/reading/data/read-site.ts";

export async function settingsOf(siteDir: string): Promise<Site> {
  const settings = await readSite(siteDir);
  if (!settings.ok) throw new Error(settings.problems.map(formatProblem).join("\n"));
  return settings.value;
}
