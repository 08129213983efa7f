/** Writes the vocabulary and the postings of a site, in the chunks that `query/words/` reads. */
import { createHash } from "node:crypto";
import { functionWordsOf, isFunctionWordIn } from "./function-words.ts";
import { PAGES_IN_BLOCK } from "./query/page.ts";
import { levelOf, postingsAsText } from "./query/words/postings.ts";
import {
  LISTS,
  type List,
  LONGEST_WORD,
  numbersAsText,
  reversed,
  stemsAsText,
  VERSION,
  type VocabularyMap,
} from "./query/words/vocabulary.ts";
import { formsOf, indexedForm, writtenWords } from "./query/words/words.ts";
import { hasCompounds, itself, type Stem } from "./stemmer.ts";

/** A page's words, by where it says them. */
export interface PageWords {
  /** BCP 47. */
  lang?: string;
  title: string;
  description?: string;
  headings?: string[];
  /** Its tags, its series and when it was published, as words. */
  labels?: string;
  /** The first words of its text. */
  lead?: string;
  /** The rest of it. */
  text: string;
}

/** How much a word counts by where it stands, as in BM25F: Robertson and Zaragoza, 2009, 3.6. */
const WEIGHTS = { title: 10, headings: 5, description: 4, lead: 3, labels: 2, text: 1 };
/** BM25's b. */
const LENGTH_MATTERS = 0.8;

const WORDS_IN_CHUNK = 400;
/** Characters; half as many travel. */
const POSTINGS_IN_CHUNK = 6000;
const MOST_TITLE_WORDS = 35;
/** Frequencies are counted in these, so that a page and its frequency fit into one number. */
const UNITS = 10;
const MOST_UNITS = 2 ** 12;

interface CountedWord {
  word: string;
  pages: number;
  /** Of these pages, those in whose language it says nothing of a subject: `die` in German, but not in English. */
  asFunctionWord: number;
  titled: number[];
  /** In each language that has it, or one for all. */
  stems: Set<string>;
}

/** What a page has: forms with their weights, their stems, and its language. */
interface Found {
  found: Map<string, number>;
  stemOf: (form: string) => string;
  lang: string;
}

/** What has been counted of words, and of parts of names, which are written only where no page has them as words. */
interface Counts {
  words: Map<string, CountedWord>;
  /** By stem: a page's number times `MOST_UNITS`, and its frequency in `UNITS`. */
  postings: Map<string, number[]>;
}

/** Counts the words of pages, the newest first, until they are written down. */
export class WordCount {
  readonly #stems: (language: string) => Stem;
  readonly #languages = new Map<string, number>();
  readonly #whole: Counts = { words: new Map(), postings: new Map() };
  readonly #parts: Counts = { words: new Map(), postings: new Map() };
  readonly #titles: string[] = [];
  /** The number of words of each page. */
  readonly #lengths: number[] = [];

  /** `stems` has the rules of each language (BCP 47). */
  constructor(stems: (language: string) => Stem = () => itself) {
    this.#stems = stems;
  }

  get pages(): number {
    return this.#titles.length;
  }

