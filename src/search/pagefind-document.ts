/** A page as Pagefind gets it: what it is about and its facets, without its text, which our own index has. */
import { escapeMarkup } from "../content/text/escape.ts";
import type { IndexedPage } from "./indexed-pages.ts";
import { segmented } from "./segmented.ts";

const NUMBER_DIGITS = 7;

/**
 * A small document; see https://pagefind.app/docs/metadata/ for its attributes. `number` is the page's in the index.
 */
export function pagefindDocument({ entry, description, date = "", filters }: IndexedPage, number: number): string {
  const { title, lang, label, body } = entry;
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
    ...body.headings.map(
      ({ level, id, text }) => `<h${level} id="${escapeMarkup(id)}">${escapeMarkup(segmented(text, lang))}</h${level}>`,
    ),
    // Pagefind drops pages without a word, and then all others would have other numbers.
    ...[...entry.tags, label].map((text) => `<p>${escapeMarkup(text)}</p>`),
    "</main></body></html>",
  ]
    .filter(Boolean)
    .join("\n");
}

/** What is not shown as text of the page. */
function attribute(kind: "meta" | "filter", name: string, value: string): string {
  return value && `<p data-pagefind-${kind}="${name}[title]" title="${escapeMarkup(value)}"></p>`;
}
