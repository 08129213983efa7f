/**
 * What scripts say. The build writes the words of the site's language into each script that needs some; a page in another
 * language names a file with its own, which is loaded when search is opened.
 */
import { filled, type Values } from "../../content/words/message.ts";
import type { EssayKey, ScriptKey, ScriptWords } from "../script-words.ts";

declare const WORDS: ScriptWords;

/** Those of a page in another language, once they are there. */
let ofPage: ScriptWords | undefined;

/** Waits for the page's own words where it has some; without them, those of the site have to do. */
export async function loadWords(): Promise<void> {
  const address = document.querySelector<HTMLElement>("[data-search]")?.dataset["search"];
  if (!address) return;
  try {
    // The build made it from the same type.
    ofPage = await (await fetch(address)).json();
  } catch {
    // They are shown as what they are: see `markWords`.
  }
}

export function word(key: ScriptKey, values: Values = {}): string {
  const { phrases, language, locale = language } = ofPage ?? WORDS;
  return filled(phrases[key] ?? "", values, locale);
}

/** What dates are written in: the page's language, with the site's calendar and digits. */
export function localeOfPage(): string {
  const { lang } = document.documentElement;
  const { language, locale = lang } = ofPage ?? WORDS;
  return base(language) === base(lang) ? locale : lang;
}

/** Site-relative paths that the page's edition has. */
export function placesOf(): Pick<ScriptWords, "root" | "archive"> {
  return ofPage ?? WORDS;
}

/** Of what the pages of texts have: on a page in another language than the site's, that page says it. */
export function essayWord(key: EssayKey): string {
  return document.querySelector("main")?.dataset[key] ?? word(key);
}

/** On a page in another language that does not say it, an element with such words says which language they are in. */
export function markEssayWords(element: HTMLElement): void {
  if (document.querySelector("main")?.dataset["copy"] === undefined) markWords(element);
}

/** Of the site's words, a phrase without values: the script that every page loads needs no other, and is kept small. */
export function plainWord(key: ScriptKey): string {
  const phrase = WORDS.phrases[key] ?? "";
  return typeof phrase === "string" ? phrase : phrase.other;
}

/** Marks an element's language if the script's words are in another one than the page. */
export function markWords(element: HTMLElement): void {
  const { language: lang, dir } = ofPage ?? WORDS;
  if (base(lang) !== base(document.documentElement.lang)) Object.assign(element, { lang, dir });
}

/** Within such an element, what is in the page's own language. */
export function markAsPage(element: HTMLElement): void {
  const { lang, dir } = document.documentElement;
  if (base(lang) !== base((ofPage ?? WORDS).language)) Object.assign(element, { lang, dir });
}

function base(lang: string): string | undefined {
  return lang.split("-")[0];
}
