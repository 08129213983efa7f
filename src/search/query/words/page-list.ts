/**
 * Lists of pages as text: each page as its distance from the one before, in base 36, and a capital letter for a value from 0 to
 * 25. Files number pages from the oldest, so that a new page does not change them; all else counts from the newest, which is 0.
 */

const FIRST_LETTER = "A".charCodeAt(0);
const LETTERS = 26;

/** A page, with the value of its letter, from 0 to 25. */
export type Listed = readonly [page: number, value: number];

/** `pages` ascend, by the numbers of files. Values above 25 become 25. */
export function pagesAsText(pages: Iterable<Listed>): string {
  let [text, last] = ["", 0];
  for (const [page, value] of pages) {
    text += (page - last).toString(36) + String.fromCharCode(FIRST_LETTER + Math.min(value, LETTERS - 1));
    last = page;
  }
  return text;
}

/** The newest first, numbered from the newest; `all` is the number of the site's pages. */
export function pagesFrom(text: string, all: number): Listed[] {
  const pages: Listed[] = [];
  let page = 0;
  for (const [, step = "", letter = ""] of text.matchAll(/([0-9a-z]+)([A-Z])/g)) {
    page += Number.parseInt(step, 36);
    pages.push([all - 1 - page, letter.charCodeAt(0) - FIRST_LETTER]);
  }
  return pages.reverse();
}
