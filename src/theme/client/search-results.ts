/** What search found, page by page and section by section. */
import { make } from "./element.ts";
import type { FoundPage, FoundPart } from "./pagefind.ts";

const MOST_SECTIONS = 3;

export function resultItem(page: FoundPage): HTMLLIElement {
  const { kind = "", date = "" } = page.meta;
  const sections = page.sub_results.filter(({ url }) => url !== page.url).slice(0, MOST_SECTIONS);
  const item = make(
    "li",
    {},
    make("h3", {}, make("a", { href: page.url, textContent: page.meta["title"] ?? page.url })),
    make("p", { className: "date", textContent: [kind, date].filter(Boolean).join(" · ") }),
    excerpt("p", page),
  );
  if (sections.length > 0) item.append(make("ul", {}, ...sections.map(sectionItem)));
  return item;
}

function sectionItem(section: FoundPart): HTMLLIElement {
  return make("li", {}, make("a", { href: section.url, textContent: section.title }), " ", excerpt("span", section));
}

/** Pagefind escapes what it quotes; all the same, only its `<mark>` elements become elements here. */
function excerpt(name: "p" | "span", { excerpt: html }: FoundPart): HTMLElement {
  const parts = html.split(/<mark>(.*?)<\/mark>/g).map((part, index) => {
    const text = unescapeHtml(part);
    return index % 2 === 1 ? make("mark", { textContent: text }) : text;
  });
  return make(name, { className: "excerpt" }, ...parts);
}

function unescapeHtml(text: string): string {
  return text
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&#x27;|&#39;/g, "'")
    .replace(/&amp;/g, "&");
}
