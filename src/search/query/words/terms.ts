/** Turns typed text into terms: each a word with its alternatives in the site's vocabulary. */
import { LIKENESS } from "./likeness.ts";
import { withoutOperator } from "./operators.ts";
import { type List, TITLE_LISTS, type Vocabulary, type VocabularyWord } from "./vocabulary.ts";
import { formsOf, hasLetters, indexedForm, isUnspaced, partsOf, writtenWords } from "./words.ts";

export interface Term {
  /** As it was typed; for code that is split into parts, the part. */
  typed: string;
  /** Words of the site that it may mean, the likeliest first; empty if none resembles it. */
  words: string[];
  /** Other forms of `words` that the site has. */
  inflected: string[];
  /** Longer words that it is part of. */
  compounds: string[];
  /** Words of titles that may be meant by a slip, though the site has the typed word. */
  slips: string[];
  /** Pages with a matching title, by their numbers, each with its likeness. */
  titled: ReadonlyMap<number, number>;
  /** The stems of `words` and of their inflections, each with its likeness. */
  stems: ReadonlyMap<string, number>;
  /** How many pages have it, estimated from its words. */
  pages: number;
  /** True for a word that the site has only within names, such as `yield` of `yield_now`. */
  isPart: boolean;
  /** True for function words such as `why` and `the`. */
  isFunctionWord: boolean;
  /** True if `words` correct what was typed. */
  isCorrected: boolean;
  /** The form of the last word, which the reader may still be typing. */
  start: string | undefined;
}

/** Longer texts were pasted; so many of their words say enough. */
const MOST_TERMS = 16;
const MOST_CORRECTIONS = 3;
const MOST_COMPLETIONS = 4;
const MOST_INFLECTIONS = 4;
const SHORTEST_TO_CORRECT = 4;
const LETTERS = /^[\p{L}\p{M}]+$/u;
/** A word's likelihood is multiplied by these: for each slip, and for one in its first letter. */
const SLIP = 0.02;
const FIRST_LETTER_SLIP = 0.5;

/** Each word once. In a literal search no word is completed or corrected. */
export async function termsOf(text: string, literal: boolean, vocabulary: Vocabulary): Promise<Term[]> {
  const words = writtenWords(text).flatMap(withoutOperator);
  const written = mostTelling([...new Map(words.map((word) => [indexedForm(word), word])).values()], vocabulary);
  const last = /\S$/u.test(text) && !literal ? written.at(-1) : undefined;
  const all = (await Promise.all(written.map((typed) => read(typed, typed === last, vocabulary)))).flat();
  // An arrow between words is more likely the reader's own than one of a page.
  const terms = all.filter(({ typed, words }) => words.length > 0 || hasLetters(typed) || all.length === 1);
  // A single word that the site has is taken as typed: only other words could suggest that it is a slip.
  const isAlone = terms.filter(({ isFunctionWord }) => !isFunctionWord).length < 2;
  return literal || isAlone ? terms.map(withoutSlips) : terms;
}

/** In a pasted message, words with digits tell most, such as an error's code, and function words nothing. */
function mostTelling(written: string[], vocabulary: Vocabulary): string[] {
  if (written.length <= MOST_TERMS) return written;
  const levelOf = (word: string) => (/\p{N}/u.test(word) ? 0 : vocabulary.isFunctionWord(indexedForm(word)) ? 2 : 1);
  const chosen = new Set(written.toSorted((a, b) => levelOf(a) - levelOf(b)).slice(0, MOST_TERMS));
  return written.filter((word) => chosen.has(word));
}

function withoutSlips(term: Term): Term {
  if (term.slips.length === 0) return term;
  const titled = [...term.titled].filter(([, likeness]) => likeness > LIKENESS.misspelled);
  return { ...term, slips: [], titled: new Map(titled) };
}

