/** How a phrase becomes what is said: its form is chosen by a number, and its values are put in their places. */
import { onceForEach } from "../once-for-each.ts";

/** A text in which `{name}` stands for a value and `<name>…</name>` is marked, or the forms of one by its `{count}`. */
export type Phrase = string | Readonly<{ other: string } & { [Form in Intl.LDMLPluralRule]?: string | undefined }>;
export type Values = Readonly<Record<string, string | number>>;

/** A part of a text: words as they are, the name of a value, or marked words. */
export type Piece = string | { readonly value: string } | { readonly mark: string; readonly words: Piece[] };

const PART = /\{(?<value>\w+)\}|<(?<mark>\w+)>(?<words>.*?)<\/\k<mark>>/gs;
const TAG = /<\/?\w+>/g;

// Scripts that need no plurals are built without these.
const pluralRules = /* @__PURE__ */ onceForEach((language) => new Intl.PluralRules(language));
const numberFormat = /* @__PURE__ */ onceForEach((language) => new Intl.NumberFormat(language));

/** The form of a phrase for `values.count`. */
export function formOf(phrase: Phrase, values: Readonly<Record<string, unknown>>, language: string): string {
  if (typeof phrase === "string") return phrase;
  const count = values["count"];
  const form = typeof count === "number" ? pluralRules(language).select(count) : "other";
  return phrase[form] ?? phrase.other;
}

/** Plain text; numbers are written as the language writes them. */
export function filled(phrase: Phrase, values: Values, language: string): string {
  const text = formOf(phrase, values, language).replace(TAG, "");
  return text.replace(/\{(\w+)\}/g, (part, name: string) => {
    const value = values[name];
    return value === undefined ? part : inDigits(value, language);
  });
}

/** The same for who puts something else than text in the places of values, or makes links of marked words. */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const match of text.matchAll(PART)) {
    const { value, mark, words = "" } = match.groups ?? {};
    if (match.index > end) pieces.push(text.slice(end, match.index));
    if (value) pieces.push({ value });
    if (mark) pieces.push({ mark, words: piecesOf(words) });
    end = match.index + match[0].length;
  }
  if (end < text.length) pieces.push(text.slice(end));
  return pieces;
}

export function inDigits(value: string | number, language: string): string {
  return typeof value === "number" ? numberFormat(language).format(value) : value;
}
