/** Ids of headings as other engines made them, so that links to them go on working. */
import { anchorOf } from "../../content/text/slug.ts";
import type { MarkdownDialect } from "../source-site.ts";
import { asciiSlug } from "../trees/permalink.ts";

/** The ids of a text's headings, in their order; empty for an engine that made none. */
export function oldIds(texts: readonly string[], anchors: MarkdownDialect["anchors"]): string[] {
  if (!anchors) return texts.map(() => "");
  const rule = RULES[anchors];
  const used = new Map<string, number>();
  return texts.map((text) => {
    const base = rule(text) || (anchors === "kramdown" ? "section" : "heading");
    const before = used.get(base);
    used.set(base, (before ?? -1) + 1);
    return before === undefined ? base : `${base}-${before + 1}`;
  });
}

/** As the engine makes them of headings that have no id of their own. */
export function ownIds(texts: readonly string[]): string[] {
  const used = new Set<string>();
  return texts.map((text) => {
    const base = anchorOf(text);
    let id = base;
    for (let number = 2; used.has(id); number++) id = `${base}-${number}`;
    used.add(id);
    return id;
  });
}

/** Words stay, blanks become hyphens one by one, and all else goes: https://github.com/Flet/github-slugger */
function github(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, "")
    .replaceAll(" ", "-");
}

const RULES: Record<NonNullable<MarkdownDialect["anchors"]>, (text: string) => string> = {
  github,
  // The GFM reader of kramdown, which Jekyll uses.
  kramdown: github,
  hugo: github,
  zola: asciiSlug,
};
