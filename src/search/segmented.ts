/** Texts in scripts that are written without spaces, cut into words, so that each can be found. */
import { isUnspaced } from "./query/words/words.ts";

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
  for (const { segment, isWordLike } of segmenter.segment(text)) {
    const follows = isWordLike && isUnspaced(segment) && /[\p{L}\p{M}\p{N}]$/u.test(cut);
    const leaves = isWordLike && !isUnspaced(segment) && isUnspaced(cut.slice(-1));
    const isApart = follows || leaves || /[、。，．：；！？・「」『』（）《》〈〉【】]$/u.test(cut);
    cut += isApart && segment.trim() ? ` ${segment}` : segment;
  }
  return cut;
}
