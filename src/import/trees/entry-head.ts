/** The front matter of any engine as the head of an entry. */
import { basename, extname } from "node:path";
import type { Left, SourceAuthor, SourceEntry } from "../source-site.ts";
import { oneLine } from "../tags/tags.ts";
import { AUTHORS, DATES, DESCRIPTIONS, LINKS, PICTURES, SILENT, TAGS, UPDATES } from "./matter-keys.ts";
import { dateOf, type Zones } from "./moment.ts";
import { firstWords, plainText } from "./plain-words.ts";
import type { TreeText } from "./tree.ts";
import { at, type Data, firstText, isFalse, isTrue, textOf, textsOf } from "./values.ts";

export interface EntryOptions {
  readonly zones: Zones;
  /** The separator of tags in one text; undefined if a text is one tag. */
  readonly splitTags?: RegExp | undefined;
  /** From the file's name or path, for an entry that says none. */
  readonly dateOfPath?: string | undefined;
  readonly defaults?: Data | undefined;
  readonly kind: "post" | "page";
  readonly draft?: { why: string } | undefined;
}

/** The part of an entry that its front matter gives, in any engine. */
export type EntryHead = Omit<SourceEntry, "address" | "aliases" | "id" | "body" | "left"> & {
  readonly left: Left[];
  readonly data: Data;
};

