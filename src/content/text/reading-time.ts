/** How long a text takes to read. */
import { onceForEach } from "../once-for-each.ts";

/**
 * By language, as far as it was measured: Trauzettel-Klosinski and Dietz, Standardized Assessment of Reading Performance (2012),
 * table 3, read aloud. In each of them the same texts take about as long; what differs is how much a word says.
 */
const WORDS_PER_MINUTE: Readonly<Record<string, number>> = {
  ar: 138,
  de: 179,
  es: 218,
  fi: 161,
  fr: 195,
  he: 187,
  it: 188,
  nl: 202,
  pl: 166,
  pt: 181,
  ru: 184,
  sl: 180,
  sv: 199,
  tr: 166,
};
/** English, read silently; code too, of which a name or a number is a word. */
const USUAL = 230;
/** Of Chinese and Japanese, in which a word has one to three. */
const CHARACTERS_PER_MINUTE = 450;

/** What a text has to be read. */
export interface Length {
  /** Of the running text. */
  words: number;
  /** How many of these are single characters of Chinese or Japanese. */
  characters: number;
  /** Of its code, and of what came out of it. */
  codeWords: number;
}

const rateIn = onceForEach((language) => WORDS_PER_MINUTE[new Intl.Locale(language).language] ?? USUAL);

/** Minutes that reading takes, at least 1; `language` is BCP 47. */
export function readingMinutes({ words, characters, codeWords }: Length, language = "en"): number {
  const rate = rateIn(language);
  const minutes = (words - characters) / rate + characters / CHARACTERS_PER_MINUTE + codeWords / USUAL;
  return Math.max(1, Math.round(minutes));
}
