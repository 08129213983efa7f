/** Entries as search sees them: their words and headings, none of the pages around them. */
import type { Body, Section } from "../content/body.ts";
import { isByDate } from "../content/collection.ts";
import type { Content } from "../content/content.ts";
import { type Entry, isSearched, newestFirst } from "../content/entry.ts";
import { checkedAgainst, holdsOn } from "../content/samples/proof.ts";
import { escapeMarkup } from "../content/text/escape.ts";
import { markedCode, withoutCodeMarks } from "./query/code-marks.ts";
import { hasLetters } from "./query/words/words.ts";
import { segmented } from "./segmented.ts";
import type { PageWords } from "./vocabulary-files.ts";

export interface SearchDocument extends PageWords {
  /** Site-relative path of the page that is found; Pagefind puts the site's base path before it. */
  path: string;
  /** A small page for Pagefind; see https://pagefind.app/docs/metadata/ for its attributes. */
  html: string;
}

interface Source {
  entry: Entry;
  /** Values of facets; the first one is the kind. */
  filters: [name: string, value: string][];
  /** Missing in a collection that is not ordered by date. */
  date: string | undefined;
}

const LEAD_LENGTH = 240;
const NUMBER_DIGITS = 7;

/**
 * The newest first, and those without a date last: the order gives each page its number in the vocabulary. Pagefind drops
 * pages without a word. Each is made when it is asked for, since together they are as large as all pages.
 */
export function* searchDocuments(content: Content): Generator<SearchDocument> {
  let number = 0;
  for (const source of sourcesIn(content)) {
    const words = wordsOf(source);
    const { lang: _, ...texts } = words;
    if (!Object.values(texts).flat().some(hasLetters)) continue;
    yield { path: source.entry.path, ...words, html: htmlOf(source, words.title, number) };
    number++;
  }
}

/** What a result shows of an entry before any of its text; undefined for what search does not find. */
export function foundAs(
  entry: Entry,
): { title: string; excerpt: string; kind: string; date: string; tags: readonly string[] } | undefined {
  if (!isSearched(entry)) return undefined;
  const { title, summary, body, label, tags, published } = entry;
  const date = published?.toPlainDate().toString() ?? "";
  return { title, excerpt: summary || leadOf(body), kind: label, date, tags };
}

function sourcesIn({ collections, entries }: Content): Source[] {
  const languages = new Set(entries.filter(isSearched).map(({ lang }) => lang));
  const source = (entry: Entry, published: Entry["published"]) => sourceOf(entry, published, languages.size > 1);
  const [byDate, others] = [true, false].map((wanted) =>
    collections
      .filter(({ collection }) => isByDate(collection) === wanted)
      .flatMap(({ entries }) => entries.filter(isSearched)),
  );
  return [
    ...(byDate ?? []).sort(newestFirst).map((entry) => source(entry, entry.published)),
    ...(others ?? []).map((entry) => source(entry, undefined)),
  ];
}

/** Each filter has a name that readers see in `src/theme/client/search-filters.ts`. */
function sourceOf(entry: Entry, published: Entry["published"], hasLanguages: boolean): Source {
  return {
    entry,
    date: published?.toPlainDate().toString(),
    filters: [
      ["kind", entry.label],
      ...valuesOf("year", published ? [String(published.year)] : []),
      ...valuesOf("tag", entry.tags),
      ...valuesOf("language", hasLanguages ? [ownNameOf(entry.lang)] : []),
      ...valuesOf("checked", checkedAgainst(entry.body.proof)),
      ...valuesOf("holds", entry.body.proof ? holdsOn(entry.body.proof) : []),
    ],
  };
}

/** What a language calls itself: `Deutsch`. */
function ownNameOf(lang: string): string {
  const name = new Intl.DisplayNames([lang], { type: "language" }).of(lang) ?? lang;
  return name.charAt(0).toLocaleUpperCase(lang) + name.slice(1);
}

function valuesOf(name: string, values: readonly string[]): Source["filters"] {
  return values.map((value) => [name, value]);
}

