/** Entries about the same things, found by the words that tell them from the others (tf–idf, cosine similarity). */
import type { Entry } from "./entry.ts";
import { type NumberedWords, newWords } from "./numbered-words.ts";
import { onceForEach } from "./once-for-each.ts";
import { wordsIn } from "./text/words-in.ts";

/** How much of a text is looked at: its beginning says what it is about, and 10,000 entries must not take long. */
const MOST_CHARACTERS = 3000;
const MOST_SECTIONS = 3;
/** By how many of its most telling words an entry is compared. */
const MOST_TERMS = 20;
const MOST_RELATED = 3;
/** A word that more entries than this share tells little, and would cost the most. */
const MOST_SHARING = 500;
const LEAST_SIMILAR = 0.08;
const wordsInText = wordsIn(/[\p{L}\p{N}_]{3,}/gu);
const TAG_WEIGHT = 4;
const TITLE_WEIGHT = 3;

/** An entry's telling words, by number, with their weights, whose squares add up to 1. */
interface Profile {
  readonly terms: readonly number[];
  readonly weights: readonly number[];
}

/** By a word's number: the entries that have it, by index, and its weight in each. */
type Index = (Sharing | undefined)[];

interface Sharing {
  readonly entries: number[];
  readonly weights: number[];
}

/** The most similar others of each entry, by its file, best first; parts of its own series, which it lists anyway, are left out. */
export function relatedEntries(entries: readonly Entry[], words: NumberedWords = newWords()): Map<string, Entry[]> {
  const profiles = profilesOf(entries, words);
  const index = indexOf(profiles, words.size);
  const scores = new Scores(entries.length);
  return new Map(
    entries.map(({ file, series }, at) => {
      const isWanted = (other: number) => other !== at && !(series && entries[other]?.series === series);
      scores.add(profiles[at], index);
      const found = best(scores, isWanted).flatMap((other) => entries[other] ?? []);
      scores.clear();
      return [file, found];
    }),
  );
}

function indexOf(profiles: readonly Profile[], size: number): Index {
  const index: Index = Array.from({ length: size }, () => undefined);
  for (const [at, { terms, weights }] of profiles.entries()) {
    for (const [place, term] of terms.entries()) {
      const sharing = index[term] ?? { entries: [], weights: [] };
      sharing.entries.push(at);
      sharing.weights.push(weights[place] ?? 0);
      index[term] = sharing;
    }
  }
  return index;
}

/** By an entry's index, of those only that share a word: of all, most share none. */
class Scores {
  readonly #scores: Float64Array;
  /** Those that share a word, in the order in which they were found; a list that grows anew for each entry would cost more. */
  readonly #sharing: Uint32Array;
  #count = 0;

  constructor(entries: number) {
    this.#scores = new Float64Array(entries);
    this.#sharing = new Uint32Array(entries);
  }

  add({ terms, weights }: Profile = { terms: [], weights: [] }, index: Index): void {
    for (const [place, term] of terms.entries()) {
      const sharing = index[term];
      const weight = weights[place] ?? 0;
      if (!sharing || sharing.entries.length > MOST_SHARING) continue;
      for (let at = 0; at < sharing.entries.length; at++) {
        const entry = sharing.entries[at] ?? 0;
        const score = this.#scores[entry] ?? 0;
        if (score === 0) this.#sharing[this.#count++] = entry;
        this.#scores[entry] = score + weight * (sharing.weights[at] ?? 0);
      }
    }
  }

  of(entry: number): number {
    return this.#scores[entry] ?? 0;
  }

  get sharing(): Uint32Array {
    return this.#sharing.subarray(0, this.#count);
  }

  clear(): void {
    for (const entry of this.sharing) this.#scores[entry] = 0;
    this.#count = 0;
  }
}

/** The indexes of the highest scores; of equal ones the first, which is the newest. */
function best(scores: Scores, isWanted: (index: number) => boolean): number[] {
  const found: number[] = [];
  let least = LEAST_SIMILAR;
  for (const index of scores.sharing) {
    const score = scores.of(index);
    // Most are not as good as those that are found already.
    if (score < least || score <= LEAST_SIMILAR || !isWanted(index)) continue;
    let place = found.length;
    while (place > 0 && isBetter(score, index, scores, found[place - 1] ?? 0)) place--;
    found.splice(place, 0, index);
    if (found.length > MOST_RELATED) found.pop();
    if (found.length === MOST_RELATED) least = scores.of(found[MOST_RELATED - 1] ?? 0);
  }
  return found;
}

