/** Corrections of front matter with one right answer, located at a key or at an item of a list. */
import { isDate } from "../../content/date.ts";
import { dateMeant } from "../../content/date-meant.ts";
import { onlyMeant } from "../../content/problems/only-meant.ts";
import type { Place } from "../../content/problems/problem.ts";
import type { Fix } from "../../content/problems/range.ts";

/** Values that YAML reads as they look, without quotes. */
const PLAIN = /^[\p{L}\p{N}/](?:[\p{L}\p{N} ./_+-]*[\p{L}\p{N}./_+-])?$/u;
/** Other engines' keys for dates, and ours. */
const DATE_KEYS: ReadonlyMap<string, string> = new Map([
  ..."pubdate publishdate publisheddate publishedat publishedon datepublished"
    .split(" ")
    .map((key) => [key, "date"] as const),
  ..."lastmod lastmodified lastmodifiedat modifieddate datemodified updateddate updatedat updatedon dateupdated lastupdated"
    .split(" ")
    .map((key) => [key, "updated"] as const),
]);

/** Corrects an unknown key at `place`. `known` are the valid keys, `present` those in the file. */
export function keyFix(
  key: string,
  value: unknown,
  place: Place,
  { known, present }: { known: readonly string[]; present: readonly string[] },
): Fix | undefined {
  const meant = keyMeant(key, value, known);
  // If the valid key is there already, either may be right.
  const rivals = present.filter(
    (other) => other === meant || (other !== key && keyMeant(other, value, known) === meant),
  );
  if (meant === undefined || rivals.length > 0) return undefined;
  return at(place, [`${key}:`], `${meant}:`);
}

/** Corrects an invalid value that is only in another form. `expected` is its type, `choices` are the valid words. */
export function valueFix(
  path: readonly PropertyKey[],
  value: unknown,
  place: Place,
  { expected, choices = [] }: { expected?: string | undefined; choices?: readonly string[] },
): Fix | undefined {
  const text = typeof value === "number" ? String(value) : value;
  if (typeof text !== "string" || text !== text.trim() || text === "") return undefined;
  const to = valueMeant(String(path.at(-1)), text, expected, choices);
  return to === undefined ? undefined : writtenFix(path, text, to, place);
}

/** Corrects a misspelt name, if only one can be meant. */
export function nameFix(
  path: readonly PropertyKey[],
  word: string,
  names: Iterable<string>,
  place: Place,
): Fix | undefined {
  const meant = onlyMeant(word, names);
  return meant !== undefined && PLAIN.test(meant) ? writtenFix(path, word, meant, place) : undefined;
}

/** Replaces the value of a key, or an item of a list. */
export function writtenFix(path: readonly PropertyKey[], text: string, to: string, place: Place): Fix | undefined {
  const key = path.length === 1 ? `${String(path[0])}: ` : "";
  return at(
    place,
    [text, `"${text}"`, `'${text}'`].map((one) => `${key}${one}`),
    `${key}${to}`,
  );
}

function keyMeant(key: string, value: unknown, known: readonly string[]): string | undefined {
  const near = onlyMeant(key, known);
  if (near !== undefined) return near;
  const date = DATE_KEYS.get(key.toLowerCase().replace(/[-_]/g, ""));
  return date !== undefined && known.includes(date) && typeof value === "string" && isDate(value) ? date : undefined;
}

function valueMeant(
  key: string,
  text: string,
  expected: string | undefined,
  choices: readonly string[],
): string | undefined {
  if (expected === "boolean" && /^(true|yes|on)$/i.test(text)) return "true";
  if (expected === "boolean" && /^(false|no|off)$/i.test(text)) return "false";
  if (expected === "number" && /^-?\d{1,9}(\.\d{1,6})?$/.test(text)) return text;
  if (expected === "array" && key !== "revisions" && key !== "outcomes") return listMeant(text);
  if (/^(date|updated|review)$/.test(key)) return sameDate(text);
  const choice = onlyMeant(text, choices);
  return choice !== undefined && PLAIN.test(choice) ? choice : undefined;
}

/** One item, or items between commas. */
function listMeant(text: string): string | undefined {
  const items = text.split(",").map((item) => item.trim());
  return items.every((item) => PLAIN.test(item)) ? `[${items.join(", ")}]` : undefined;
}

/** The date in a valid form, if nothing of it is lost. */
function sameDate(text: string): string | undefined {
  const meant = dateMeant(text, isDate);
  const hasTime = /[:+]/.test(text) || /\d[ T]?\d{2}:?\d{2}/.test(text.replace(/^\d{4}[-./]?\d{1,2}[-./]?\d{1,2}/, ""));
  return meant === undefined || (hasTime && meant.length <= "2026-01-05".length) ? undefined : meant;
}

function at({ line, column }: Place, from: readonly string[], to: string): Fix | undefined {
  return line === undefined || column === undefined ? undefined : { from, to, at: { line, column } };
}
