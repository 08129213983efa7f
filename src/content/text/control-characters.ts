/** Control characters where people can see them: HTML and XML forbid them, and in a transcript they are part of what came out. */

const HIDDEN = /(?![\t\n\r])\p{Cc}|\p{Noncharacter_Code_Point}/gu;
/** Among them are all of these: found several times as fast, and nearly no text has any. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are meant.
const RARE = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]/;
const DELETE = 0x7f;

/**
 * Each has a picture in Unicode (U+2400 and on), as wide as other characters. Those from U+0080 to U+009F have none, and what is
 * no character at all has none either; they are U+FFFD.
 */
export function withControlPictures(text: string): string {
  if (!RARE.test(text)) return text;
  return text.replace(HIDDEN, (character) => {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x20) return String.fromCodePoint(0x2400 + code);
    return code === DELETE ? "\u2421" : "\uFFFD";
  });
}

/** The same of what an author wrote, where NUL is U+FFFD: https://spec.commonmark.org/0.31.2/#insecure-characters */
export function authoredText(text: string): string {
  return withControlPictures(text.replaceAll("\0", "\uFFFD"));
}
