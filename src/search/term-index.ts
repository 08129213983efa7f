/** Chooses the terms of the index: what titles, headings and tags name, where the text keeps coming back to it. */
import type { Content } from "../content/content.ts";
import { type Entry, isSearched } from "../content/entry.ts";
import { type NumberedWords, newWords } from "../content/numbered-words.ts";
import type { IndexTerm, Locator } from "../content/text/index-term.ts";
import { wordsIn } from "../content/text/words-in.ts";
import { isCommonWord } from "./common-words.ts";
import { isFunctionWordIn } from "./function-words.ts";
import { remembered } from "./query/remembered.ts";
import { indexedForm, isUnspaced, unsegmented } from "./query/words/words.ts";
import { segmented } from "./segmented.ts";

/** How often a term occurs in a section, or in the text before the first one. In the order of pages. */
interface Found {
  /** Its place among all pages. */
  readonly page: number;
  /** Its place on the page. */
  readonly section: number;
  readonly count: number;
}

/** A term's key, and how it is written. */
type Names = Map<string, string>;

/** From a word to its key. */
type KeyOf = (word: string) => string;

const MOST_TERMS = 600;
const MOST_LOCATORS = 5;
const SHORTEST = 3;
const SHORTEST_UNSPACED = 2;
/** No word. */
const END = "";
const wordsInText = wordsIn(/[\p{L}][\p{L}\p{N}'’.+#-]*[\p{L}\p{N}+#]/gu);
/** A term on a larger share of the pages than this is left out. */
const COMMON = 0.4;

/** `words` has the words of earlier builds' texts. */
export function termIndex({ entries, site }: Content, words: NumberedWords = newWords()): IndexTerm[] {
  const { compare } = new Intl.Collator(site.language, { numeric: true });
  const pages = entries.filter(isSearched);
  const keyOf = remembered(plainKey);
  const names = namedTerms(pages, keyOf);
  const titles = numberedTitles(pages);
  return [...foundIn(pages, names, keyOf, words)]
    .map(([term, found]) => ({ text: names.get(term) ?? term, found, worth: worthOf(found, titles) }))
    .filter(({ worth }) => worth > 0)
    .sort((a, b) => b.worth - a.worth || (a.text < b.text ? -1 : 1))
    .slice(0, MOST_TERMS)
    .map(({ text, found }) => ({
      text: unsegmented(text),
      locators: bestOf(found).map((one) => locatorOf(one, pages)),
    }))
    .sort((a, b) => compare(a.text, b.text));
}

/** Words and pairs of words that titles, headings and tags are made of, with how they are written. */
function namedTerms(pages: readonly Entry[], keyOf: KeyOf): Names {
  const names: Names = new Map();
  const add = (text: string) => {
    const key = text.split(" ").map(keyOf).join(" ");
    const earlier = names.get(key);
    // In a title every word may have a capital letter: a spelling without one is the plainer.
    if (
      key.length >= (isUnspaced(key) ? SHORTEST_UNSPACED : SHORTEST) &&
      (!earlier || (earlier !== text && text === text.toLowerCase()))
    )
      names.set(key, text);
  };
  for (const { title, body, keywords, lang } of pages) {
    const isCommon = (word: string) => isCommonWord(word) || isFunctionWordIn(lang, keyOf(word));
    for (const keyword of keywords) add(keyword);
    for (const text of [title, ...body.headings.map((heading) => heading.text)]) {
      const words = wordsOf(text, lang);
      words.forEach((word, at) => {
        const next = words[at + 1];
        if (!isCommon(word)) add(plain(word));
        if (next && !isCommon(word) && !isCommon(next)) add(`${plain(word)} ${plain(next)}`);
      });
    }
  }
  return names;
}

/** By term. */
function foundIn(pages: readonly Entry[], names: Names, keyOf: KeyOf, words: NumberedWords): Map<string, Found[]> {
  const lists = pages.map((page) => words.listOf(page, () => keysOf(page, keyOf)));
  const counter = new TermCounter(names, words);
  for (const [page, list] of lists.entries()) counter.count(list, page);
  return counter.found();
}

/** The number of each page's title: pages of one name count as one. */
function numberedTitles(pages: readonly Entry[]): Uint32Array {
  const numbers = new Map<string, number>();
  return Uint32Array.from(pages, ({ title }) => {
    const number = numbers.get(title) ?? numbers.size;
    numbers.set(title, number);
    return number;
  });
}

/** Of the words of each section; after each section comes `END`. */
function keysOf({ title, body, lang }: Entry, keyOf: KeyOf): string[] {
  return body.sections.flatMap(({ heading, text }) => [
    ...wordsOf(`${heading?.text ?? title}\n${text()}`, lang).map(keyOf),
    END,
  ]);
}

/** Counts terms in lists of numbered words. */
class TermCounter {
  readonly #terms: string[] = [];
  /** By a word's number: its term's place, from 1 on; 0 where it is none by itself. */
  readonly #single: Uint32Array;
  /** By the number of a pair's first word, and of its second: its term's place. */
  readonly #pairs = new Map<number, Map<number, number>>();
  readonly #counts: Uint32Array;
  /** By a term's place. */
  readonly #found: Found[][];
  readonly #end: number | undefined;

  constructor(names: Names, words: NumberedWords) {
    this.#single = new Uint32Array(words.size);
    this.#end = words.numberOf(END);
    for (const term of names.keys()) {
      const [first, second, ...others] = term.split(" ").map((word) => words.numberOf(word));
      // What has a word that no text has is in no text; longer names are not looked for.
      if (first === undefined || others.length > 0) continue;
      if (second !== undefined) {
        const pairs = this.#pairs.get(first) ?? new Map<number, number>();
        this.#pairs.set(first, pairs.set(second, this.#terms.push(term)));
      } else if (!term.includes(" ")) this.#single[first] = this.#terms.push(term);
    }
    this.#counts = new Uint32Array(this.#terms.length + 1);
    this.#found = this.#terms.map(() => []);
  }

  /** What comes more than once in a section of the page whose words these are. */
  count(list: Uint32Array, page: number): void {
    let section = 0;
    let terms: number[] = [];
    for (let at = 0; at < list.length; at++) {
      const word = list[at] ?? 0;
      if (word === this.#end) {
        this.#note(terms, page, section++);
        terms = [];
        continue;
      }
      const pair = this.#pairs.get(word)?.get(list[at + 1] ?? -1);
      const term = pair ?? this.#single[word] ?? 0;
      if (term === 0) continue;
      const count = this.#counts[term] ?? 0;
      if (count === 0) terms.push(term);
      this.#counts[term] = count + 1;
    }
  }

  /** By term, of those that were found. */
  found(): Map<string, Found[]> {
    return new Map(
      this.#terms.map((term, at) => [term, this.#found[at] ?? []] as const).filter(([, all]) => all.length > 0),
    );
  }

  #note(terms: readonly number[], page: number, section: number): void {
    for (const term of terms) {
      const count = this.#counts[term] ?? 0;
      this.#counts[term] = 0;
      if (count > 1) this.#found[term - 1]?.push({ page, section, count });
    }
  }
}

/** A term is worth most if it occurs often, on few pages; nothing if it is on too many. */
function worthOf(found: readonly Found[], titles: Uint32Array): number {
  const on = new Set<number | undefined>();
  let most = 0;
  for (const { page, count } of found) {
    on.add(titles[page]);
    if (count > most) most = count;
  }
  const having = on.size;
  if (titles.length > 4 && having > titles.length * COMMON) return 0;
  return most * Math.log(1 + titles.length / having);
}

function bestOf(found: readonly Found[]): Found[] {
  return found.toSorted((a, b) => b.count - a.count).slice(0, MOST_LOCATORS);
}

function locatorOf({ page, section }: Found, pages: readonly Entry[]): Locator {
  const { path = "", title = "", body } = pages[page] ?? {};
  const heading = body?.sections[section]?.heading;
  return { path: heading ? `${path}#${heading.id}` : path, title, section: heading?.text };
}

function wordsOf(text: string, lang: string): readonly string[] {
  return wordsInText(segmented(text, lang));
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
