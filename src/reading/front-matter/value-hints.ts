/** Suggests what to write in place of a value that a schema refuses, where the intended value can be guessed. */

import { isDate } from "../../content/date.ts";
import { dateMeant } from "../../content/date-meant.ts";
import { isSlug, slugOf } from "../../content/text/slug.ts";

/** `path` leads to the value. `expected` is the type that the schema wants, if the type is wrong. */
export function valueHint(
  path: readonly PropertyKey[],
  value: unknown,
  expected: string | undefined,
  write: (text: string) => string,
): string | undefined {
  const key = String(path.at(-1));
  if (/^(date|updated|review)$/.test(key) && typeof value === "number") return dateHint(String(value));
  if (path[0] === "authors" && path.length === 2) return authorHint(key, value);
  if (path[0] === "navigation" && key === "path" && typeof value === "string") {
    const elsewhere = elsewhereHint(value);
    if (elsewhere) return elsewhere;
  }
  if (typeof value !== "string") return key === "image" && Array.isArray(value) ? imageHint(value[0]) : undefined;
  if (key === "image") return imageHint(value);
  const straight = /^[“”„‟‘’‚«»](.*)[“”„‟‘’‚«»]$/.exec(value.trim())?.[1];
  if (straight !== undefined) return `write ${JSON.stringify(straight)}, in straight quotes`;
  if (expected === "array") return listHint(key, value, write);
  if (expected === "boolean" && /^(true|yes|on|1)$/i.test(value)) return `write ${key}: true`;
  if (expected === "boolean" && /^(false|no|off|0)$/i.test(value)) return `write ${key}: false, or leave it out`;
  if (expected === "number" && value.trim() !== "" && Number.isFinite(Number(value)))
    return `write ${key}: ${Number(value)}`;
  return undefined;
}

/** A hint for an author in the settings, whose key names them. */
function authorHint(key: string, value: unknown): string | undefined {
  if (typeof value === "string") return `write ${slugOf(key)}: { name: ${JSON.stringify(value)} }`;
  return isSlug(key) ? undefined : `write ${slugOf(key)}`;
}

/** A hint for a link in the navigation that leads to another site. */
function elsewhereHint(value: string): string | undefined {
  return /^https?:\/\//.test(value) && URL.canParse(value) ? `write url: ${JSON.stringify(value)}` : undefined;
}

function listHint(key: string, value: string, write: (text: string) => string): string | undefined {
  if (key === "revisions" || key === "outcomes" || value.length > 80) return undefined;
  const items = value.split(",").map((item) => item.trim());
  return `write ${key}: [${items.filter(Boolean).map(write).join(", ")}]`;
}

function imageHint(src: unknown): string | undefined {
  return typeof src === "string" && src ? `write image: { src: ${src}, alt: what it shows }` : undefined;
}

function dateHint(digits: string): string | undefined {
  const meant = dateMeant(digits, isDate);
  return meant && `write ${meant}`;
}
