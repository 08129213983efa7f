/** Posts and projects as search sees them: their words and headings, none of the pages around them. */
import type { Body } from "../content/body.ts";
import type { Content } from "../content/content.ts";
import { escapeMarkup } from "../content/escape.ts";

/** A small HTML page for Pagefind; see https://pagefind.app/docs/metadata/ for its attributes. */
export interface SearchDocument {
  /** Site-relative path of the page that is found; Pagefind puts the site's base path before it. */
  path: string;
  html: string;
}

interface Source {
  path: string;
  title: string;
  summary: string | undefined;
  lang: string;
  body: Body;
  filters: [name: string, value: string][];
  date?: string;
}

export function searchDocuments({ posts, projects }: Content): SearchDocument[] {
  return [
    ...posts.map(({ description, published, tags, ...post }) => ({
      ...post,
      summary: description,
      filters: [["kind", "Essay"], ...tags.map((tag) => ["tag", tag])] as Source["filters"],
      date: published.toPlainDate().toString(),
    })),
    ...projects.map(({ type, ...project }) => ({
      ...project,
      filters: [["kind", type === "case study" ? "Case study" : "Open source"]] as Source["filters"],
    })),
  ].map((source: Source) => ({ path: source.path, html: documentOf(source) }));
}

function documentOf({ title, summary, lang, body, filters, date }: Source): string {
  const sections = body.sections.map(({ heading, text }) => {
    const title = heading
      ? `<h${heading.level} id="${escapeMarkup(heading.id)}">${escapeMarkup(heading.text)}</h${heading.level}>`
      : "";
    return (
      title +
      text
        .split("\n")
        .map((line) => `<p>${escapeMarkup(line)}</p>`)
        .join("")
    );
  });
  return [
    `<!doctype html><html lang="${escapeMarkup(lang)}"><body><main data-pagefind-body>`,
    `<h1 data-pagefind-meta="title">${escapeMarkup(title)}</h1>`,
    summary && `<p data-pagefind-meta="description">${escapeMarkup(summary)}</p>`,
    date && `<p data-pagefind-meta="date:${date}" data-pagefind-sort="date:${date}"></p>`,
    ...filters.map(([name, value]) => `<p data-pagefind-filter="${name}:${escapeMarkup(value)}"></p>`),
    `<p data-pagefind-meta="kind:${escapeMarkup(filters[0]?.[1] ?? "")}"></p>`,
    ...sections,
    "</main></body></html>",
  ]
    .filter(Boolean)
    .join("\n");
}
