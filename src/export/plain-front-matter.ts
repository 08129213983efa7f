/** Front matter that Hugo, Jekyll and Eleventy read: their names for what they know, ours for the rest, which they pass over. */
import { parseDocument, stringify } from "yaml";
import type { Entry } from "../content/entry.ts";

/** Keys of ours under the names that others have for them. */
const NAMES: Readonly<Record<string, string>> = { updated: "lastmod", permalink: "url", summary: "description" };
const FIRST = ["title", "date", "lastmod", "url", "description", "tags", "series", "draft", "aliases", "lang", "id"];

/** `yaml` is the entry's own front matter. The address stands in it whatever it is made from here. */
export function plainFrontMatter(
  yaml: string,
  { title, path, draft, scheduled }: Pick<Entry, "title" | "path" | "draft" | "scheduled">,
  id: string | undefined,
): string {
  // Its schema has read it before; dates and the like stay the texts that they are.
  const document = parseDocument(yaml, { schema: "core" });
  const value: unknown = document.toJS();
  const own = typeof value === "object" && value !== null ? Object.entries(value) : [];
  const renamed = new Map<string, unknown>(own.map(([key, one]) => [NAMES[key] ?? key, one]));
  // That of the home page is the site's.
  renamed.set("title", title);
  renamed.set("url", path);
  // What readers know it by stands in it too, whatever rule the next engine has.
  if (id !== undefined) renamed.set("id", id);
  // Others publish what is dated later when they are next built, or at once.
  if (draft || scheduled) renamed.set("draft", true);
  const keys = [
    ...FIRST.filter((key) => renamed.has(key)),
    ...[...renamed.keys()].filter((key) => !FIRST.includes(key)),
  ];
  return stringify(Object.fromEntries(keys.map((key) => [key, renamed.get(key)])), { lineWidth: 0 });
}
