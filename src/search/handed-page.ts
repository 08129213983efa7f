/** A page of the index as another thread is handed it: plain data, whose texts stay where they are. */
import { heldAt } from "../cache/pack.ts";
import type { Said, Section } from "../content/body.ts";
import type { HandedText } from "../content/text/held-text.ts";
import type { IndexedEntry, IndexedPage } from "./indexed-pages.ts";

export type HandedPage = Omit<IndexedPage, "entry" | "said"> & {
  readonly entry: Omit<IndexedEntry, "body"> & { readonly headings: IndexedEntry["body"]["headings"] };
  readonly sections: readonly HandedSection[];
  readonly said: Omit<Said, "words"> & { readonly words: HandedText };
};

type HandedSection = Omit<Section, "text"> & { readonly text: HandedText };

/** Without its sections where its file is in its place already. */
export function handedPage(page: IndexedPage, isTaken: boolean): HandedPage {
  const { path, title, summary, lang, label, tags, series, body } = page.entry;
  const sections = isTaken ? [] : body.sections.map((section) => ({ ...section, text: section.text("place") }));
  return {
    ...page,
    entry: { path, title, summary, lang, label, tags, series, headings: body.headings },
    sections,
    said: { ...page.said, words: page.said.words("place") },
  };
}

export function pageFrom({ entry, sections, said, ...page }: HandedPage): IndexedPage {
  const { headings, ...head } = entry;
  const body = { headings, sections: sections.map((section) => ({ ...section, text: heldAt(section.text) })) };
  return { ...page, entry: { ...head, body }, said: { ...said, words: heldAt(said.words) } };
}
