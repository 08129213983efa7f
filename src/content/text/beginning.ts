/** The beginning of a text that is too long. */

/** Never within what people see as one character. */
const CHARACTERS = new Intl.Segmenter("und", { granularity: "grapheme" });
const NO_END = /[\s\p{P}]+$/u;

/**
 * As many whole words as fit together with an ellipsis; of a first word that is longer than that, as many characters. The text
 * itself, if it fits.
 *
 * @param language BCP 47; scripts without spaces are cut into words by any language's rules.
 */
export function beginningOf(text: string, fits: (text: string) => boolean, language = "und"): string {
  if (fits(text)) return text;
  const words = new Intl.Segmenter(language, { granularity: "word" });
  const whole = longest(words.segment(text), fits).replace(NO_END, "");
  return `${whole || longest(CHARACTERS.segment(text), fits)}…`;
}

function longest(segments: Iterable<Intl.SegmentData>, fits: (text: string) => boolean): string {
  let beginning = "";
  for (const { segment } of segments) {
    if (!fits(`${beginning}${segment}…`)) break;
    beginning += segment;
  }
  return beginning;
}
