/** Chooses the terms of the index of terms: words of titles, headings and tags that texts keep coming back to. */
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

/** A term in a section, or in the text before the first one, with how often it occurs. */
interface Found {
  /** The index of the page among all pages. */
  readonly page: number;
  /** The index of the section on the page; 0 for the text before the first one. */
  readonly section: number;
  readonly count: number;
}

/** Terms by key, as they are written. */
type Names = Map<string, string>;

/** Gives the key of a word. */
type KeyOf = (word: string) => string;

const MOST_TERMS = 600;
const MOST_LOCATORS = 5;
const SHORTEST = 3;
const SHORTEST_UNSPACED = 2;
/** Ends a section in a list of words; it is no word itself. */
const END = "";
const wordsInText = wordsIn(/[\p{L}][\p{L}\p{N}'’.+#-]*[\p{L}\p{N}+#]/gu);
/** A term on a larger share of the pages than this is left out. */
const COMMON = 0.4;

/** `words` has the words of unchanged texts, from earlier builds. */
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

/** Words and pairs of words in titles, headings and tags. */
function namedTerms(pages: readonly Entry[], keyOf: KeyOf): Names {
  const names: Names = new Map();
  const add = (text: string) => {
    const key = text.split(" ").map(keyOf).join(" ");
    const earlier = names.get(key);
    // Titles may capitalise every word, so a spelling in lower case is preferred.
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

/** Numbers the titles of pages: pages with one title count as one. */
function numberedTitles(pages: readonly Entry[]): Uint32Array {
  const numbers = new Map<string, number>();
  return Uint32Array.from(pages, ({ title }) => {
    const number = numbers.get(title) ?? numbers.size;
    numbers.set(title, number);
    return number;
  });
}

/** The keys of a page's words, with `END` after each section. */
function keysOf({ title, body, lang }: Entry, keyOf: KeyOf): string[] {
  return body.sections.flatMap(({ heading, text }) => [
    ...wordsOf(`${heading?.text ?? title}\n${text()}`, lang).map(keyOf),
    END,
  ]);
}

/** Counts terms in lists of numbered words. */
class TermCounter {
  readonly #terms: string[] = [];
  /** For each word's number: the index of its term, from 1 on; 0 if the word alone is no term. */
  readonly #single: Uint32Array;
  /** The index of a pair's term: by the number of its first word, then of its second. */
  readonly #pairs = new Map<number, Map<number, number>>();
  readonly #counts: Uint32Array;
  /** By a term's index. */
  readonly #found: Found[][];
  readonly #end: number | undefined;

  constructor(names: Names, words: NumberedWords) {
    this.#single = new Uint32Array(words.size);
    this.#end = words.numberOf(END);
    for (const term of names.keys()) {
      const [first, second, ...others] = term.split(" ").map((word) => words.numberOf(word));
      // A term with a word that no text has can't be found; terms of more than two words are not searched for.
      if (first === undefined || others.length > 0) continue;
      if (second !== undefined) {
        const pairs = this.#pairs.get(first) ?? new Map<number, number>();
        this.#pairs.set(first, pairs.set(second, this.#terms.push(term)));
      } else if (!term.includes(" ")) this.#single[first] = this.#terms.push(term);
    }
    this.#counts = new Uint32Array(this.#terms.length + 1);
    this.#found = this.#terms.map(() => []);
  }

  /** Counts terms that occur more than once in a section; `list` has the words of the page. */
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

  /** The places of each term that was found. */
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

/** A term is worth most if it occurs often on few pages, and nothing if it is on too many. */
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

/** `Locks` → `locks`; `PostgreSQL` stays. */
function plain(word: string): string {
  return /^\p{Lu}\p{Ll}+$/u.test(word) ? word.toLowerCase() : word;
}

/** One key for singular and plural. */
function plainKey(word: string): string {
  const form = indexedForm(word);
  return form.length > 3 ? form.replace(/(?<!s)s$/, "") : form;
}
