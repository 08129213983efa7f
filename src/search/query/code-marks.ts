/**
 * Marks code in a text of which only the words are kept, so that an excerpt can show it in its lines. The marks are characters
 * of Unicode's private use area at the edges of words; no search matches them.
 */

const [BEGIN, LINE, INDENT, END] = ["\ue000", "\ue001", "\ue002", "\ue003"];
const MARKS = /[\ue000-\ue003]/gu;
const DEEPEST = 24;

/** What a word of a text is, but for its letters. */
export interface CodePlace {
  isCode: boolean;
  /** How far a line that it begins is indented; undefined within lines. */
  indent: number | undefined;
}

/** Texts that have such characters of their own would be taken for code. */
export function withoutCodeMarks(text: string): string {
  return text.replace(MARKS, "");
}

/** `code` has a mark at the first word of each of its lines, and one behind its last word. */
export function markedCode(code: string): string {
  const lines = code.split("\n").filter((line) => line.trim());
  const marked = lines.map((line, at) => {
    const indent = Math.min(DEEPEST, line.replaceAll("\t", "    ").search(/\S/u));
    return (at === 0 ? BEGIN : LINE) + INDENT.repeat(indent) + line.trim();
  });
  return marked.join("\n") + END;
}

/** The words of a text without the marks, and what each of them is. */
export function readCodeMarks(words: string[]): { words: string[]; places: CodePlace[] } {
  let isCode = false;
  const places = words.map((word) => {
    const begins = word.startsWith(BEGIN);
    isCode ||= begins;
    const place = { isCode, indent: begins || word.startsWith(LINE) ? word.split(INDENT).length - 1 : undefined };
    if (word.includes(END)) isCode = false;
    return place;
  });
  return { words: words.map(withoutCodeMarks), places };
}
