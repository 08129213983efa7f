/** Finds the terms of a search in a text, and scores how well each word matches. */
import { LIKENESS } from "./words/likeness.ts";
import type { Term } from "./words/terms.ts";
import { type Forms, formsOf, isUnspaced, LEAST_IN_COMMON, sameStem } from "./words/words.ts";

/** A word of a text that matches a term. */
export interface Hit {
  /** Its position in the text, counted in words. */
  position: number;
  /** The index of the term. */
  term: number;
  /** From 0 to 1. */
  likeness: number;
  /** The form of the word, or of its piece, that matches. */
  form: string;
}

type Match = Omit<Hit, "position">;

const NONE: Match[] = [];

/** Compares each word once, since texts use the same words again and again. */
export class Matcher {
  readonly #terms: Term[];
  readonly #matches = new Map<string, Match[]>();
  /** The first letters of every form that could match, so that most words are ruled out quickly. */
  readonly #beginnings: ReadonlySet<string>;
  readonly #beginning: number;

  constructor(terms: Term[]) {
    this.#terms = terms;
    const forms = terms.flatMap(({ words, inflected, compounds, slips, start }) => [
      ...words,
      ...inflected,
      ...compounds,
      ...slips,
      ...(start ? [start] : []),
    ]);
    this.#beginning = Math.min(LEAST_IN_COMMON, ...forms.map(({ length }) => length));
    this.#beginnings = new Set(forms.map((form) => form.slice(0, this.#beginning)));
  }

  /**
   * `text` is a text's words as written; hits are in their order. Words that the site has are compared loosely only in titles:
   * there, a typed word may be a slip for another one, or the beginning of a longer one.
   */
  hitsIn(text: string[], isTitle = false): Hit[] {
    const hits: Hit[] = [];
    for (const [position, word] of text.entries()) {
      for (const match of this.#matchesOf(word)) {
        if (isTitle || match.likeness >= LIKENESS.part) hits.push({ position, ...match });
      }
    }
    return hits;
  }

  #matchesOf(word: string): Match[] {
    const cached = this.#matches.get(word);
    if (cached) return cached;
    const forms = formsOf(word);
    const { whole, pieces, parts } = forms;
    const couldMatch =
      isUnspaced(whole) ||
      [whole, ...pieces, ...parts].some((form) => this.#beginnings.has(form.slice(0, this.#beginning)));
    const matches = couldMatch
      ? this.#terms.map((term, at) => ({ term: at, ...bestMatch(forms, term) })).filter((match) => match.likeness > 0)
      : NONE;
    this.#matches.set(word, matches);
    return matches;
  }
}

/** The likeness of each term's best hit; 0 for a term without a hit. */
export function bestOf(hits: Hit[], terms: Term[]): number[] {
  const best = terms.map(() => 0);
  for (const hit of hits) best[hit.term] = Math.max(best[hit.term] ?? 0, hit.likeness);
  return best;
}

/** A part of a name matches only if the site never has it as a word by itself. */
function bestMatch({ whole, pieces, parts }: Forms, term: Term): Omit<Match, "term"> {
  let best = { likeness: likenessOf(whole, term), form: whole };
  const ofParts = term.isPart ? parts : [];
  const others = [
    ...pieces.map((form) => ({ form, likeness: likenessOf(form, term) })),
    ...ofParts.map((form) => ({ form, likeness: LIKENESS.part * likenessOf(form, { ...term, start: undefined }) })),
  ];
  for (const other of others) if (other.likeness > best.likeness) best = other;
  return best;
}

function likenessOf(form: string, { words, inflected, compounds, slips, start }: Term): number {
  if (words.includes(form)) return LIKENESS.same;
  if (inflected.includes(form) || words.some((word) => sameStem(form, word))) return LIKENESS.inflected;
  if (start && form.startsWith(start)) return words.includes(start) ? LIKENESS.completedAnyway : LIKENESS.completed;
  if (compounds.includes(form)) return LIKENESS.part;
  if (isUnspaced(form) && words.some((word) => form.includes(word))) return LIKENESS.part;
  return slips.includes(form) ? LIKENESS.misspelled : 0;
}
