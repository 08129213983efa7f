/** Cuts text in scripts without spaces into words, so that each can be found. */
import { isUnspaced, MARK } from "./query/words/words.ts";

const CLOSES = new RegExp(MARK, "u");

/**
 * The text with spaces between the words of such scripts, by the dictionaries of Node's ICU; other text stays as it is. Pagefind
 * itself does so only on a site in Chinese or Japanese.
 *
 * @param language BCP 47, of the text.
 */
export function segmented(text: string, language: string): string {
  if (!isUnspaced(text)) return text;
  const segmenter = new Intl.Segmenter(language, { granularity: "word" });
  let cut = "";
  // The last character so far. Taking it off the growing text each time would be quadratic.
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
