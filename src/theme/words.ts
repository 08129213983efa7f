/** The phrases of the interface, in the language of the page that they stand on. */

import type { Collection, Labels } from "../content/collection.ts";
import { labelsFor } from "../content/labels.ts";
import { capitalised } from "../content/text/capitalised.ts";
import { directionOf } from "../content/text/direction.ts";
import type { WordKey } from "../content/words/plurals.ts";
import {
  haveSameWords,
  phraseOf,
  type Said,
  type Speech,
  say,
  speechOf,
  type ValuesOf,
} from "../content/words/words.ts";
import { inLanguage, type LanguageAttributes } from "./language.ts";
import type { View } from "./view.ts";

type OfPage = Pick<View, "content" | "language">;

const speeches = new WeakMap<OfPage, Speech>();

/** Put together once for a page, which has a view of its own and says some hundred phrases. */
export function speechFor(view: OfPage): Speech {
  const known = speeches.get(view);
  if (known) return known;
  const speech = speechOf(view.content.site, view.language);
  speeches.set(view, speech);
  return speech;
}

export function said<Key extends WordKey>(view: OfPage, key: Key, ...values: ValuesOf<Key>): Said {
  return say(speechFor(view), key, ...values);
}

/** For attributes and titles, which have no language of their own. */
export function textOf<Key extends WordKey>(view: OfPage, key: Key, ...values: ValuesOf<Key>): string {
  return said(view, key, ...values).text;
}

/** A sentence of its own, with what one begins and ends with. */
export function sentenceOf(view: OfPage, text: string): string {
  return textOf(view, "sentence", { text: capitalised(text, view.language) });
}

/** Of an element that holds a phrase and nothing else. */
export function languageOf(view: OfPage, key: WordKey): LanguageAttributes {
  return phraseOf(speechFor(view), key).lang ? english(view) : {};
}

/** What a collection and its entries are called on the page. */
export function labelsOf({ content: { site }, language }: OfPage, collection: Collection): Labels {
  return labelsFor(collection, site, language).labels;
}

/** Of an element that holds what a collection is called. */
export function labelLanguage({ content: { site }, language }: OfPage, collection: Collection): LanguageAttributes {
  return inAnother(labelsFor(collection, site, language).language, language);
}

/** Of an element that says how many entries of each kind there are. */
export function kindsLanguage(view: OfPage): LanguageAttributes {
  const [first] = view.content.lists;
  return first ? labelLanguage(view, first.collection) : {};
}

/** Of an element that holds what the settings say, which is in the site's language. */
export function siteLanguage({ content: { site }, language }: OfPage): LanguageAttributes {
  return inAnother(site.language, language);
}

/** Of an element that holds sentences which there are in English only. */
export function english({ language }: Pick<View, "language">): LanguageAttributes {
  return inAnother("en", language);
}

/** A variety of the page's language needs no mark. */
function inAnother(lang: string, pageLanguage: string): LanguageAttributes {
  if (haveSameWords(lang, pageLanguage)) return {};
  return directionOf(lang) === directionOf(pageLanguage) ? { lang } : inLanguage(lang, pageLanguage);
}
