/** Liquid as Jekyll has it: with its data files, includes and tags. */

import { join, posix } from "node:path";
import { oldPage } from "../old-page.ts";
import type { TagUse } from "../rules.ts";
import { type LiquidRenderer, liquidRenderer } from "../tags/liquid.ts";
import { codeOf } from "../tags/shapes.ts";
import { readDataFile } from "../trees/config.ts";
import { yamlList } from "../trees/matter.ts";
import { decoded, joined } from "../trees/path-parts.ts";
import type { Tree } from "../trees/tree.ts";
import { textAt } from "../trees/tree-files.ts";
import { type Data, firstText } from "../trees/values.ts";
import { GALLERY_INCLUDE, galleryOf, hasGalleries } from "./jekyll-galleries.ts";

export async function jekyllLiquid(tree: Tree, base: string, config: Data): Promise<LiquidRenderer> {
  const folder = joined(base, firstText(config, "includes_dir") ?? "_includes").slice(1);
  const templates: Record<string, string> = {};
  for (const file of tree.files) {
    if (file.startsWith(`${folder}/`)) templates[file.slice(folder.length + 1)] = textAt(tree.root, file) ?? "";
  }
  if (hasGalleries(config, templates["gallery"])) templates["gallery"] = GALLERY_INCLUDE;
  const path = (value: unknown) => encodeURI(decoded(joined(firstText(config, "baseurl") ?? "", String(value ?? ""))));
  return liquidRenderer({
    templates,
    jekyllInclude: true,
    filters: {
      relative_url: path,
      absolute_url: (value) =>
        /^https?:/.test(String(value)) ? value : `${firstText(config, "url") ?? ""}${path(value)}`,
      markdownify: (value) => oldPage(String(value ?? "")),
      smartify: (value) => value,
      prepend_baseurl: path,
      gallery_of: galleryOf,
    },
  });
}

/** `_data/*.yml` and `.json`, by their names. */
export async function dataOf(tree: Tree, base: string): Promise<Data> {
  const data: Record<string, unknown> = {};
  const folder = joined(base, "_data/").slice(1);
  for (const file of tree.files) {
    if (!file.startsWith(folder) || !/\.(ya?ml|json|toml)$/i.test(file)) continue;
    const parts = file
      .slice(folder.length)
      .replace(/\.\w+$/, "")
      .split("/");
    let at: Record<string, unknown> = data;
    for (const part of parts.slice(0, -1)) {
      const next = at[part];
      const inner: Record<string, unknown> = typeof next === "object" && next !== null ? { ...next } : {};
      at[part] = inner;
      at = inner;
    }
    const text = textAt(tree.root, file) ?? "";
    at[parts.at(-1) ?? ""] = /^\s*(-|\[)/m.test(text.replace(/^(#.*|---)?\n/gm, "").slice(0, 200))
      ? yamlList(text)
      : await readDataFile(join(tree.root, file));
  }
  return data;
}

export function ownTag(
  { name, positional, body, written }: TagUse,
  byName: ReadonlyMap<string, string>,
  tree: Tree,
  from: string,
): string | undefined {
  const [first = "", ...rest] = positional;
  if (name === "post_url" || name === "link") {
    const wanted = first.replace(/^\//, "");
    return encodeURI(byName.get(wanted) ?? byName.get(posix.basename(wanted)) ?? `/${wanted}`);
  }
  if (name === "highlight" && body !== undefined)
    return codeOf(
      body,
      [/^[\w+#.-]+$/.test(first) ? first : "", rest.some((word) => word.startsWith("lineno")) ? "numbers" : ""]
        .filter(Boolean)
        .join(" "),
    );
  if (name === "include_relative") return textAt(tree.root, posix.join(posix.dirname(from), first)) ?? "";
  if (/^(seo|feed_meta|paginator|cache|asset)$/.test(name)) return body ?? "";
  return name === "include_cached" ? `<!-- ${written} -->` : undefined;
}
