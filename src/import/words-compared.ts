/**
 * The words that readers saw on the old page, against those of the new one. A word that is gone, and of which no line of the report says
 * so, is a fault of the importer.
 */

import { apart } from "../content/text/held-text.ts";
import type { Notes } from "../markdown/extension.ts";
import { readHtml } from "../markdown/html/html-reader.ts";
import type { Left } from "./source-site.ts";

const WORD = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{M}\p{N}]+/gu;
/** Their words are not shown. */
const HIDDEN = /^(script|style|template|svg|noscript|head|title|iframe|object|canvas|math|select|textarea)$/;

/** Within a line: what they end is no end of a word. */
const INLINE =
  /^(a|abbr|b|bdi|bdo|big|cite|code|del|dfn|em|font|i|ins|kbd|mark|nobr|q|s|samp|small|span|strike|strong|sub|sup|tt|u|var|wbr)$/;

const NUMBER = /^[\s[({]*\d{1,4}[\s\])}.:]*$/;

/** Words of a page's HTML, and of the descriptions of its pictures. */
export function wordsOfHtml(html: string): string[] {
  let text = "";
  let hidden: string | undefined;
  let anchor: number | undefined;
  for (const piece of readHtml(html, () => undefined)) {
    if (typeof piece === "string") {
      if (!hidden) text += piece;
      continue;
    }
    const { name, closing, attributes } = piece;
    // The number of a footnote is no word, neither beside the text nor beside the note.
    if (name === "a" && closing && anchor !== undefined && NUMBER.test(text.slice(anchor)))
      text = `${text.slice(0, anchor)} `;
    if (name === "a")
      anchor =
        !closing && attributes.some(([key, value]) => key === "href" && value.includes("#")) ? text.length : undefined;
    if (hidden) {
      if (closing && name === hidden) hidden = undefined;
    } else if (HIDDEN.test(name) && !closing) hidden = name;
    else if (name === "img") text += ` ${attributes.find(([key]) => key === "alt")?.[1] ?? ""} `;
    else if (!INLINE.test(name)) text += " ";
  }
  return wordsIn(text.replace(/\[!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]/g, " "));
}

/** Words of the new page, as they were noted while it was parsed. */
export function wordsOfNotes({ sections }: Pick<Notes, "sections">): string[] {
  return sections.flatMap(({ heading, text }) => wordsIn(`${heading?.text ?? ""}\n${apart(text())}`));
}

/** Words that the new page has less often than the old one, but for those that lines of the report name. */
export function lostWords(before: readonly string[], after: readonly string[], left: readonly Left[]): string[] {
  const counts = new Map<string, number>();
  for (const word of after) counts.set(word, (counts.get(word) ?? 0) + 1);
  const named = new Set(left.flatMap(({ was, now }) => wordsIn(`${was} ${now}`)));
  return before.filter((word) => {
    const count = counts.get(word) ?? 0;
    counts.set(word, count - 1);
    return count <= 0 && !named.has(word);
  });
}

export function wordsIn(text: string): string[] {
  // Variation selectors are not part of a word.
  return (
    text
      .normalize("NFC")
      .replace(/[\uFE0E\uFE0F]/g, "")
      .toLowerCase()
      .match(WORD) ?? []
  );
}
