/** Chooses the terms of the index: what titles, headings and tags name, where the text keeps coming back to it. */
import type { Body } from "../content/body.ts";
import type { Content } from "../content/content.ts";
import type { IndexPlace, IndexTerm } from "../content/index-term.ts";
import { isCommonWord } from "./common-words.ts";
import { indexedForm } from "./query/words.ts";

interface Page {
  path: string;
  title: string;
  body: Body;
  tags?: string[];
  /** A project's. */
  stack?: string[];
}

/** A section, or what stands before the first one. */
interface Passage extends IndexPlace {
  words: string[];
}

const MOST_TERMS = 600;
const MOST_PLACES = 5;
const SHORTEST = 3;
const WORD = /[\p{L}][\p{L}\p{N}'’.+#-]*[\p{L}\p{N}+#]/gu;
/** A term that stands on more of the pages than this says nothing of any. */
const COMMON = 0.4;

export function termIndex({ posts, projects }: Content): IndexTerm[] {
  const pages: Page[] = [...posts, ...projects];
  const names = namedTerms(pages);
  const places = new Map<string, { passage: Passage; count: number }[]>();
  for (const page of pages) {
    for (const passage of passagesOf(page)) {
      for (const [term, count] of countTerms(passage.words, names)) {
        places.set(term, [...(places.get(term) ?? []), { passage, count }]);
      }
    }
  }
  return [...places]
    .map(([term, found]) => ({ text: names.get(term) ?? term, found, worth: worthOf(found, pages.length) }))
    .filter(({ worth }) => worth > 0)
    .sort((a, b) => b.worth - a.worth || (a.text < b.text ? -1 : 1))
    .slice(0, MOST_TERMS)
    .map(({ text, found }) => ({ text, places: bestPlaces(found) }))
    .sort((a, b) => (indexedForm(a.text) < indexedForm(b.text) ? -1 : 1));
}

/** Words and pairs of words that titles, headings and tags are made of, with how they are written. */
function namedTerms(pages: Page[]): Map<string, string> {
  const names = new Map<string, string>();
  const add = (text: string) => {
    const key = keyOf(text);
    const known = names.get(key);
    // In a title every word may have a capital letter: a spelling without one is the plainer.
    if (key.length >= SHORTEST && (!known || (known !== text && text === text.toLowerCase()))) names.set(key, text);
  };
  for (const { title, body, tags = [], stack = [] } of pages) {
    for (const tag of [...tags, ...stack]) add(tag);
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

function passagesOf({ path, title, body }: Page): Passage[] {
  return body.sections.map(({ heading, text }) => ({
    path: heading ? `${path}#${heading.id}` : path,
    title,
    section: heading?.text,
    words: wordsOf(`${heading?.text ?? title}\n${text}`),
  }));
}

function countTerms(words: string[], names: Map<string, string>): Map<string, number> {
  const counts = new Map<string, number>();
  words.forEach((word, at) => {
    const pair = keyOf(`${word} ${words[at + 1] ?? ""}`);
    const key = names.has(pair) ? pair : keyOf(word);
    if (names.has(key)) counts.set(key, (counts.get(key) ?? 0) + 1);
  });
  return new Map([...counts].filter(([, count]) => count > 1));
}

/** Much of it in few places is telling; what is everywhere, or is met once, is not. */
function worthOf(found: { passage: Passage; count: number }[], pages: number): number {
  const having = new Set(found.map(({ passage }) => passage.title)).size;
  if (pages > 4 && having > pages * COMMON) return 0;
  const most = Math.max(...found.map(({ count }) => count));
  return most * Math.log(1 + pages / having);
}

function bestPlaces(found: { passage: Passage; count: number }[]): IndexPlace[] {
  return found
    .toSorted((a, b) => b.count - a.count)
    .slice(0, MOST_PLACES)
    .map(({ passage: { path, title, section } }) => ({ path, title, section }));
}

function wordsOf(text: string): string[] {
  return text.match(WORD) ?? [];
}

/** `Locks` → `locks`, `PostgreSQL` as it is. */
function plain(word: string): string {
  return /^\p{Lu}\p{Ll}+$/u.test(word) ? word.toLowerCase() : word;
}

/** One for singular and plural. */
function keyOf(term: string): string {
  const words = term.split(" ").map(indexedForm);
  return words.map((word) => (word.length > 3 ? word.replace(/(?<!s)s$/, "") : word)).join(" ");
}
