/** Shows search results, page by page and section by section; everything is set as text, never as HTML. */

import type { FoundSection, Span } from "../../search/query/excerpt.ts";
import type { FoundPage } from "../../search/query/find.ts";
import { make } from "./element.ts";
import { localeOfPage, word } from "./words.ts";

export function resultItem(page: FoundPage): HTMLLIElement {
  const { url, title, kind, date = "", lacks, sections } = page;
  const item = make(
    "li",
    {},
    make("h2", {}, make("a", { href: url, textContent: title })),
    make("p", { className: "date", textContent: [kind, date && dayOf(date)].filter(Boolean).join(" · ") }),
    excerpt("p", page.excerpt),
  );
  if (sections.length > 0) item.append(make("ul", {}, ...sections.map((section) => sectionItem(section, page))));
  if (lacks.length > 0) item.append(make("p", { className: "lacks" }, ...lacking(lacks)));
  return item;
}

/** Stands where the words will. */
const GAP = "\0";

function lacking(words: string[]): (Node | string)[] {
  const struck = words.flatMap((text, at) => [at > 0 ? word("comma") : "", make("s", { textContent: text })]);
  const [before = "", after = ""] = word("without", { words: GAP }).split(GAP);
  return [before, ...struck, after];
}

/** The marked words in the excerpts of a page, as written. */
export function markedWords({ excerpt, sections }: FoundPage): string[] {
  const spans = [...excerpt, ...sections.flatMap((section) => section.excerpt)];
  const words = spans.filter(({ marked }) => marked).flatMap(({ text }) => text.split(/\s+/u));
  return [...new Set(words)];
}

/** "2026-11-22" as lists on other pages write it. */
function dayOf(date: string): string {
  return new Date(date).toLocaleDateString(localeOfPage(), { dateStyle: "medium", timeZone: "UTC" });
}

/** What the page's own excerpt says already is not said again. */
function sectionItem({ url, title, excerpt: spans }: FoundSection, page: FoundPage): HTMLLIElement {
  const item = make("li", {}, make("a", { href: url, textContent: title }));
  if (wordsOf(spans) !== wordsOf(page.excerpt)) item.append(" ", excerpt("span", spans));
  return item;
}

/** Where a section begins, its excerpt lacks the dots that the page's has there. */
function wordsOf(spans: Span[]): string {
  return spans
    .map(({ text }) => text)
    .join("")
    .replace(/^… | …$/g, "");
}

function excerpt(name: "p" | "span", spans: Span[]): HTMLElement {
  const element = make(name, { className: "excerpt" });
  let code: HTMLElement | undefined;
  for (const { text, marked, isCode } of spans) {
    if (!isCode) code = undefined;
    else if (!code) {
      code = make("code", {});
      element.append(code);
    }
    (code ?? element).append(marked ? make("mark", { textContent: text }) : text);
  }
  return element;
}
