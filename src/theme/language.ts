/** The attributes of text that is in another language than the site. */
import { directionOf } from "../content/text/direction.ts";

export interface LanguageAttributes {
  lang?: string;
  dir?: "ltr" | "rtl";
}

/** Spread over the elements that hold such text; empty for the site's own language. Languages are BCP 47 tags. */
export function inLanguage(lang: string, siteLanguage: string): LanguageAttributes {
  return lang === siteLanguage ? {} : { lang, dir: directionOf(lang) };
}
