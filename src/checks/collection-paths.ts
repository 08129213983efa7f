/** The address that the settings give a collection is no other page's. */
import { listPath } from "../content/collection.ts";
import type { Content } from "../content/content.ts";
import type { Problem } from "../content/problems/problem.ts";

/** `made` has the paths of all pages that no content file is, each as often as it is wanted. */
export function checkCollectionPaths({ site, collections }: Content, made: readonly string[]): Problem[] {
  const own = new Map(Object.entries(site.collections));
  return collections.flatMap(({ collection }): Problem[] => {
    const path = listPath(collection);
    if (!own.has(collection.name) || collection.path !== path) return [];
    if (made.filter((one) => one === path).length < 2) return [];
    const field = `collections.${collection.name}.path`;
    return [{ file: "_data/site.ts", field, message: `is ${path}, where another page is`, hint: "write another" }];
  });
}
