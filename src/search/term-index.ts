/** Chooses the terms of the index: what titles, headings and tags name, where the text keeps coming back to it. */
import type { Content } from "../content/content.ts";
import { type Entry, isSearched } from "../content/entry.ts";
import type { IndexTerm, Locator } from "../content/text/index-term.ts";
import { isCommonWord } from "./common-words.ts";
import { remembered } from "./query/remembered.ts";
import { indexedForm } from "./query/words/words.ts";

/** A section, or the text before the first one, and how often a term occurs in it. */
interface CountedLocator extends Locator {
  count: number;
}

/** A term's key, and how it is written. */
type Names = Map<string, string>;

/** From a word to its key. */
type KeyOf = (word: string) => string;

const MOST_TERMS = 600;
const MOST_LOCATORS = 5;
const SHORTEST = 3;
const WORD = /[\p{L}][\p{L}\p{N}'’.+#-]*[\p{L}\p{N}+#]/gu;
/** A term on a larger share of the pages than this is left out. */
const COMMON = 0.4;

export function termIndex({ entries }: Content): IndexTerm[] {
  const pages = entries.filter(isSearched);
  const keyOf = remembered(plainKey);
  const names = namedTerms(pages, keyOf);
  return [...locatorsOf(pages, names, keyOf)]
    .map(([term, found]) => ({ text: names.get(term) ?? term, found, worth: worthOf(found, pages.length) }))
    .filter(({ worth }) => worth > 0)
    .sort((a, b) => b.worth - a.worth || (a.text < b.text ? -1 : 1))
    .slice(0, MOST_TERMS)
    .map(({ text, found }) => ({ text, locators: bestLocators(found) }))
    .sort((a, b) => (indexedForm(a.text) < indexedForm(b.text) ? -1 : 1));
}

/** Words and pairs of words that titles, headings and tags are made of, with how they are written. */
function namedTerms(pages: readonly Entry[], keyOf: KeyOf): Names {
  const names: Names = new Map();
  const add = (text: string) => {
    const key = text.split(" ").map(keyOf).join(" ");
    const earlier = names.get(key);
    // In a title every word may have a capital letter: a spelling without one is the plainer.
    if (key.length >= SHORTEST && (!earlier || (earlier !== text && text === text.toLowerCase()))) names.set(key, text);
  };
  for (const { title, body, keywords } of pages) {
    for (const keyword of keywords) add(keyword);
    for (const text of [title, ...body.headings.map((heading) => heading.text)]) {
      const words = wordsOf(text);
      words.forEach((word, at) => {
        const next = words[at + 1];
        if (!isCommonWord(word)) add(plain(word));
        if (next && !isCommonWord(word) && !isCommonWord(next)) add(`${plain(word)} ${plain(next)}`);
      });
    }
  }
  return names;
}

function locatorsOf(pages: readonly Entry[], names: Names, keyOf: KeyOf): Map<string, CountedLocator[]> {
  const locators = new Map<string, CountedLocator[]>();
  const begun = new Set([...names.keys()].filter((key) => key.includes(" ")).map((key) => key.split(" ", 1)[0]));
  for (const { path, title, body } of pages) {
    for (const { heading, text } of body.sections) {
      const keys = wordsOf(`${heading?.text ?? title}\n${text()}`).map(keyOf);
      const locator = { path: heading ? `${path}#${heading.id}` : path, title, section: heading?.text };
      for (const [term, count] of countTerms(keys, names, begun)) {
        const found = locators.get(term) ?? [];
        found.push({ ...locator, count });
        locators.set(term, found);
      }
    }
  }
  return locators;
}

/** What comes more than once, by its key; `begun` has the words that a pair begins with. */
function countTerms(keys: string[], names: Names, begun: Set<string | undefined>): [term: string, count: number][] {
  const counts = new Map<string, number>();
  keys.forEach((word, at) => {
    const pair = begun.has(word) ? `${word} ${keys[at + 1] ?? ""}` : word;
    const term = names.has(pair) ? pair : word;
    if (names.has(term)) counts.set(term, (counts.get(term) ?? 0) + 1);
  });
  return [...counts].filter(([, count]) => count > 1);
}

/** A term is worth most if it occurs often, on few pages; nothing if it is on too many. */
function worthOf(found: CountedLocator[], pages: number): number {
  const having = new Set(found.map(({ title }) => title)).size;
  if (pages > 4 && having > pages * COMMON) return 0;
  const most = found.reduce((highest, { count }) => Math.max(highest, count), 0);
  return most * Math.log(1 + pages / having);
}

function bestLocators(found: CountedLocator[]): Locator[] {
  return found
    .toSorted((a, b) => b.count - a.count)
    .slice(0, MOST_LOCATORS)
    .map(({ path, title, section }) => ({ path, title, section }));
}

function wordsOf(text: string): string[] {
  return text.match(WORD) ?? [];
}

/** `Locks` → `locks`, `PostgreSQL` as it is. */
function plain(word: string): string {
  return /^\p{Lu}\p{Ll}+$/u.test(word) ? word.toLowerCase() : word;
}

/** One for singular and plural. */
function plainKey(word: string): string {
  const form = indexedForm(word);
  return form.length > 3 ? form.replace(/(?<!s)s$/, "") : form;
}
