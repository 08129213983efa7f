/**
 * Lists of pages as text: each page as its distance from the one before, to the base 36, and a capital letter that says
 * something of it. Files number pages from the oldest, so that a new one leaves what is written of the others as it is; all
 * else numbers them from the newest, which is 0.
 */

const FIRST_LETTER = "A".charCodeAt(0);
const LETTERS = 26;

/** What a page's letter says: from 0 to 25. */
export type Listed = readonly [page: number, value: number];

/** Pages ascend, by the numbers that files have; larger values than there are letters for are the largest. */
export function pagesAsText(pages: Iterable<Listed>): string {
  let [text, last] = ["", 0];
  for (const [page, value] of pages) {
    text += (page - last).toString(36) + String.fromCharCode(FIRST_LETTER + Math.min(value, LETTERS - 1));
    last = page;
  }
  return text;
}

/** The newest first, by the numbers that everything but files has, of `all` pages. */
export function pagesFrom(text: string, all: number): Listed[] {
  const pages: Listed[] = [];
  let page = 0;
  for (const [, step = "", letter = ""] of text.matchAll(/([0-9a-z]+)([A-Z])/g)) {
    page += Number.parseInt(step, 36);
    pages.push([all - 1 - page, letter.charCodeAt(0) - FIRST_LETTER]);
  }
  return pages.reverse();
}
