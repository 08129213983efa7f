/** The phrases of the interface, in a site's language. */

import type { Collection } from "../content/collection.ts";
import { directionOf } from "../content/text/direction.ts";
import { type Said, say, type Values, type WordKey } from "../content/words/words.ts";
import { inLanguage, type LanguageAttributes } from "./language.ts";
import type { View } from "./view.ts";

type OfSite = Pick<View, "content">;

export function said({ content: { site } }: OfSite, key: WordKey, values: Values = {}): Said {
  return say(site.language, key, values, site.words);
}

/** For attributes and titles, which have no language of their own. */
export function textOf(view: OfSite, key: WordKey, values: Values = {}): string {
  return said(view, key, values).text;
}

/** Of an element that holds a phrase and nothing else. */
export function languageOf(view: OfSite, key: WordKey): LanguageAttributes {
  return said(view, key).lang ? english(view) : {};
}

/** Of an element that holds what a collection is called, which is English unless the settings word it. */
export function labelLanguage(view: OfSite, { hasOwnWords }: Pick<Collection, "hasOwnWords">): LanguageAttributes {
  return hasOwnWords ? {} : english(view);
}

/** Of an element that holds sentences which there are in English only. */
export function english({ content: { site } }: OfSite): LanguageAttributes {
  if (new Intl.Locale(site.language).language === "en") return {};
  return directionOf(site.language) === "ltr" ? { lang: "en" } : inLanguage("en", site.language);
}
