/** Chooses the terms of the index of terms: words of titles, headings and tags that texts keep coming back to. */
import type { Content } from "../content/content.ts";
import { type Entry, isSearched } from "../content/entry.ts";
import { type NumberedWords, newWords } from "../content/numbered-words.ts";
import { onceForEach } from "../content/once-for-each.ts";
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

/** A word of a title that may be a term, or a part of one. */
interface Telling {
  readonly key: string;
  /** As it is written, but for the capital of a title. */
  readonly text: string;
}

const MOST_TERMS = 600;
const MOST_LOCATORS = 5;
const SHORTEST = 3;
const SHORTEST_UNSPACED = 2;
/** Ends a section in a list of words; it is no word itself. */
const END = "";
/** Stands in a list for words of which nothing is counted. */
const GAP = " ";
const wordsInText = wordsIn(/[\p{L}][\p{L}\p{N}'’.+#-]*[\p{L}\p{N}+#]/gu);
/** A term on a larger share of the pages than this is left out. */
const COMMON = 0.4;

/** `words` has the words of unchanged texts, from earlier builds. */
export function termIndex({ entries, site }: Content, words: NumberedWords = newWords()): IndexTerm[] {
  const { compare } = new Intl.Collator(site.language, { numeric: true });
  const pages = entries.filter(isSearched);
  const names = namedTerms(pages);
  const titles = numberedTitles(pages);
  return [...foundIn(pages, names, words)]
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
function namedTerms(pages: readonly Entry[]): Names {
  const names: Names = new Map();
  const add = ({ key, text }: Telling) => {
    const earlier = names.get(key);
    // Titles may capitalise every word, so a spelling in lower case is preferred.
    if (
      key.length >= (isUnspaced(key) ? SHORTEST_UNSPACED : SHORTEST) &&
      (!earlier || (earlier !== text && text === text.toLowerCase()))
    )
      names.set(key, text);
  };
  const tellingIn = onceForEach((lang) => remembered((word) => tellingWord(word, lang)));
  for (const { title, body, keywords, lang } of pages) {
    const telling = tellingIn(lang);
    for (const keyword of keywords) add({ key: keyword.split(" ").map(plainKey).join(" "), text: keyword });
    for (const text of [title, ...body.headings.map((heading) => heading.text)]) {
      let before: Telling | null = null;
      for (const written of wordsOf(text, lang)) {
        const word = telling(written);
        if (before && word) add({ key: `${before.key} ${word.key}`, text: `${before.text} ${word.text}` });
        if (word) add(word);
        before = word;
      }
    }
  }
  return names;
}

/** None for a word that is in every text. */
function tellingWord(word: string, lang: string): Telling | null {
  if (isCommonWord(word) || isFunctionWordIn(lang, plainKey(word))) return null;
  const text = plain(word);
  return { key: plainKey(text), text };
}

/** By term. */
function foundIn(pages: readonly Entry[], names: Names, words: NumberedWords): Map<string, Found[]> {
  const repeated = new RepeatedWords(words);
  const lists = pages.map((page) => words.listOf(page, () => repeated.numbersOf(page)));
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

/** Numbers the words that a section has more than once: of the others, no term can be counted. */
class RepeatedWords {
  readonly #words: NumberedWords;
  /** The keys of words that were seen, by place. */
  readonly #keys: string[] = [];
  readonly #placeOfKey = onceForEach((key) => this.#keys.push(key));
  // A text's words are looked up as they are written: their keys have one place.
  readonly #placeOf = remembered((word) => this.#placeOfKey(plainKey(word)));
  /** By place: how often the section has it. */
  readonly #counts: number[] = [];

  constructor(words: NumberedWords) {
    this.#words = words;
  }

  /** With `GAP` in place of any number of other words, and `END` after each section. */
  numbersOf({ title, body, lang }: Entry): number[] {
    const [gap, end] = [this.#words.numbered(GAP), this.#words.numbered(END)];
    const numbers: number[] = [];
    for (const { heading, text } of body.sections) {
      const places = wordsOf(`${heading?.text ?? title}\n${text()}`, lang).map(this.#placeOf);
      for (const place of places) this.#counts[place] = (this.#counts[place] ?? 0) + 1;
      for (const place of places) {
        if ((this.#counts[place] ?? 0) > 1) numbers.push(this.#words.numbered(this.#keys[place - 1] ?? ""));
        else if (numbers.at(-1) !== gap) numbers.push(gap);
      }
      for (const place of places) this.#counts[place] = 0;
      numbers.push(end);
    }
    return numbers;
  }
}

/** Counts terms in lists of numbered words. */
class TermCounter {
  readonly #terms: string[] = [];
  /** For each word's number: the index of its term, from 1 on; 0 if the word alone is no term. */
  readonly #single: Uint32Array;
  /** The index of a pair's term: by the number of its first word, then of its second. */
  readonly #pairs: (Map<number, number> | undefined)[];
  readonly #counts: Uint32Array;
  /** By a term's index. */
  readonly #found: Found[][];
  readonly #end: number | undefined;

  constructor(names: Names, words: NumberedWords) {
    this.#single = new Uint32Array(words.size);
    this.#pairs = Array.from({ length: words.size }, () => undefined);
    this.#end = words.numberOf(END);
    for (const term of names.keys()) {
      const [first, second, ...others] = term.split(" ").map((word) => words.numberOf(word));
      // A term with a word that no text has can't be found; terms of more than two words are not searched for.
      if (first === undefined || others.length > 0) continue;
      if (second !== undefined) {
        const pairs = this.#pairs[first] ?? new Map<number, number>();
        this.#pairs[first] = pairs.set(second, this.#terms.push(term));
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
      const pair = this.#pairs[word]?.get(list[at + 1] ?? -1);
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