/** A word that the site has means itself; another may be unfinished, several words in one, or misspelled. */
async function read(typed: string, isOpen: boolean, vocabulary: Vocabulary): Promise<Term[]> {
  const form = indexedForm(typed);
  const start = isOpen ? form : undefined;
  const [exact, completions] = await Promise.all([
    vocabulary.find(form),
    isOpen ? completionsOf(form, vocabulary) : [],
  ]);
  const inflected = await vocabulary.inflections(form, exact?.stems);
  const term = (words: VocabularyWord[], rest: Partial<Term>): Term => ({
    typed,
    words: words.map(({ word }) => word),
    inflected: inflected.map(({ word }) => word),
    compounds: [],
    slips: [],
    titled: new Map(),
    stems: stemsWith([[words, LIKENESS.same]]),
    pages: Math.max(1, ...words.map(({ pages }) => pages)),
    isPart: words.length > 0 && words.every(({ isPart }) => isPart),
    isFunctionWord: vocabulary.isFunctionWord(form),
    isCorrected: false,
    start,
    ...rest,
  });
  const compounds = await compoundsOf(form, vocabulary);
  if (exact) {
    compounds.push(...(await longNamesOf(exact, vocabulary)));
    const stems = stemsWith([
      [[exact], LIKENESS.same],
      [commonest(inflected), LIKENESS.inflected],
      [compounds, LIKENESS.partOfWord],
    ]);
    // A name that the site has is neither unfinished nor a slip.
    const titles =
      !exact.isPart && isNameOfParts(typed)
        ? {
            titled: titlesWith([
              [[exact], LIKENESS.same],
              [inflected, LIKENESS.inflected],
            ]),
            start: undefined,
          }
        : await titlesOf(exact, inflected, completions, compounds, vocabulary);
    return [term([exact], { stems, compounds: compounds.map(({ word }) => word), ...titles })];
  }
  if (completions.length > 0) {
    const likely = completions.slice(0, MOST_COMPLETIONS);
    const titled = titlesWith([[completions, LIKENESS.completed]]);
    return [term(likely, { titled, stems: stemsWith([[likely, LIKENESS.completed]]) })];
  }
  if (inflected.length > 0) {
    const titled = titlesWith([[inflected, LIKENESS.inflected]]);
    return [term(commonest(inflected), { titled, stems: stemsWith([[inflected, LIKENESS.inflected]]) })];
  }
  if (vocabulary.isFunctionWord(form)) return [term([], {})];
  const parts = partsToSearch(typed, form);
  if (parts.length > 0) {
    return (await Promise.all(parts.map((part, at) => read(part, isOpen && !parts[at + 1], vocabulary)))).flat();
  }
  if (compounds.length > 0)
    return [
      term(compounds, {
        stems: stemsWith([[compounds, LIKENESS.part]]),
        titled: titlesWith([[compounds, LIKENESS.part]]),
      }),
    ];
  if (isUnspaced(form)) {
    const cut = await segmentsOf(form, vocabulary);
    if (cut.length > 1)
      return (await Promise.all(cut.map((part, at) => read(part, isOpen && !cut[at + 1], vocabulary)))).flat();
    return [term([{ word: form, pages: 1, titled: [], stems: [form], isPart: false }], {})];
  }
  const corrections = await correctionsOf(form, vocabulary);
  const forms = await Promise.all(corrections.map(({ word, stems }) => vocabulary.inflections(word, stems)));
  return [
    term(corrections, {
      inflected: forms.flat().map(({ word }) => word),
      titled: titlesWith([[corrections, LIKENESS.same]]),
      isCorrected: true,
    }),
  ];
}

/** Shorter parts of words are more often syllables than words. */
const SHORTEST_IN_COMPOUND = 5;
const MOST_COMPOUNDS = 8;

/** Words that begin or end with this one, in languages with compounds, or without spaces. */
async function compoundsOf(form: string, vocabulary: Vocabulary): Promise<VocabularyWord[]> {
  const isOfCharacters = isUnspaced(form) && form.length > 1;
  const isOfLetters = vocabulary.map.compounds && form.length >= SHORTEST_IN_COMPOUND && LETTERS.test(form);
  if (!isOfCharacters && !isOfLetters) return [];
  const least = form.length + (isOfCharacters ? 1 : LEAST_BESIDE);
  const found = (await Promise.all([vocabulary.completions(form), vocabulary.endingWith(form)])).flat();
  const words = [...new Map(found.map((one) => [one.word, one])).values()];
  return words
    .filter(({ word, isPart }) => word.length >= least && !isPart && LETTERS.test(word))
    .sort((a, b) => likelihood(b) - likelihood(a))
    .slice(0, MOST_COMPOUNDS);
}

/** A site's own name for a thing is on this many times as many pages as the one that readers use. */
const FAR_COMMONER = 4;

