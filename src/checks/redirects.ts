/** A redirect must lead to an existing page in one step. */
import type { MayFollow } from "../content/broken-files.ts";
import { type Content, redirectsOf } from "../content/content.ts";
import { didYouMean } from "../content/problems/nearest-name.ts";
import type { Problem } from "../content/problems/problem.ts";
import { GONE, pathOfTarget } from "../content/redirect.ts";

/** `paths` are the site-relative paths of everything that is published. */
export function checkRedirects(
  content: Content,
  paths: ReadonlySet<string>,
  mayFollow: MayFollow = () => false,
): Problem[] {
  const targets = new Map(redirectsOf(content).map(({ from, to }) => [from, to]));
  return content.redirects.flatMap(({ from, to, file, written }): Problem[] => {
    if (to === GONE || !to.startsWith("/")) return [];
    const path = pathOfTarget(to);
    const place = { file, field: written?.from ?? from, written: `"${written?.to ?? to}"` };
    const next = targets.get(path);
    if (next) return [{ ...place, message: `leads to ${path}, which leads to ${next}`, hint: `write "${next}"` }];
    if (paths.has(path) || mayFollow(path)) return [];
    return [{ ...place, message: `leads to ${path}, which this site does not have`, hint: didYouMean(path, paths) }];
  });
}
