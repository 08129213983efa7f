/** Counts words, in every script. */
import { isWestern } from "./words-in.ts";

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

/** A word is text between spaces; each character of Chinese and Japanese; in Thai and its like, what dictionaries have. */
export function countWords(text: string): WordCount {
  if (isWestern(text)) return { words: westernWords(text), characters: 0 };
  const count = { words: 0, characters: 0 };
  for (const { 0: piece, groups } of text.matchAll(PIECE)) {
    if (groups?.["character"]) count.characters++;
    count.words += groups?.["undivided"] ? dictionaryWords(piece) : 1;
  }
  return count;
}

/** What a character is to a word: one of its own, one that may stand between two of them, or neither. */
const [NEITHER, OWN, BETWEEN] = [0, 1, 2];
/** By the codes of western characters: those of Latin-1, and marks of typographers, none of which is a letter. */
const KINDS = new Uint8Array(0x2027);
for (let code = 0; code <= 0xff; code++) if (/[\p{L}\p{N}]/u.test(String.fromCharCode(code))) KINDS[code] = OWN;
for (const mark of "'’.-") KINDS[mark.charCodeAt(0)] = BETWEEN;

/** Counts what a pattern would find, without making a text of each word: `[\p{L}\p{N}](?:['’.-]?[\p{L}\p{N}])*`. */
function westernWords(text: string): number {
  let words = 0;
  let before = NEITHER;
  for (let at = 0; at < text.length; at++) {
    const kind = KINDS[text.charCodeAt(at)];
    if (kind === OWN && before === NEITHER) words++;
    before = kind === OWN || (kind === BETWEEN && before === OWN) ? kind : NEITHER;
  }
  return words;
}

let segmenter: Intl.Segmenter | undefined;

function dictionaryWords(text: string): number {
  segmenter ??= new Intl.Segmenter("th", { granularity: "word" });
  return [...segmenter.segment(text)].filter(({ isWordLike }) => isWordLike).length;
}
