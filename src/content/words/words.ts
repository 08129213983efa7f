/**
 * The phrases of the interface, a file for each language, all with the keys of `en.ts`. A site can word any phrase itself, and
 * add a language. A phrase without a translation is said in English, and marked as English on the page.
 */

import { z } from "zod";
import { namesOf } from "../names-of.ts";
import { onceForEach } from "../once-for-each.ts";
import { ar } from "./ar.ts";
import { cs } from "./cs.ts";
import { de } from "./de.ts";
import { en } from "./en.ts";
import { es } from "./es.ts";
import { fa } from "./fa.ts";
import { fr } from "./fr.ts";
import { he } from "./he.ts";
import { hi } from "./hi.ts";
import { id } from "./id.ts";
import { it } from "./it.ts";
import { ja } from "./ja.ts";
import { ko } from "./ko.ts";
import { type Phrase as AnyPhrase, filled, formOf } from "./message.ts";
import { nl } from "./nl.ts";
import { pl } from "./pl.ts";
import type { PluralForms, ValueNames, WordKey, Words } from "./plurals.ts";
import { pt } from "./pt.ts";
import { ru } from "./ru.ts";
import { tr } from "./tr.ts";
import { uk } from "./uk.ts";
import { zhHans } from "./zh-hans.ts";
import { zhHant } from "./zh-hant.ts";

/** By the tag of a language (BCP 47), with its script where that tells two apart. */
export const LANGUAGES: { readonly [Tag in keyof PluralForms]: Words<Tag> } = {
  ...{ ar, cs, de, en, es, fa, fr, he, hi, id, it, ja, ko, nl, pl, pt, ru, tr, uk },
  ...{ "zh-Hans": zhHans, "zh-Hant": zhHant },
};

const Text = z.string({ error: "must be text, or { one, other } by number" }).min(1, { error: "must not be empty" });

/** A phrase in a site's settings. */
export const Phrase = z.union([
  Text,
  z.strictObject({
    other: Text,
    zero: Text.optional(),
    one: Text.optional(),
    two: Text.optional(),
    few: Text.optional(),
    many: Text.optional(),
  }),
]);
// Forms that are left out are not there: none is undefined.
export type Phrase = AnyPhrase;

/** The site's own wording of some phrases. */
export const OwnWords = z.partialRecord(z.enum(namesOf(en)), Phrase);
export type OwnWords = z.infer<typeof OwnWords>;

/** The words of a site in one language: its own, before ours. */
export interface Speech {
  /** BCP 47. */
  readonly language: string;
  readonly own: OwnWords;
  /** The language with the digits and the calendar that the site has in it; the usual ones, without this. */
  readonly locale?: string | undefined;
}

/** What settings say of words. */
export interface Speaking {
  readonly language: string;
  /** In the site's language. */
  readonly words?: OwnWords | undefined;
  /** In others, by their tags. */
  readonly dictionaries?: Readonly<Record<string, OwnWords>> | undefined;
  /** In the site's language, by their names in the Unicode CLDR. */
  readonly calendar?: string | undefined;
  readonly numbers?: string | undefined;
}

/** A phrase as it is said; `lang` where that is not the language that was asked for. */
export interface Said {
  text: string;
  lang?: "en";
}

/** The values of a phrase, which only those that have places for them are given. */
export type ValuesOf<Key extends WordKey> = [ValueNames<Key>] extends [never]
  ? []
  : [values: Readonly<Record<ValueNames<Key>, string | number>>];

/** Says a phrase in one language. */
export interface Speak {
  <Key extends WordKey>(key: Key, ...values: ValuesOf<Key>): string;
  /** `A, B and C`. */
  list(items: readonly string[]): string;
}

/** Begins a place for a value, or marked words. */
const MARK = /[<{]/;

const listFormat = onceForEach((language) => new Intl.ListFormat(language));

export const ENGLISH: Speech = { language: "en", own: {} };

/** Words of `pt` are good for `pt-BR`, unless there are some for that; those of the site's settings come before all. */
export function speechOf(site: Speaking, language: string): Speech {
  const { language: siteLanguage, words = {}, dictionaries = {} } = site;
  const own = tagsFor(language).flatMap((tag) => dictionaries[tag] ?? []);
  if (haveSameWords(siteLanguage, language)) own.unshift(words);
  const locale = localeOf(site, language);
  return { language, own: Object.assign({}, ...own.reverse()), ...(locale !== language && { locale }) };
}

export function say<Key extends WordKey>(speech: Speech, key: Key, ...[values]: ValuesOf<Key>): Said {
  const { phrase, language, lang } = found(speech, key);
  // Most have no values, and are said as they are: pages say some dozens of them.
  const text = typeof phrase === "string" && !MARK.test(phrase) ? phrase : filled(phrase, values ?? {}, language);
  return { text, ...(lang && { lang }) };
}

export function speakerOf(speech: Speech): Speak {
  const list = (items: readonly string[]) => listFormat(speech.language).format(items);
  return Object.assign(<Key extends WordKey>(key: Key, ...values: ValuesOf<Key>) => say(speech, key, ...values).text, {
    list,
  });
}

/** A phrase in the form that fits, with the places of its values. */
export function textOfPhrase(speech: Speech, key: WordKey, values: Readonly<Record<string, unknown>>): Said {
  const { phrase, language, lang } = found(speech, key);
  return { text: formOf(phrase, values, language), ...(lang && { lang }) };
}

/** A phrase with all of its forms. */
export function phraseOf(speech: Speech, key: WordKey): { phrase: Phrase; lang?: "en" } {
  const { phrase, lang } = found(speech, key);
  return { phrase, ...(lang && { lang }) };
}

export function isWordKey(key: string): key is WordKey {
  return Object.hasOwn(en, key);
}

/** True for varieties of one language in one script, such as `en` and `en-GB`. */
export function haveSameWords(one: string, other: string): boolean {
  if (one === other) return true;
  const [a, b] = [one, other].map((tag) => new Intl.Locale(tag).maximize());
  return a?.language === b?.language && a?.script === b?.script;
}

/** The language with the calendar and the digits that the site has in it: `fa` → `fa-u-ca-persian-nu-latn`. */
export function localeOf({ language: siteLanguage, calendar, numbers }: Speaking, language: string): string {
  if ((calendar ?? numbers) === undefined || !haveSameWords(siteLanguage, language)) return language;
  const parts = { ...(calendar && { calendar }), ...(numbers && { numberingSystem: numbers }) };
  return new Intl.Locale(language, parts).toString();
}

function found(
  { language, own, locale = language }: Speech,
  key: WordKey,
): { phrase: Phrase; language: string; lang?: "en" } {
  const phrase = own[key] ?? ourWords(language)[key];
  return phrase === undefined ? { phrase: en[key], language: "en", lang: "en" } : { phrase, language: locale };
}

type SomeWords = Readonly<Partial<Record<WordKey, Phrase>>>;

/** None of a language that we do not speak. */
const ourWords = onceForEach((language): SomeWords => {
  const table: Readonly<Record<string, SomeWords>> = LANGUAGES;
  for (const tag of tagsFor(language)) if (Object.hasOwn(table, tag)) return table[tag] ?? {};
  return {};
});

/** The tags whose words are good for a language, the closest first: `zh-TW`, `zh-Hant`, `zh`. */
const tagsFor = onceForEach((language): readonly string[] => {
  const { baseName, language: base, script } = new Intl.Locale(language).maximize();
  const { baseName: written } = new Intl.Locale(language);
  return [...new Set([written, baseName, `${base}-${script}`, base])];
});
