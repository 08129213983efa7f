/** What was typed, as terms: each a word with what the site's vocabulary makes of it. */
import type { KnownWord, Vocabulary } from "./vocabulary.ts";
import { indexedForm, partsOf, writtenWords } from "./words.ts";

export interface Term {
  /** As it was typed. */
  typed: string;
  /** What may be meant by it, the likeliest first; none for a word that the site has nothing like. */
  words: string[];
  /** How telling it is: towards 0 for a word that every page has, 1 for a word of one page. */
  weight: number;
  /** True where `words` correct what was typed. */
  corrected: boolean;
  /** True for the last word, which may be only begun. */
  open: boolean;
}

const MOST_CORRECTIONS = 3;
const MOST_COMPLETIONS = 4;
const SHORTEST_TO_COMPLETE = 2;
const SHORTEST_TO_CORRECT = 4;
const LETTERS = /^\p{L}+$/u;
/** How much less likely each slip makes a word, and a slip at its very beginning. */
const SLIP = 0.02;
const FIRST_LETTER_SLIP = 0.5;

export async function termsOf(text: string, vocabulary: Vocabulary): Promise<Term[]> {
  const written = writtenWords(text);
  const isBegun = /\S$/u.test(text);
  const terms = written.map((typed, index) => read(typed, isBegun && index === written.length - 1, vocabulary));
  return (await Promise.all(terms)).flat();
}

/** A word that is known as a whole stands for itself; else it may be only begun, made of known parts, or misspelled. */
async function read(typed: string, open: boolean, vocabulary: Vocabulary): Promise<Term[]> {
  const form = indexedForm(typed);
  const known = await vocabulary.find(form);
  const term = (words: KnownWord[], corrected: boolean): Term[] => [
    { typed, words: words.map(({ word }) => word), weight: weightOf(words, vocabulary), corrected, open },
  ];
  if (known) return term([known], false);
  const completions = open ? await completionsOf(form, vocabulary) : [];
  if (completions.length > 0) return term(completions, false);
  const parts = partsOf(typed).filter((part) => part !== form);
  if (parts.length > 1) {
    return (await Promise.all(parts.map((part, at) => read(part, open && at === parts.length - 1, vocabulary)))).flat();
  }
  return term(await correctionsOf(form, vocabulary), true);
}

async function completionsOf(start: string, vocabulary: Vocabulary): Promise<KnownWord[]> {
  if (start.length < SHORTEST_TO_COMPLETE) return [];
  const words = await vocabulary.completions(start);
  return words.toSorted((a, b) => likelihood(b) - likelihood(a)).slice(0, MOST_COMPLETIONS);
}

async function correctionsOf(word: string, vocabulary: Vocabulary): Promise<KnownWord[]> {
  if (word.length < SHORTEST_TO_CORRECT || !LETTERS.test(word)) return [];
  const similar = await vocabulary.similar(word);
  return similar
    .map(({ known, edits }) => ({
      known,
      score: likelihood(known) * SLIP ** edits * (known.word[0] === word[0] ? 1 : FIRST_LETTER_SLIP),
    }))
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST_CORRECTIONS)
    .map(({ known }) => known);
}

/** Readers look for what titles say. */
function likelihood({ pages, titles }: KnownWord): number {
  return Math.sqrt(pages) + 4 * titles;
}

/** Inverse document frequency, scaled to the site. */
function weightOf(words: KnownWord[], { pages: all }: Vocabulary): number {
  const pages = Math.max(1, ...words.map((known) => known.pages));
  return Math.log(1 + all / pages) / Math.log(1 + all);
}
