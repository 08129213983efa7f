/** A redirect must lead to an existing page in one step. */
import type { Content } from "../content/content.ts";
import { didYouMean, type Problem } from "../content/problems/problem.ts";
import { GONE } from "../content/redirect.ts";

/** `paths` are the site-relative paths of everything that is published. */
export function checkRedirects({ redirects }: Content, paths: ReadonlySet<string>): Problem[] {
  const targets = new Map(redirects.map(({ from, to }) => [from, to]));
  return redirects.flatMap(({ from, to, file }): Problem[] => {
    if (to === GONE || !to.startsWith("/")) return [];
    const path = to.replace(/[?#].*$/, "");
    const place = { file, field: from, written: `"${to}"` };
    const next = targets.get(path);
    if (next) return [{ ...place, message: `leads to ${path}, which leads to ${next}`, hint: `write "${next}"` }];
    if (paths.has(path)) return [];
    return [{ ...place, message: `leads to ${path}, which this site does not have`, hint: didYouMean(path, paths) }];
  });
}
