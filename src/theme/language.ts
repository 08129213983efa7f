/** The attributes of text that is in another language than the site. */

const RIGHT_TO_LEFT = new Set(["Adlm", "Arab", "Hebr", "Mand", "Nkoo", "Rohg", "Syrc", "Thaa"]);

export interface LanguageAttributes {
  lang?: string;
  dir?: "ltr" | "rtl";
}

/** Spread over the elements that hold such text; empty for the site's own language. Languages are BCP 47 tags. */
export function inLanguage(lang: string, siteLanguage: string): LanguageAttributes {
  return lang === siteLanguage ? {} : { lang, dir: directionOf(lang) };
}

export function directionOf(lang: string): "ltr" | "rtl" {
  return RIGHT_TO_LEFT.has(new Intl.Locale(lang).maximize().script ?? "") ? "rtl" : "ltr";
}
