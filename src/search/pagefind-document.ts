/** A page as Pagefind gets it: what it is about and its facets, without its text, which our own index has. */
import type { Heading } from "../content/body.ts";
import { escapeMarkup } from "../content/text/escape.ts";
import type { IndexedEntry, IndexedPage } from "./indexed-pages.ts";
import { segmented } from "./segmented.ts";

const NUMBER_DIGITS = 7;

/** All that a document is made of, as plain data: by it is known whether Pagefind would be told anything new. */
export type Told = Pick<IndexedEntry, "path" | "title" | "lang" | "label" | "tags"> &
  Pick<IndexedPage, "description" | "filters"> & {
    readonly date: string;
    readonly headings: readonly Pick<Heading, "level" | "id" | "text">[];
  };

export function toldOf({ entry, description, date = "", filters }: IndexedPage): Told {
  const { path, title, lang, label, tags, body } = entry;
  const headings = body.headings.map(({ level, id, text }) => ({ level, id, text }));
  return { path, title, lang, label, tags, description, filters, date, headings };
}

/**
 * A small document; see https://pagefind.app/docs/metadata/ for its attributes. `number` is the page's in the index.
 */
export function pagefindDocument(told: Told, number: number): string {
  const { title, lang, label, tags, description, date, filters, headings } = told;
  const titleWords = segmented(title, lang);
  return [
    `<!doctype html><html lang="${escapeMarkup(lang)}"><body><main data-pagefind-body>`,
    // The attribute has the title as it is shown, where its text has been cut into words.
    titleWords === title
      ? `<h1 data-pagefind-meta="title">${escapeMarkup(title)}</h1>`
      : `<h1 data-pagefind-meta="title[title]" title="${escapeMarkup(title)}">${escapeMarkup(titleWords)}</h1>`,
    `<p data-pagefind-meta="description">${escapeMarkup(description)}</p>`,
    attribute("meta", "date", date),
    attribute("meta", "kind", label),
    `<p data-pagefind-sort="number:${String(number).padStart(NUMBER_DIGITS, "0")}"></p>`,
    ...filters.map(([name, value]) => attribute("filter", name, value)),
    ...headings.map(
      ({ level, id, text }) => `<h${level} id="${escapeMarkup(id)}">${escapeMarkup(segmented(text, lang))}</h${level}>`,
    ),
    // Pagefind drops pages without a word, and then all others would have other numbers.
    ...[...tags, label].map((text) => `<p>${escapeMarkup(text)}</p>`),
    "</main></body></html>",
  ]
    .filter(Boolean)
    .join("\n");
}

/** What is not shown as text of the page. */
function attribute(kind: "meta" | "filter", name: string, value: string): string {
  return value && `<p data-pagefind-${kind}="${name}[title]" title="${escapeMarkup(value)}"></p>`;
}
