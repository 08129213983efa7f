/** Ids that authors give, to headings, figures and blocks, and in raw HTML. */
import type { Notes } from "./extension.ts";

/** What `footnotes.ts` calls its notes and references. */
export const FOOTNOTE_ID = /^fn(ref)?-\d/;

/** What is wrong with an id, if anything is. */
export function idFault(id: string, { anchors }: Notes): string | undefined {
  if (FOOTNOTE_ID.test(id)) return `the id ${id} is kept for a footnote`;
  if (id.startsWith("page.")) return `the id ${id} is kept for the page's own parts`;
  if (id === "" || /\s/.test(id)) return "an id is a word without spaces";
  return anchors.includes(id) ? `the id ${id} is used twice` : undefined;
}

/** Notes an id that an author gave: links can lead to it, and the ledger keeps it. */
export function noteGivenId(id: string, { anchors, givenIds }: Notes): void {
  anchors.push(id);
  givenIds.push(id);
}
