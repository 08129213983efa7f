/** Tags and expressions in Eleventy's Markdown: Liquid is rendered, of Nunjucks what is simple; code is not run. */
import type { TagUse } from "../rules.ts";
import { type LiquidRenderer, liquidRenderer } from "../tags/liquid.ts";
import { linkOf } from "../tags/shapes.ts";
import { joined } from "../trees/path-parts.ts";
import { plainSlug } from "../trees/permalink.ts";
import type { Tree } from "../trees/tree.ts";
import { textAt } from "../trees/tree-files.ts";
import { type Data, firstText } from "../trees/values.ts";
import type { EleventySettings } from "./eleventy-settings.ts";

export async function eleventyLiquid(tree: Tree, { input, includes }: EleventySettings): Promise<LiquidRenderer> {
  const templates: Record<string, string> = {};
  const folder = joined(input, includes, "/").slice(1);
  for (const file of tree.files) {
    if (!file.startsWith(folder) || !/\.(liquid|html|md|njk|txt)$/.test(file)) continue;
    const text = textAt(tree.root, file) ?? "";
    const name = file.slice(folder.length);
    templates[name] = text;
    templates[name.replace(/\.(liquid|html)$/, "")] ??= text;
  }
  const same = (value: unknown) => value;
  return liquidRenderer({
    templates,
    jekyllInclude: false,
    filters: {
      url: same,
      absoluteUrl: same,
      htmlBaseUrl: same,
      safe: same,
      slug: (value) => plainSlug(String(value)),
      slugify: (value) => plainSlug(String(value)),
      markdownify: same,
      md: same,
      markdown: same,
    },
  });
}

/** Nunjucks' `{{ "x" | url }}` and `{{ name }}`; what is more than that stays. */
export function withExpressions(text: string, data: Data): string {
  return text.replace(
    /\{\{-?\s*(?:(["'])(.*?)\1|([\w.]+))((?:\s*\|\s*\w+(?:\([^)]*\))?)*)\s*-?\}\}/g,
    (written, _quote, literal: string | undefined, name: string | undefined) => {
      const value = literal ?? (name === undefined ? undefined : firstText(data, name));
      return value ?? written;
    },
  );
}

export function eleventyTag({ name, positional, body }: TagUse): string | undefined {
  if (name === "link_to" || name === "link") return linkOf(positional[0] ?? "", positional[1] ?? body);
  if (name === "renderTemplate" || name === "renderContent" || name === "wrapper") return body?.trim() ?? "";
  const isBundled = (name === "css" || name === "js") && body !== undefined;
  return isBundled ? "" : undefined;
}
