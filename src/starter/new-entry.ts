/** A new content file, with every key of its collection: those that it needs with a value, the others as comments. */
import type { Temporal } from "temporal-polyfill";
import { z } from "zod";
import type { Collection } from "../content/collection.ts";
import type { EntrySchema } from "../content/entry-keys.ts";
import type { Spelling } from "../content/text/latin-letters.ts";
import { slugOf } from "../content/text/slug.ts";
import { inline } from "./front-matter.ts";

/** Values for a text, a list and a number until the author writes others. */
const TEXT = "…";
const LIST = ["one", "two"];
const NUMBER = 1;
/** What a schema may take that takes no text, such as an address, a language or what samples need. */
const OTHERS = [
  ...["/another/address/", ["/another/address/"], "https://example.org/", ["https://example.org/"]],
  ...["en", { psql: true }],
];

export interface NewFile {
  /** Relative to the site's folder. */
  path: string;
  text: string;
}

/** `now` is in the site's time zone; the title becomes the file's name. It is a draft, and valid as it is. */
export function newEntry(
  { folder, schema }: Collection,
  title: string,
  now: Temporal.ZonedDateTime,
  { language, spelling }: { language?: string; spelling?: Spelling | undefined } = {},
): NewFile {
  const date = now.toPlainDateTime().toString({ smallestUnit: "minute" });
  const known: Record<string, unknown> = { title, date, draft: true };
  const lines = Object.entries(schema.shape).map(([key, field]) => {
    const isWritten = key in known || !isOptional(field);
    const value = key in known ? known[key] : exampleFor(field, now);
    const line = [`${key}: ${inline(value)}`, ...hintOf(key, field)].join(" # ");
    return { key, isWritten, text: isWritten ? line : `# ${line}` };
  });
  const place = ({ key, isWritten }: (typeof lines)[number]) => {
    const known = ["title", "date", "draft"].indexOf(key);
    return known >= 0 ? known : isWritten ? 3 : 4;
  };
  const ordered = lines.toSorted((a, b) => place(a) - place(b)).map(({ text }) => text);
  return {
    path: `${folder}/${slugOf(title, spelling, language)}.md`,
    text: ["---", ...ordered, "---", "", ""].join("\n"),
  };
}

function hintOf(key: string, field: z.ZodType): string[] {
  const choices = choicesOf(field);
  const hints = [
    key === "draft" ? "delete this line to publish it" : (field.description ?? ""),
    choices.length > 1 ? choices.map((choice) => inline(choice)).join(" or ") : "",
  ];
  return hints.filter(Boolean);
}

function isOptional(field: z.ZodType): boolean {
  return field.safeParse(undefined).success;
}

/** A value that the field takes. */
function exampleFor(field: z.ZodType, now: Temporal.ZonedDateTime): unknown {
  const [choice] = choicesOf(field);
  const candidates = [
    choice,
    TEXT,
    LIST,
    true,
    NUMBER,
    now.toPlainDate().toString(),
    ...OTHERS,
    structureOf(field, now),
  ];
  return candidates.find((value) => value !== undefined && field.safeParse(value).success) ?? null;
}

function choicesOf(field: z.ZodType): string[] {
  const { enum: choices = [] } = jsonSchemaOf(field);
  return choices.filter((choice) => typeof choice === "string");
}

/** An object, or a list with one, whose keys have examples in their turn. */
function structureOf(field: z.ZodType, now: Temporal.ZonedDateTime): unknown {
  const { inner, isList } = withoutWrappers(field);
  if (!(inner instanceof z.ZodObject)) return undefined;
  // zod types an object's shape as a plain object.
  const keys = Object.entries(inner.shape as EntrySchema["shape"]).filter(([, value]) => !isOptional(value));
  const object = Object.fromEntries(keys.map(([key, value]) => [key, exampleFor(value, now)]));
  return isList ? [object] : object;
}

function withoutWrappers(field: z.core.$ZodType, isList = false): { inner: z.core.$ZodType; isList: boolean } {
  if (field instanceof z.ZodOptional || field instanceof z.ZodDefault) return withoutWrappers(field.unwrap(), isList);
  if (field instanceof z.ZodArray) return withoutWrappers(field.element, true);
  return { inner: field, isList };
}

function jsonSchemaOf(field: z.ZodType): z.core.JSONSchema.BaseSchema {
  return z.toJSONSchema(field, { io: "input", unrepresentable: "any" });
}