function isBetter(score: number, index: number, scores: Scores, other: number): boolean {
  const ofOther = scores.of(other);
  return score > ofOther || (score === ofOther && index < other);
}

function profilesOf(entries: readonly Entry[], words: NumberedWords): Profile[] {
  const lists = entries.map((entry) => words.listOf(entry, () => wordsOf(entry).map((word) => words.numbered(word))));
  const counts = new Uint32Array(words.size);
  const frequencies = new Uint32Array(words.size);
  for (const list of lists) forEachDistinct(list, counts, (term) => (frequencies[term] = (frequencies[term] ?? 0) + 1));
  const rarities = Float64Array.from(frequencies, (frequency) => Math.log(entries.length / (frequency || 1)));
  return lists.map((list) => {
    const telling = new Telling(words);
    forEachDistinct(list, counts, (term, count) => {
      // A word of one entry alone relates it to nothing.
      if ((frequencies[term] ?? 0) > 1) telling.add(term, repeated(count) * (rarities[term] ?? 0));
    });
    return telling.profile;
  });
}

/** What so many occurrences of a word weigh; most words occur a few times. */
const repeated = onceForEach((count: number) => 1 + Math.log(count));

/** The words of an entry that weigh most; of equal ones those that come first in the alphabet. */
class Telling {
  readonly #words: NumberedWords;
  readonly #terms: number[] = [];
  readonly #weights: number[] = [];

  constructor(words: NumberedWords) {
    this.#words = words;
  }

  add(term: number, weight: number): void {
    const [terms, weights] = [this.#terms, this.#weights];
    let place = terms.length;
    while (place > 0 && this.#isBefore(term, weight, place - 1)) place--;
    if (place === MOST_TERMS) return;
    if (terms.length === MOST_TERMS) {
      terms.pop();
      weights.pop();
    }
    terms.splice(place, 0, term);
    weights.splice(place, 0, weight);
  }

  get profile(): Profile {
    const length = Math.hypot(...this.#weights) || 1;
    return { terms: this.#terms, weights: this.#weights.map((weight) => weight / length) };
  }

  #isBefore(term: number, weight: number, place: number): boolean {
    const ofOther = this.#weights[place] ?? 0;
    if (weight !== ofOther) return weight > ofOther;
    return this.#words.wordOf(term) < this.#words.wordOf(this.#terms[place] ?? 0);
  }
}

/** Visits each number of a list once, with how often it is there. `counts` must be 0 throughout, and is so afterwards. */
function forEachDistinct(list: Uint32Array, counts: Uint32Array, visit: (term: number, count: number) => void): void {
  for (const term of list) counts[term] = (counts[term] ?? 0) + 1;
  for (const term of list) {
    const count = counts[term] ?? 0;
    counts[term] = 0;
    if (count > 0) visit(term, count);
  }
}

/** What counts more comes more often. */
function wordsOf({ title, summary = "", tags, body }: Entry): string[] {
  const texts = [
    ...Array.from({ length: TITLE_WEIGHT }, () => title),
    summary,
    ...body.headings.map(({ text }) => text),
    ...body.sections.slice(0, MOST_SECTIONS).map(({ text }) => text().slice(0, MOST_CHARACTERS / MOST_SECTIONS)),
  ];
  const words = texts.flatMap((text) => wordsInText(text.toLowerCase()));
  return [...words, ...tags.flatMap((tag) => Array.from({ length: TAG_WEIGHT }, () => `#${tag}`))];
}

/** The same in one edition: where it has too few, those that are in other languages only stand for more. */
export function relatedWithTranslations(
  own: ReadonlyMap<string, readonly Entry[]>,
  {
    related,
    translations,
  }: { related: ReadonlyMap<string, readonly Entry[]>; translations: ReadonlyMap<string, readonly Entry[]> },
  entries: readonly Entry[],
): Map<string, readonly Entry[]> {
  const files = new Set(entries.map(({ file }) => file));
  return new Map(
    [...own].map(([file, found]) => {
      const known = new Set([file, ...(translations.get(file) ?? []).map((one) => one.file)]);
      const others = (translations.get(file) ?? []).flatMap((one) => related.get(one.file) ?? []);
      const further = [...(related.get(file) ?? []), ...others].map(
        (entry) =>
          translations.get(entry.file)?.find((one) => files.has(one.file)) ??
          translations.get(entry.file)?.[0] ??
          entry,
      );
      const all = [...found, ...further].filter((entry) => {
        const isNew = !known.has(entry.file);
        for (const one of translations.get(entry.file) ?? [entry]) known.add(one.file);
        return isNew;
      });
      return [file, all.slice(0, MOST_RELATED)];
    }),
  );
}
