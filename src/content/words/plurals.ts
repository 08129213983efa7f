/**
 * Which forms of a phrase each language has by number, for whole numbers below a million: so a language file that lacks one
 * does not compile. `Intl.PluralRules` has more in some, for fractions and for millions; those take the form `other`.
 */
import type { en } from "./en.ts";

export interface PluralForms {
  ar: "zero" | "one" | "two" | "few" | "many" | "other";
  cs: "one" | "few" | "other";
  de: "one" | "other";
  en: "one" | "other";
  es: "one" | "other";
  fa: "one" | "other";
  fr: "one" | "other";
  he: "one" | "two" | "other";
  hi: "one" | "other";
  id: "other";
  it: "one" | "other";
  ja: "other";
  ko: "other";
  nl: "one" | "other";
  pl: "one" | "few" | "many" | "other";
  pt: "one" | "other";
  ru: "one" | "few" | "many" | "other";
  tr: "one" | "other";
  uk: "one" | "few" | "many" | "other";
  "zh-Hans": "other";
  "zh-Hant": "other";
}

type English = typeof en;
export type WordKey = keyof English;

/** A phrase as English has it where it does not depend on a number, or on a large one. */
type Text<Key extends WordKey> = English[Key] extends { readonly other: infer Other } ? Other : English[Key];

/** The names of the values that stand in a phrase: of `{part} of {count}`, `part` and `count`. */
type NamesIn<Phrase> = Phrase extends `${string}{${infer Name}}${infer Rest}` ? Name | NamesIn<Rest> : never;
type MarksIn<Phrase> = Phrase extends `${string}</${infer Name}>${infer Rest}` ? Name | MarksIn<Rest> : never;

/** What a phrase has to be told: its values, and the number by which its form is chosen. */
export type ValueNames<Key extends WordKey> = Key extends WordKey
  ? NamesIn<Text<Key>> | (English[Key] extends string ? never : "count")
  : never;
export type MarkNames<Key extends WordKey> = Key extends WordKey ? MarksIn<Text<Key>> : never;

/** A text that holds all of these; any text, where there are none. */
type Holding<Parts extends string> = [Parts] extends [never]
  ? string
  : (Parts extends string ? (text: `${string}${Parts}${string}`) => void : never) extends (text: infer All) => void
    ? All
    : never;
type Parts<Key extends WordKey> =
  | (NamesIn<Text<Key>> extends infer Name extends string ? `{${Name}}` : never)
  | (MarksIn<Text<Key>> extends infer Name extends string ? `<${Name}>` | `</${Name}>` : never);

/** The form for most numbers says the same as the English one; the others may leave the number to the word, as "one other" does. */
type Translated<Key extends WordKey, Form extends Intl.LDMLPluralRule> = English[Key] extends string
  ? Holding<Parts<Key>>
  : [Form] extends ["other"]
    ? Holding<Parts<Key>>
    : Readonly<Record<Exclude<Form, "other">, string> & { other: Holding<Parts<Key>> }>;

/** Phrases that are not in every language yet: pages say them in English, and mark them so. A release has none. */
export const UNTRANSLATED = [] as const satisfies readonly (keyof English)[];
type Untranslated = (typeof UNTRANSLATED)[number];

/** All phrases in one language: `Words<"de">`. */
export type Words<Language extends keyof PluralForms = "en"> = {
  readonly [Key in Exclude<WordKey, Untranslated>]: Translated<Key, PluralForms[Language]>;
} & {
  readonly [Key in Untranslated]?: Translated<Key, PluralForms[Language]>;
};

/** Those that stand by themselves. */
export type PlainKey = {
  [Key in WordKey]: [ValueNames<Key> | MarkNames<Key>] extends [never] ? Key : never;
}[WordKey];