function wordsOf({ entry, filters, date = "" }: Source): Required<PageWords> {
  const { title, summary = "", body, lang, series = "" } = entry;
  const [lead = "", ...rest] = body.sections.flatMap((section) => saidIn(section).split("\n\n"));
  const cut = (text: string) => segmented(text, lang);
  return {
    lang,
    title: cut(title),
    description: cut(summary),
    headings: body.sections.flatMap(({ heading }) => (heading ? cut(heading.text) : [])),
    labels: cut([...tagsOf(filters), series, ...dateWords(date, lang)].join("\n")),
    lead: cut(lead),
    text: cut(rest.join("\n")),
  };
}

/** The year and the month, as in `2026` and `November`: readers ask for what was said when. */
function dateWords(date: string, lang: string): string[] {
  if (!date) return [];
  return [date.slice(0, 4), new Date(date).toLocaleDateString(lang, { month: "long", timeZone: "UTC" })];
}

function htmlOf({ entry, filters, date }: Source, titleWords: string, number: number): string {
  const { title, summary, lang, body } = entry;
  return [
    `<!doctype html><html lang="${escapeMarkup(lang)}"><body><main data-pagefind-body>`,
    // The attribute has the title as it is shown, where its text has been cut into words.
    titleWords === title
      ? `<h1 data-pagefind-meta="title">${escapeMarkup(title)}</h1>`
      : `<h1 data-pagefind-meta="title[title]" title="${escapeMarkup(title)}">${escapeMarkup(titleWords)}</h1>`,
    summary ? `<p data-pagefind-meta="description">${escapeMarkup(summary)}</p>` : meta("description", leadOf(body)),
    date && meta("date", date),
    `<p data-pagefind-sort="number:${String(number).padStart(NUMBER_DIGITS, "0")}"></p>`,
    meta("kind", filters[0]?.[1] ?? ""),
    ...tagsOf(filters).map((tag) => meta("tag", tag)),
    ...filters.map(([name, value]) => `<p data-pagefind-filter="${name}[title]" title="${escapeMarkup(value)}"></p>`),
    ...body.sections.map((section) => sectionHtml(section, lang)),
    "</main></body></html>",
  ]
    .filter(Boolean)
    .join("\n");
}

/** Metadata that is found and not shown as text of the page. */
function meta(name: string, value: string): string {
  return value && `<p data-pagefind-meta="${name}[title]" title="${escapeMarkup(value)}"></p>`;
}

/** Where nobody wrote a description, the first words serve as one. */
function leadOf({ sections }: Body): string {
  const text = sections[0]?.heading ? "" : (sections[0]?.text().replace(/\n+/g, " ") ?? "");
  if (text.length <= LEAD_LENGTH) return text;
  const space = text.lastIndexOf(" ", LEAD_LENGTH);
  // Chinese and Japanese have no spaces, and a letter may be two units long.
  return space > 0 ? text.slice(0, space) : [...text].slice(0, LEAD_LENGTH).join("");
}

function sectionHtml(section: Section, lang: string): string {
  const { heading } = section;
  const title = heading
    ? `<h${heading.level} id="${escapeMarkup(heading.id)}">${escapeMarkup(segmented(heading.text, lang))}</h${heading.level}>`
    : "";
  // Pagefind puts a full stop behind a paragraph that has none: the lines of code are no paragraphs.
  const blocks = saidIn(section)
    .split("\n\n")
    .map((block, at) => {
      const text = withoutCodeMarks(segmented(block, lang));
      return `<p>${escapeMarkup(section.code?.includes(at) ? markedCode(text) : text)}</p>`;
    });
  return title + blocks.join("");
}

/** Text, code and what came out of it. */
function saidIn({ text, outcomes = "" }: Section): string {
  return [text(), outcomes].filter(Boolean).join("\n\n");
}

function tagsOf(filters: Source["filters"]): string[] {
  return filters.filter(([name]) => name === "tag").map(([, tag]) => tag);
}
