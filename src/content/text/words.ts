/** Counts words, in every script. */
import { isWestern, westernPattern } from "./words-in.ts";

export interface WordCount {
  words: number;
  /** How many of the words are single characters of Chinese or Japanese. */
  characters: number;
}

const CHARACTER = "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}";
/** Scripts that are written without blanks and have words of several letters. */
const UNDIVIDED = "\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}";
/** With the marks that belong to their letters, and the joiners of Arabic and Indic scripts. */
const LETTER = `(?:(?![${CHARACTER}${UNDIVIDED}])[\\p{L}\\p{N}])[\\p{M}\\u200C\\u200D]*`;
const PIECE = new RegExp(
  `(?<character>[${CHARACTER}])|(?<undivided>[${UNDIVIDED}\\p{M}]+)|${LETTER}(?:${LETTER})*(?:['’.-](?:${LETTER})+)*`,
  "gu",
);

const WESTERN_WORD = westernPattern(/[\p{L}\p{N}](?:['’.-]?[\p{L}\p{N}])*/u);

/** A word is text between spaces; each character of Chinese and Japanese; in Thai and its like, what dictionaries have. */
export function countWords(text: string): WordCount {
  if (isWestern(text)) return { words: text.match(WESTERN_WORD)?.length ?? 0, characters: 0 };
  const count = { words: 0, characters: 0 };
  for (const { 0: piece, groups } of text.matchAll(PIECE)) {
    if (groups?.["character"]) count.characters++;
    count.words += groups?.["undivided"] ? dictionaryWords(piece) : 1;
  }
  return count;
}

let segmenter: Intl.Segmenter | undefined;

function dictionaryWords(text: string): number {
  segmenter ??= new Intl.Segmenter("th", { granularity: "word" });
  return [...segmenter.segment(text)].filter(({ isWordLike }) => isWordLike).length;
}
