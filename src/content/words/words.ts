/**
 * The phrases of the interface, a file for each language, all with the keys of `en.ts`. A site can override any phrase (`words`
 * in `_data/site.ts`). A phrase without a translation is shown in English, and marked as English on the page.
 */

import { z } from "zod";
import { namesOf } from "../names-of.ts";
import { de } from "./de.ts";
import { en } from "./en.ts";

export type WordKey = keyof typeof en;
/** A text in which `{name}` stands for a value, or the forms of one by its `{count}`, as `Intl.PluralRules` tells them apart. */
export type Phrase = string | Readonly<{ other: string } & Partial<Record<Intl.LDMLPluralRule, string>>>;
export type Words = Readonly<Record<WordKey, Phrase>>;
export type Values = Readonly<Record<string, string | number>>;

/** By the language of a tag (BCP 47), whatever its region. */
const LANGUAGES: Readonly<Record<string, Partial<Words>>> = { en, de };

const Text = z
  .string({ error: "must be text, or { one, other } by number" })
  .trim()
  .min(1, { error: "must not be empty" });

/** The site's own wording of some phrases. */
export const OwnWords = z.partialRecord(
  z.enum(namesOf(en)),
  z.union([
    Text,
    z.strictObject({
      other: Text,
      zero: Text.optional(),
      one: Text.optional(),
      two: Text.optional(),
      few: Text.optional(),
      many: Text.optional(),
    }),
  ]),
);
export type OwnWords = z.infer<typeof OwnWords>;

/** A phrase as it is said; `lang` where that is not the language that was asked for. */
export interface Said {
  text: string;
  lang?: "en";
}

/** `values` that are numbers are written as the language writes them. */
export function say(language: string, key: WordKey, values: Values = {}, own: OwnWords = {}): Said {
  const base = new Intl.Locale(language).language;
  const phrase = own[key] ?? LANGUAGES[base]?.[key];
  if (phrase) return { text: filled(phrase, values, language) };
  return { text: filled(en[key], values, "en"), lang: "en" };
}

function filled(phrase: OwnWords[WordKey] & {}, values: Values, language: string): string {
  const count = values["count"];
  const form = typeof count === "number" ? new Intl.PluralRules(language).select(count) : "other";
  const text = typeof phrase === "string" ? phrase : (phrase[form] ?? phrase.other);
  return text.replace(/\{(\w+)\}/g, (part, name: string) => {
    const value = values[name];
    return value === undefined ? part : typeof value === "number" ? value.toLocaleString(language) : value;
  });
}
