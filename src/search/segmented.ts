/** Texts in scripts that are written without spaces, cut into words, so that each can be found. */
import { isUnspaced, MARK } from "./query/words/words.ts";

const CLOSES = new RegExp(MARK, "u");

/**
 * The text with a space between the words of such scripts, by the dictionaries of Node's ICU; all else stays as it is. Pagefind
 * cuts Chinese and Japanese only on a site in one of those languages.
 *
 * @param language BCP 47, of the text.
 */
export function segmented(text: string, language: string): string {
  if (!isUnspaced(text)) return text;
  const segmenter = new Intl.Segmenter(language, { granularity: "word" });
  let cut = "";
  // The text's last character so far: looking for it in the whole text would take the square of its length.
  let last = "";
  for (const { segment, isWordLike } of segmenter.segment(text)) {
    const follows = isWordLike && isUnspaced(segment) && /[\p{L}\p{M}\p{N}]/u.test(last);
    const leaves = isWordLike && !isUnspaced(segment) && isUnspaced(last);
    const isApart = follows || leaves || CLOSES.test(last);
    cut += isApart && segment.trim() ? ` ${segment}` : segment;
    last = [...segment].at(-1) ?? last;
  }
  return cut;
}
