/** The links in the navigation must lead to pages that exist. */
import type { MayFollow } from "../content/broken-files.ts";
import { didYouMean } from "../content/problems/nearest-name.ts";
import type { Problem } from "../content/problems/problem.ts";
import type { Site } from "../content/site.ts";

/** `paths` are the site-relative paths of everything that is published. */
export function checkNavigation(
  { navigation }: Site,
  paths: ReadonlySet<string>,
  mayFollow: MayFollow = () => false,
): Problem[] {
  return navigation.flatMap(({ path }, index): Problem[] => {
    if (path === undefined || paths.has(path) || mayFollow(path)) return [];
    const message = `leads to ${path}, which this site does not have`;
    return [
      {
        file: "_data/site.ts",
        field: `navigation.${index}.path`,
        message,
        hint: didYouMean(path, paths),
        written: `"${path}"`,
      },
    ];
  });
}