export function headOf({ file, data: own, body, faults }: TreeText, options: EntryOptions): EntryHead {
  const data = { ...options.defaults, ...own };
  const left: Left[] = faults.map((fault) => leftAt(file, "front matter", "left", fault, "what could be read of it"));
  const note = (construct: string, was: string, now: string, outcome: Left["outcome"] = "noted") =>
    left.push(leftAt(file, construct, outcome, was, now));
  const title = titleOf(data, body, file, note);
  const date = dateIn(data, options, note);
  const updated = updatedIn(data, date, options, note);
  const link = LINKS.map((key) => textOf(at(data, key))).find((value) => value && /^https?:\/\//.test(value));
  noteKeys(own, note);
  return {
    ...{ file, line: 1, kind: options.kind, title, date, data, left },
    updated,
    draft: draftOf(data, options),
    tags: tagsIn(data, options.splitTags),
    authors:
      AUTHORS.map((key) => textsOf(at(data, key), /\s*(?:,|;|\band\b|&)\s+/)).find((names) => names.length > 0) ?? [],
    description: descriptionOf(data),
    language: languageOf(firstText(data, "lang", "language", "locale")),
    series:
      textsOf(at(data, "series"))[0] ??
      firstText(data, "series.name", "series.title", "extra.series", "taxonomies.series"),
    image: imageOf(data, title ?? "", note),
    canonical: firstText(data, "canonical", "canonical_url", "canonicalUrl", "canonicalURL", "original_url"),
    link,
    comments: [],
  };
}

export function leftAt(
  file: string,
  construct: string,
  outcome: Left["outcome"],
  was: string,
  now: string,
  line = 1,
): Left {
  return { file, line, construct, outcome, was: oneLine(was), now };
}

type Note = (construct: string, was: string, now: string, outcome?: Left["outcome"]) => void;

function titleOf(data: Data, body: string, file: string, note: Note): string | undefined {
  const given = firstText(data, "title", "name", "subject");
  const plain = given && plainText(given);
  if (plain) return plain;
  const [, heading] = /^(?:[ \t]*\n)*#[ \t]+(.+?)(?:[ \t]+#+)?[ \t]*(?:\{[^}]*\})?$/m.exec(body) ?? [];
  const first = heading ? plainText(heading) : firstWords(body);
  const title =
    first ||
    basename(file, extname(file))
      .replace(/^\d{4}-\d\d?-\d\d?-/, "")
      .replaceAll("-", " ");
  note("no title", file, title);
  return title || undefined;
}

function dateIn(data: Data, { zones, dateOfPath }: EntryOptions, note: Note): string | undefined {
  for (const key of DATES) {
    const value = at(data, key);
    if (typeof value !== "string" && typeof value !== "number") continue;
    const date = dateOf(value, zones);
    if (date) return date;
    if (key === "date" && String(value).trim())
      note("date that is none", String(value), dateOfPath ?? "nothing", dateOfPath ? "noted" : "left");
  }
  return dateOfPath === undefined ? undefined : dateOf(dateOfPath, zones);
}

/** Not before the date: the engine refuses that. */
function updatedIn(data: Data, date: string | undefined, { zones }: EntryOptions, note: Note): string | undefined {
  const text = firstText(data, ...UPDATES);
  const updated = text === undefined ? undefined : dateOf(text, zones);
  if (updated === undefined || date === undefined) return undefined;
  if (updated.slice(0, 10) >= date.slice(0, 10)) return updated;
  note("front matter: updated", `${updated} is before the date, ${date}`, "nothing", "left");
  return undefined;
}

function draftOf(data: Data, { draft }: EntryOptions): { why: string } | undefined {
  if (draft) return draft;
  if (isTrue(at(data, "draft"))) return { why: "draft: true" };
  if (isFalse(at(data, "published"))) return { why: "published: false" };
  if (isFalse(at(data, "public"))) return { why: "public: false" };
  if (isTrue(at(data, "private")) || isTrue(at(data, "hidden")) || isTrue(at(data, "password")))
    return { why: "private" };
  if (textOf(at(data, "password"))) return { why: "it has a password" };
  const status = firstText(data, "status", "visibility");
  return status && /^(draft|private|pending|unpublished|hidden|scheduled)$/i.test(status)
    ? { why: `status: ${status}` }
    : undefined;
}

/** Each once, whatever its case; of a hierarchy (`a/b`) the last part. */
function tagsIn(data: Data, split: RegExp | undefined): string[] {
  const all = TAGS.flatMap((key) => textsOf(at(data, key), split)).flatMap((tag) =>
    plainText(tag)
      .replace(/^#/, "")
      .split(/\s*[,;]\s*/),
  );
  const seen = new Map<string, string>();
  for (const tag of all.map((one) => one.split("/").at(-1)?.trim() ?? "")) {
    if (tag && !seen.has(tag.toLowerCase())) seen.set(tag.toLowerCase(), tag);
  }
  return [...seen.values()];
}

const LONGEST = 500;

function descriptionOf(data: Data): string | undefined {
  const text = firstText(data, ...DESCRIPTIONS);
  const plain = text && plainText(text);
  return plain && plain.length <= LONGEST ? plain : undefined;
}

function languageOf(text: string | undefined): string | undefined {
  try {
    const tag = text?.replaceAll("_", "-");
    return tag && /^[a-z]{2,3}(-|$)/i.test(tag) ? Intl.getCanonicalLocales(tag)[0] : undefined;
  } catch {
    return undefined;
  }
}

function imageOf(data: Data, title: string, note: Note): SourceEntry["image"] {
  for (const key of PICTURES) {
    const value = at(data, key);
    const one = Array.isArray(value) ? value[0] : value;
    const src = textOf(one) ?? firstText(one, "src", "url", "path", "image", "feature", "file", "teaser", "relative");
    if (!src || /^(true|false|none)$/i.test(src) || !/[./]/.test(src) || /\{/.test(src)) continue;
    const alt =
      firstText(one, "alt", "description", "title", "caption") ??
      firstText(
        data,
        `${key}_alt`,
        `${key}Alt`,
        `${key}-alt`,
        "image_alt",
        "imageAlt",
        "alt",
        "heroAlt",
        "coverAlt",
        "cover_alt",
      );
    if (!alt) note("preview picture without a description", src, "the title in its place");
    const caption = [firstText(one, "caption"), firstText(one, "credit", "attribution")].filter(
      (words) => words !== alt,
    );
    for (const words of caption) if (words) note("caption of a preview picture", words, "nothing", "left");
    return { src, alt: alt ? plainText(alt) : title };
  }
  return undefined;
}

function noteKeys(data: Data, note: Note): void {
  const known = new Set(
    [...DESCRIPTIONS, ...PICTURES, ...UPDATES, ...DATES, ...AUTHORS, ...TAGS, ...LINKS].map((key) => key.split(".")[0]),
  );
  for (const [key, value] of Object.entries(data)) {
    if (known.has(key) || SILENT.has(key) || SILENT.has(key.toLowerCase()) || /alt$/i.test(key)) continue;
    note(
      `front matter: ${key}`,
      `${key}: ${typeof value === "object" ? JSON.stringify(value) : String(value)}`,
      "nothing",
    );
  }
}

/** Each author once: one of the site's people, or the name by itself. */
export function authorsIn(
  entries: readonly { authors: readonly string[] }[],
  people: ReadonlyMap<string, SourceAuthor> = new Map(),
): SourceAuthor[] {
  return [...new Set(entries.flatMap(({ authors }) => authors))].map((name) => {
    const known = people.get(name) ?? people.get(name.toLowerCase());
    return { name, ...known, key: name };
  });
}
