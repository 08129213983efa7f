/**
 * What to write in place of a key of another engine, by the value that stands there. Which kind of file it is follows from the keys that
 * it may have: only settings know `timeZone`, only plain pages `sections`.
 */
import { isDate } from "../../content/date.ts";
import { oldAddressOf } from "../../content/old-address.ts";
import type { Services } from "../../content/services.ts";
import { slugOf } from "../../content/text/slug.ts";

/** A key that is not known here, by its value and by the keys that are known in its place. */
interface UnknownKey {
  value: unknown;
  known: ReadonlySet<string>;
}

/** Undefined where the key means nothing: in a project, say, what only posts have. */
export type KeyHint = (unknown: UnknownKey) => string | undefined;

/** The first of these keys that is known here, with the value that was written. */
export function renamed(...keys: string[]): KeyHint {
  return ({ value, known }) => {
    const key = keys.find((one) => known.has(one));
    const list =
      Array.isArray(value) && value.length < 9 && value.every(isShort)
        ? `[${value.map(written).join(", ")}]`
        : undefined;
    const text = isShort(value) ? written(value) : list;
    return key && `write ${key}${text ? `: ${text}` : ""}`;
  };
}

/** `needs` is a key that only the kind of file has that the hint is about. */
export function always(hint: string, needs: string): KeyHint {
  return ({ known }) => (known.has(needs) ? hint : undefined);
}

/** In a site's settings, a service to set up; in front matter, a key to delete. */
export function service(name: keyof Services, why: string): KeyHint {
  return ({ known }) =>
    known.has("services") ? `write services: { ${name}: … } (docs/services.md)` : `delete it: ${why}`;
}

/** For front matter only: settings may have such a key for a purpose of their own. */
export function useless(why: string): KeyHint {
  return ({ known }) => (known.has("timeZone") ? undefined : `delete it: ${why}`);
}

export function image({ value, known }: UnknownKey): string | undefined {
  if (!known.has("image")) return undefined;
  const first: unknown = Array.isArray(value) ? value[0] : value;
  const entries = new Map(typeof first === "object" && first ? Object.entries(first) : []);
  const src =
    typeof first === "string"
      ? first
      : ["src", "image", "path", "url", "file"].map((key) => entries.get(key)).find(isShort);
  const alt = ["alt", "caption", "title"].map((key) => entries.get(key)).find(isShort) ?? "what it shows";
  return `write image: { src: ${src ?? "cover.png"}, alt: ${written(alt)} }, of a file beside the text`;
}

export function imageAlt({ value, known }: UnknownKey): string | undefined {
  return known.has("image") ? `write image: { src: …, alt: ${isShort(value) ? written(value) : "…"} }` : undefined;
}

export function tags({ value, known }: UnknownKey): string | undefined {
  if (known.has("sections")) return "delete it: pages are under no tags";
  const key = ["tags", "stack"].find((one) => known.has(one));
  if (!key) return undefined;
  const list = (Array.isArray(value) ? value : String(value ?? "").split(","))
    .map((tag) => String(tag).trim())
    .filter(Boolean);
  return `write ${key}: ${list.length > 0 && list.length <= 8 ? `[${list.join(", ")}]` : "[one, two]"}`;
}

export function slug({ value, known }: UnknownKey): string | undefined {
  if (!known.has("permalink")) return undefined;
  return isShort(value)
    ? `delete it and name the file ${String(value).replace(/^.*\/(?=.)|\/$/g, "")}.md: a file's name is its slug`
    : "delete it: a file's name is its slug";
}

export function permalink({ value, known }: UnknownKey): string | undefined {
  return known.has("permalink")
    ? `write permalink: ${isShort(value) ? asPath(String(value)) : "/notes/my-post/"}`
    : undefined;
}

export function aliases({ value, known }: UnknownKey): string | undefined {
  if (!known.has("aliases")) return undefined;
  const list = (Array.isArray(value) ? value : [value]).filter(isShort).map((one) => asAlias(String(one)));
  return `write aliases: [${list.join(", ") || "/old/"}]`;
}

/** Aliases may have forms that paths can't have, such as a query. */
function asAlias(address: string): string {
  return oldAddressOf(address) === undefined ? asPath(address) : address;
}

/** With `/` at both ends. */
function asPath(address: string): string {
  const path = URL.canParse(address) ? new URL(address).pathname : address;
  return `/${path.replace(/^\/+|\/+$|\/index\.html$/g, "")}/`.replace("//", "/");
}

export function published({ value, known }: UnknownKey): string | undefined {
  if (!known.has("draft")) return undefined;
  if (typeof value === "string" && isDate(value)) return `write date: ${value}`;
  const isShown = value === true || /^(published?|public|yes|true|live|done)$/i.test(String(value));
  return isShown ? PUBLISHED : "write draft: true";
}

export function hidden({ value, known }: UnknownKey): string | undefined {
  if (!known.has("draft")) return undefined;
  return value === false || /^(no|false)$/i.test(String(value)) ? PUBLISHED : "write draft: true";
}

const PUBLISHED = "delete it: what is no draft is published";

export function author({ value, known }: UnknownKey): string | undefined {
  if (known.has("timeZone")) return 'write author: { name: "…" }';
  const list = (Array.isArray(value) ? value : [value]).filter(isShort).map((one) => slugOf(String(one)));
  return known.has("authors")
    ? `write authors: [${list.join(", ") || "one, two"}], or delete it if the site's author wrote it`
    : undefined;
}

export function pinned({ value, known }: UnknownKey): string | undefined {
  if (known.has("pinned")) return value === false ? "delete it" : "write pinned: true";
  return known.has("timeZone") ? undefined : "delete it: only posts are pinned";
}

export function licence({ known }: UnknownKey): string | undefined {
  if (known.has("timeZone")) return 'write licence: { name: "CC BY 4.0", url: "https://…" }';
  return "delete it: the site's licence stands in _data/site.ts; say in the text where another one holds";
}

export function expiry({ known }: UnknownKey): string | undefined {
  return known.has("review")
    ? "nothing here expires by itself; review: … asks you to look at it again from a day on"
    : undefined;
}

export function order({ value, known }: UnknownKey): string | undefined {
  if (known.has("order")) return `write order${typeof value === "number" ? `: ${value}` : ""}`;
  return known.has("tags") ? "delete it: posts are in the order of their dates" : undefined;
}

export function isShort(value: unknown): value is string | number | boolean {
  return (
    ["string", "number", "boolean"].includes(typeof value) &&
    String(value).length <= 80 &&
    !/[\n\r]/.test(String(value))
  );
}

/** As YAML reads it back. */
function written(value: string | number | boolean): string {
  const isPlain = typeof value !== "string" || /^[\p{L}\p{N}/](?:[\p{L}\p{N} ./_+-]|:(?=\S))*$/u.test(value);
  return isPlain ? String(value) : JSON.stringify(value);
}
