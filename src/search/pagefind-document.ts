/** A page as Pagefind gets it: its subject and its facets, without its text, which is in our own index. */
import type { Heading } from "../content/body.ts";
import { escapeMarkup } from "../content/text/escape.ts";
import type { IndexedEntry, IndexedPage } from "./indexed-pages.ts";
import { segmented } from "./segmented.ts";

const NUMBER_DIGITS = 7;

/** All that a document is made of, as plain data: if none of it has changed, Pagefind need not run. */
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
 * A small document; see https://pagefind.app/docs/metadata/ for its attributes. `number` is the number of the page in the index.
 */
export function pagefindDocument(told: Told, number: number): string {
  const { title, lang, label, tags, description, date, filters, headings } = told;
  const titleWords = segmented(title, lang);
  return [
    `<!doctype html><html lang="${escapeMarkup(lang)}"><body><main data-pagefind-body>`,
    // A title that was cut into words is shown from an attribute instead.
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
    // Pagefind drops pages without any word, which would renumber all others.
    ...[...tags, label].map((text) => `<p>${escapeMarkup(text)}</p>`),
    "</main></body></html>",
  ]
    .filter(Boolean)
    .join("\n");
}

/** An element for Pagefind that is no text of the page. */
function attribute(kind: "meta" | "filter", name: string, value: string): string {
  return value && `<p data-pagefind-${kind}="${name}[title]" title="${escapeMarkup(value)}"></p>`;
}
