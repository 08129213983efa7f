/** The text between the tags of JSX, which a grammar takes for code: an apostrophe in it opens no quotation. */

/**
 * Behind a tag's end and up to the next tag or brace; behind a brace, up to the next closing tag. What looks like code is left
 * alone: a `>` can be a comparison, the end of type arguments or half an arrow.
 */
const TEXT =
  /(?<=(?:<>|["'}\w/-]>))(?!\s*[=(,;)\].:?&|])[^<>{}=;]*(?=<[/\w>]|\{)|(?<=\})(?!\s*[=(,;)\].:?&|])[^<>{}=;()]*(?=<\/)/g;

/** A character that no language knows, of the same length. */
const STAND_IN = "\uE000";

/** The code with its quotes in JSX text replaced, character by character; places stay what they are. */
export function withoutQuotesInText(code: string): string {
  return code.replace(TEXT, (text) => text.replace(/["'`/]/g, STAND_IN));
}