/** Far commoner words that begin with this one, which some page has as it is: `postgresql` for `postgres`. */
async function longNamesOf({ word, pages }: VocabularyWord, vocabulary: Vocabulary): Promise<VocabularyWord[]> {
  if (word.length < SHORTEST_IN_COMPOUND || !LETTERS.test(word) || vocabulary.isFunctionWord(word)) return [];
  const longer = await vocabulary.completions(word);
  return longer.filter((one) => !one.isPart && LETTERS.test(one.word) && one.pages >= FAR_COMMONER * pages);
}

const LEAST_BESIDE = 3;
const LONGEST_SEGMENT = 8;

/** Splits text without spaces into words of the site, taking the longest each time; a letter that begins none stands alone. */
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

/** True for `snake_case`, `camelCase` and `utf8`; a version such as `1.8` may still be unfinished. */
function isNameOfParts(typed: string): boolean {
  return /\p{L}/u.test(typed) && partsOf(typed).length > 1;
}

/** A word that no title has may be a misspelling, even though some page has it. */
async function titlesOf(
  exact: VocabularyWord,
  inflected: VocabularyWord[],
  completions: VocabularyWord[],
  compounds: VocabularyWord[],
  vocabulary: Vocabulary,
): Promise<Pick<Term, "titled" | "slips">> {
  const isInTitles = [exact, ...inflected, ...completions, ...compounds].some(({ titled }) => titled.length > 0);
  const slips = isInTitles ? [] : await correctionsOf(exact.word, vocabulary, TITLE_LISTS);
  const titled = titlesWith([
    [[exact], LIKENESS.same],
    [inflected, LIKENESS.inflected],
    [completions, LIKENESS.completedAnyway],
    [compounds, LIKENESS.partOfWord],
    [slips, LIKENESS.misspelled],
  ]);
  return { titled, slips: slips.map(({ word }) => word) };
}

/** The likeliest readings come first. */
function titlesWith(readings: [words: VocabularyWord[], likeness: number][]): Map<number, number> {
  const titles = new Map<number, number>();
  for (const [words, likeness] of readings) {
    for (const page of words.flatMap(({ titled }) => titled)) {
      if (!titles.has(page)) titles.set(page, likeness);
    }
  }
  return titles;
}

async function completionsOf(start: string, vocabulary: Vocabulary): Promise<VocabularyWord[]> {
  const words = await vocabulary.completions(start);
  return words.toSorted((a, b) => likelihood(b) - likelihood(a));
}

async function correctionsOf(word: string, vocabulary: Vocabulary, lists?: readonly List[]): Promise<VocabularyWord[]> {
  if (word.length < SHORTEST_TO_CORRECT || !LETTERS.test(word)) return [];
  const similar = await vocabulary.similar(word, lists);
  return similar
    .filter(({ edits }) => edits > 0)
    .map(({ match, edits }) => ({
      match,
      score: likelihood(match) * SLIP ** edits * (match.word[0] === word[0] ? 1 : FIRST_LETTER_SLIP),
    }))
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST_CORRECTIONS)
    .map(({ match }) => match);
}

/** Words of titles count for more, since readers search by them. */
function likelihood({ pages, titled }: VocabularyWord): number {
  return Math.sqrt(pages) + 4 * titled.length;
}

function commonest(words: VocabularyWord[]): VocabularyWord[] {
  return words.toSorted((a, b) => b.pages - a.pages).slice(0, MOST_INFLECTIONS);
}

/** The likeliest come first. */
function stemsWith(readings: [words: VocabularyWord[], likeness: number][]): Map<string, number> {
  const stems = new Map<string, number>();
  for (const [words, likeness] of readings) {
    for (const stem of words.flatMap(({ stems }) => stems)) stems.set(stem, Math.max(likeness, stems.get(stem) ?? 0));
  }
  return stems;
}

/** The words and names in code, without single letters and without the numbers of `1.62`, which would mean something else. */
function partsToSearch(typed: string, form: string): string[] {
  const { pieces } = formsOf(typed);
  const names = pieces.length > 0 ? pieces.filter((piece) => /^[\p{L}\p{N}_]+$/u.test(piece)) : partsOf(typed);
  return names.filter((name) => name !== form && name.length > 1 && !/^\p{N}+$/u.test(name));
}
