/** Turns typed text into terms: each a word with its alternatives in the site's vocabulary. */
import { LIKENESS } from "./likeness.ts";
import { type KnownWord, type List, TITLE_LISTS, type Vocabulary } from "./vocabulary.ts";
import { indexedForm, isUnspaced, partsOf, writtenWords } from "./words.ts";

export interface Term {
  /** As it was typed; of code that was taken apart, the part. */
  typed: string;
  /** What may be meant by it, the likeliest first; none for a word that the site has nothing like. */
  words: string[];
  /** Words of titles that it may be a slip for, though the site has it as it is. */
  slips: string[];
  /** The pages whose titles may mean it, by place, with how likely each does, from 0 to 1. */
  titled: ReadonlyMap<number, number>;
  /** How telling it is: towards 0 for a word that every page has, 1 for a word of one page. */
  weight: number;
  /** True where `words` correct what was typed. */
  isCorrected: boolean;
  /** Of the last word, which may be only begun: its form as far as it was typed. */
  start: string | undefined;
}

/** Longer texts are pasted; they say enough by then. */
const MOST_TERMS = 16;
const MOST_CORRECTIONS = 3;
const MOST_COMPLETIONS = 4;
const SHORTEST_TO_CORRECT = 4;
const LETTERS = /^\p{L}+$/u;
/** How much less likely each slip makes a word, and a slip at its very beginning. */
const SLIP = 0.02;
const FIRST_LETTER_SLIP = 0.5;

/** Each word once. A literal search means the words as they are, none of them begun or a slip. */
export async function termsOf(text: string, literal: boolean, vocabulary: Vocabulary): Promise<Term[]> {
  const written = [...new Map(writtenWords(text).map((word) => [indexedForm(word), word])).values()].slice(
    0,
    MOST_TERMS,
  );
  const last = /\S$/u.test(text) && !literal ? written.at(-1) : undefined;
  const terms = written.map((typed) => read(typed, typed === last, vocabulary));
  return (await Promise.all(terms)).flat().map((term) => (literal ? { ...term, slips: [] } : term));
}

/** A word that is known as a whole stands for itself; else it may be only begun, made of known parts, or misspelled. */
async function read(typed: string, isOpen: boolean, vocabulary: Vocabulary): Promise<Term[]> {
  const form = indexedForm(typed);
  const start = isOpen ? form : undefined;
  const [known, begun] = await Promise.all([vocabulary.find(form), isOpen ? completionsOf(form, vocabulary) : []]);
  const term = (words: KnownWord[], rest: Partial<Term>): Term => ({
    typed,
    words: words.map(({ word }) => word),
    slips: [],
    titled: new Map(),
    weight: weightOf(words, vocabulary),
    isCorrected: false,
    start,
    ...rest,
  });
  if (known) return [term([known], await titlesOfKnown(known, begun, vocabulary))];
  if (begun.length > 0)
    return [term(begun.slice(0, MOST_COMPLETIONS), { titled: titlesWith([[begun, LIKENESS.begun]]) })];
  const parts = partsOf(typed).filter((part) => part !== form);
  if (parts.length > 0) {
    return (await Promise.all(parts.map((part, at) => read(part, isOpen && !parts[at + 1], vocabulary)))).flat();
  }
  if (isUnspaced(form)) {
    const cut = await segmentsOf(form, vocabulary);
    if (cut.length > 1)
      return (await Promise.all(cut.map((part, at) => read(part, isOpen && !cut[at + 1], vocabulary)))).flat();
    return [term([{ word: form, pages: 1, titled: [] }], {})];
  }
  const corrections = await correctionsOf(form, vocabulary);
  return [term(corrections, { titled: titlesWith([[corrections, LIKENESS.same]]), isCorrected: true })];
}

const LONGEST_SEGMENT = 8;

/** Text without spaces as words of the site: the longest that is known from each place on, and a letter where there is none. */
async function segmentsOf(form: string, vocabulary: Vocabulary): Promise<string[]> {
  const letters = [...form];
  const segments: string[] = [];
  for (let from = 0; from < letters.length; ) {
    let to = Math.min(letters.length, from + LONGEST_SEGMENT);
    while (to > from + 1 && !(await vocabulary.find(letters.slice(from, to).join("")))) to--;
    segments.push(letters.slice(from, to).join(""));
    from = to;
  }
  return segments;
}

/** A word that no title has may be a slip all the same, which some page happens to have too. */
async function titlesOfKnown(
  known: KnownWord,
  begun: KnownWord[],
  vocabulary: Vocabulary,
): Promise<Pick<Term, "titled" | "slips">> {
  const inflected = await vocabulary.inflections(known.word);
  const isInTitles = [known, ...inflected, ...begun].some(({ titled }) => titled.length > 0);
  const slips = isInTitles ? [] : await correctionsOf(known.word, vocabulary, TITLE_LISTS);
  const titled = titlesWith([
    [[known], LIKENESS.same],
    [inflected, LIKENESS.inflected],
    [begun, LIKENESS.begunThoughKnown],
    [slips, LIKENESS.slipped],
  ]);
  return { titled, slips: slips.map(({ word }) => word) };
}

/** The likeliest readings come first. */
function titlesWith(readings: [words: KnownWord[], likeness: number][]): Map<number, number> {
  const titles = new Map<number, number>();
  for (const [words, likeness] of readings) {
    for (const place of words.flatMap(({ titled }) => titled)) {
      if (!titles.has(place)) titles.set(place, likeness);
    }
  }
  return titles;
}

async function completionsOf(start: string, vocabulary: Vocabulary): Promise<KnownWord[]> {
  const words = await vocabulary.completions(start);
  return words.toSorted((a, b) => likelihood(b) - likelihood(a));
}

async function correctionsOf(word: string, vocabulary: Vocabulary, lists?: readonly List[]): Promise<KnownWord[]> {
  if (word.length < SHORTEST_TO_CORRECT || !LETTERS.test(word)) return [];
  const similar = await vocabulary.similar(word, lists);
  return similar
    .filter(({ edits }) => edits > 0)
    .map(({ known, edits }) => ({
      known,
      score: likelihood(known) * SLIP ** edits * (known.word[0] === word[0] ? 1 : FIRST_LETTER_SLIP),
    }))
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST_CORRECTIONS)
    .map(({ known }) => known);
}

/** Readers look for what titles say. */
function likelihood({ pages, titled }: KnownWord): number {
  return Math.sqrt(pages) + 4 * titled.length;
}

/** Inverse document frequency, scaled to the site. */
function weightOf(words: KnownWord[], { map: { pages: all } }: Vocabulary): number {
  const pages = Math.max(1, ...words.map((known) => known.pages));
  return Math.log(1 + all / pages) / Math.log(1 + all);
}
