/** Addresses of Eleventy's pages: a permalink, which may be a template, or the place of the file. https://www.11ty.dev/docs/permalinks/ */
import type { LiquidRenderer } from "../tags/liquid.ts";
import type { EntryHead } from "../trees/entry-head.ts";
import { joined } from "../trees/path-parts.ts";
import { at, type Data } from "../trees/values.ts";

export function eleventyAddress(
  head: EntryHead,
  below: string,
  hasDayInName: boolean,
  data: Data,
  liquid: LiquidRenderer,
  file: string,
): string {
  const permalink = at(head.data, "permalink");
  if (typeof permalink === "string" && permalink.trim()) {
    // Nunjucks' filters for dates, as Liquid writes them.
    const plain = permalink
      .replace(/\{\{-?\s*page\.(date)\s*\|\s*date\(?:?\s*/g, "{{ page.$1 | date: ")
      .replace(/["'](YYYY|yyyy)([-/]?)(MM)\2(DD|dd)["']\)?/g, '"%Y$2%m$2%d"')
      .replace(/\)\s*(\||\}\})/g, " $1");
    const filled = /\{[{%]/.test(plain)
      ? liquid.render(plain, data, { file }, { rules: { tags: {}, posts: [] }, left: [] })
      : plain;
    const clean = filled.trim().replace(/\s+/g, "");
    if (clean && !/\{[{%]/.test(clean)) return joined(clean.replace(/(^|\/)index\.html$/, "$1"));
  }
  if (!hasDayInName && /(^|\/)index$/.test(below) && !below.includes("/")) return "/";
  return joined(below.replace(/(^|\/)index$/, ""), "/");
}