  add(page: PageWords): void {
    const { lang = "und", title, description = "", headings = [], labels = "", lead = "", text } = page;
    this.#languages.set(lang, (this.#languages.get(lang) ?? 0) + 1);
    const fields: [string, number][] = [
      [title, WEIGHTS.title],
      [headings.join("\n"), WEIGHTS.headings],
      [description, WEIGHTS.description],
      [lead, WEIGHTS.lead],
      [labels, WEIGHTS.labels],
      [text, WEIGHTS.text],
    ];
    const [whole, parts] = [new Map<string, number>(), new Map<string, number>()];
    const accented = new Map<string, string>();
    let length = 0;
    for (const [field, weight] of fields) {
      for (const written of writtenWords(field)) {
        length++;
        const forms = formsOf(written);
        for (const one of accentedIn(written)) accented.set(indexedForm(one), one);
        for (const form of [forms.whole, ...forms.pieces]) addTo(whole, form, weight);
        for (const form of forms.parts) addTo(parts, form, weight);
      }
    }
    const stem = this.#stems(lang);
    const stemOf = (form: string) => stem(form, accented.get(form));
    this.#count(
      this.#whole,
      { found: whole, stemOf, lang },
      formsIn(title, ({ whole, pieces }) => [whole, ...pieces]),
    );
    this.#count(
      this.#parts,
      { found: parts, stemOf, lang },
      formsIn(title, ({ parts }) => parts),
    );
    this.#titles.push(Math.min(MOST_TITLE_WORDS, writtenWords(title).length).toString(36));
    this.#lengths.push(length);
  }

  /**
   * Files by name, relative to the index; `pages` has the paths of the pages and the names of their fragments, by their numbers,
   * and `site` is the site's address.
   */
  files(pages: readonly { path: string; id: string }[] = [], site = ""): Map<string, string> {
    const all = [...this.#whole.words.values(), ...this.#partsAlone()];
    const lists = LISTS.map((list) => [list, this.#chunksOf(list, all)] as const);
    const postings = chunked(this.#postingLines(), POSTINGS_IN_CHUNK);
    const blocks = chunked(
      pages.map(({ id }) => id),
      PAGES_IN_BLOCK,
      () => 1,
    );
    const chunks = [
      ...lists.flatMap(([list, texts]) => texts.map((text, number) => [`${list}-${number}.txt`, text] as const)),
      ...postings.map((text, number) => [`postings-${number}.txt`, text] as const),
      ...blocks.map((text, number) => [`pages-${number}.txt`, text] as const),
      ["paths.txt", pages.map(({ path }) => path).join("\n")] as const,
    ];
    const hash = createHash("sha256");
    for (const [, text] of chunks) hash.update(text);
    const folder = `words-${hash.digest("hex").slice(0, 8)}`;
    const map: VocabularyMap = {
      version: VERSION,
      site,
      pages: this.pages,
      titles: this.#titles.join(""),
      functionWords: functionWordsOf(this.#whole.words, this.#languages).join(" "),
      ...([...this.#languages.keys()].some(hasCompounds) ? { compounds: true } : {}),
      folder,
      // `LISTS` has each of them once.
      starts: Object.fromEntries(
        lists.map(([list, texts]) => [list, texts.map(firstWordOf)]),
      ) as VocabularyMap["starts"],
      postings: postings.map(firstWordOf),
    };
    return new Map([
      ["words.json", JSON.stringify(map)],
      ...chunks.map(([name, text]) => [`${folder}/${name}`, text] as const),
    ]);
  }

  #count({ words, postings }: Counts, { found, stemOf, lang }: Found, inTitle: Set<string>): void {
    const stems = new Map<string, number>();
    for (const [word, frequency] of found) {
      const entry = words.get(word) ?? { word, pages: 0, asFunctionWord: 0, titled: [], stems: new Set() };
      const stem = stemOf(word);
      entry.pages++;
      entry.stems.add(stem);
      if (isFunctionWordIn(lang, word)) entry.asFunctionWord++;
      if (inTitle.has(word)) entry.titled.push(this.pages);
      words.set(word, entry);
      addTo(stems, stem, frequency);
    }
    for (const [stem, frequency] of stems) {
      const list = postings.get(stem) ?? [];
      list.push(this.pages * MOST_UNITS + Math.min(MOST_UNITS - 1, Math.round(frequency * UNITS)));
      postings.set(stem, list);
    }
  }

  /** Parts of names that are no words by themselves: the number of their pages is negative. */
  #partsAlone(): CountedWord[] {
    return [...this.#parts.words.values()]
      .filter(({ word }) => !this.#whole.words.has(word))
      .map((counted) => ({ ...counted, pages: -counted.pages }));
  }

  #postingLines(): string[] {
    const [whole, parts] = [this.#whole.postings, this.#parts.postings];
    const stems = [...whole.keys(), ...[...parts.keys()].filter((stem) => !whole.has(stem))].sort();
    const usual = this.#lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, this.pages);
    return stems.map((stem) => {
      const counted = (whole.get(stem) ?? parts.get(stem) ?? []).map((number) => {
        const page = Math.floor(number / MOST_UNITS);
        const norm = 1 - LENGTH_MATTERS + (LENGTH_MATTERS * (this.#lengths[page] ?? 0)) / usual;
        return [page, levelOf((number % MOST_UNITS) / UNITS / norm)] as const;
      });
      return `${stem} ${postingsAsText(counted)}`;
    });
  }

  /** A line for each word: itself, how many pages have it, which of them in their titles, and its stem where it is another. */
  #chunksOf(list: List, all: CountedWord[]): string[] {
    const words = list.startsWith("titles") ? all.filter(({ titled }) => titled.length > 0) : all;
    const lines = words
      .map((one) => ({ ...one, key: list.endsWith("backward") ? reversed(one.word) : one.word }))
      .sort((a, b) => (a.key < b.key ? -1 : 1))
      .map(({ key, word, pages, titled, stems }) =>
        [key, pages, numbersAsText(titled), stemsAsText(word, stems)].join(" ").trimEnd(),
      );
    return chunked(lines, WORDS_IN_CHUNK, () => 1);
  }
}

function addTo(counts: Map<string, number>, form: string, weight: number): void {
  if (form.length > 0 && form.length <= LONGEST_WORD) counts.set(form, (counts.get(form) ?? 0) + weight);
}

const PLAIN = /^[\0-\x7f]*$/;

/** Words with other letters than those from A to Z: their indexed forms lack what a stemmer goes by. */
function accentedIn(written: string): string[] {
  if (PLAIN.test(written)) return [];
  return (written.match(/[\p{L}\p{M}]+/gu) ?? []).filter((word) => !PLAIN.test(word));
}

function formsIn(text: string, of: (forms: ReturnType<typeof formsOf>) => string[]): Set<string> {
  return new Set(writtenWords(text).flatMap((word) => of(formsOf(word))));
}

/** Lines together, as long as their sizes are not more than `most`. */
function chunked(lines: readonly string[], most: number, sizeOf = (line: string) => line.length): string[] {
  const chunks: string[][] = [];
  let size = most;
  for (const line of lines) {
    size += sizeOf(line);
    if (size > most) {
      chunks.push([]);
      size = sizeOf(line);
    }
    chunks.at(-1)?.push(line);
  }
  return chunks.map((chunk) => chunk.join("\n"));
}

function firstWordOf(chunk: string): string {
  return chunk.slice(0, chunk.search(/ |$/));
}
