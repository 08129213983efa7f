/** A search field, its choices and its results; the same in the dialog and on the page. */
import type { Answer, FoundPage, Query } from "../../search/query/find.ts";
import { make } from "./element.ts";
import { PAGE_OF_RESULTS, queryFrom } from "./search-address.ts";
import { createFilters } from "./search-filters.ts";
import { keepFoundWords } from "./search-found.ts";
import { count, find } from "./search-index.ts";
import { countOf, noticeOf } from "./search-notice.ts";
import { forgetSearches, recentSearches, rememberSearch } from "./search-recent.ts";
import { markedWords, resultItem } from "./search-results.ts";

export interface SearchBox {
  element: HTMLElement;
  input: HTMLInputElement;
  /** Fills the field and the choices in, and searches. */
  show: (query: Query) => void;
}

interface Options {
  onChange?: (query: Query) => void;
  onClose?: () => void;
  /** Where all essays are listed, for when search can't be had. */
  archive: string;
}

const NAME = "Search essays and projects";

export function createSearchBox({ onChange, onClose, archive }: Options): SearchBox {
  let query = queryFrom("");
  let isAsking = false;
  const input = make("input", {
    type: "search",
    placeholder: NAME,
    ariaLabel: NAME,
    autocomplete: "off",
    spellcheck: false,
  });
  const filters = createFilters((part) => change(part));
  const status = make("p", { className: "search-status", role: "status" });
  const below = make("p", { className: "search-below" });
  const results = make("ol", { className: "entries search-results" });
  const more = make("p", {});
  const bar = make("div", { className: "search-box" }, input);
  if (onClose) bar.append(make("button", { type: "button", textContent: "Close", onclick: onClose }));
  const element = make("search", {}, bar, filters.element, status, below, results, more);
  input.addEventListener("input", () => change({ text: input.value, literal: false }));
  element.addEventListener("keydown", (event) => moveFocus(event, input, results));
  filters.element.hidden = true;
  return { element, input, show };

  function show(wanted: Query): void {
    input.value = wanted.text;
    query = wanted;
    void search();
  }

  function change(part: Partial<Query>): void {
    query = { ...query, limit: PAGE_OF_RESULTS, ...part };
    input.value = query.text;
    onChange?.(query);
    void search();
  }

  /** One question at a time: what is typed meanwhile is asked when the answer has come. */
  async function search(): Promise<void> {
    if (isAsking) return;
    isAsking = true;
    const asked = query;
    await answer(asked).catch(showFailure);
    isAsking = false;
    if (asked !== query) void search();
  }

  async function answer(asked: Query): Promise<void> {
    if (!asked.text.trim()) return offerRecent();
    const found = await find(asked);
    if (asked.text === query.text) list(found, asked);
    const counts = await count(asked);
    filters.element.hidden = false;
    filters.offer(counts, query);
  }

  function list(found: Answer, asked: Query): void {
    const notice = noticeOf(found, asked);
    status.textContent = [notice, countOf(found, asked.text)].filter(Boolean).join(" ");
    const literally = button(`Search for “${asked.text}” only`, () => change({ literal: true }));
    const loosely = button("Search for words like these, too", () => change({ literal: false }));
    below.replaceChildren(...(notice ? [literally] : asked.literal ? [loosely] : []));
    if (found.total === 0) below.append(" ", make("a", { href: archive, textContent: "All essays" }));
    results.replaceChildren(...found.results.map(itemOf));
    const rest = button("Show more", () => change({ limit: asked.limit + PAGE_OF_RESULTS }));
    more.replaceChildren(...(found.total > found.results.length ? [rest] : []));
  }

  function itemOf(page: FoundPage): HTMLLIElement {
    const item = resultItem(page);
    item.addEventListener("click", ({ target }) => {
      if (!(target as Element).closest("a")) return;
      rememberSearch(query.text.trim());
      keepFoundWords({ path: new URL(page.url, location.href).pathname, words: markedWords(page) });
      onClose?.();
    });
    return item;
  }

  function offerRecent(): void {
    clear("");
    const searches = recentSearches();
    if (searches.length === 0) return;
    const again = searches.map((text) => button(text, () => change({ text, literal: false })));
    below.append("Lately: ", ...again, button("Forget these", forget));
  }

  function forget(): void {
    forgetSearches();
    offerRecent();
    input.focus();
  }

  function showFailure(): void {
    clear("Search could not be loaded; you may be offline.");
    below.append(make("a", { href: archive, textContent: "All essays" }), " are on their own page.");
  }

  function clear(message: string): void {
    status.textContent = message;
    below.replaceChildren();
    results.replaceChildren();
    more.replaceChildren();
    filters.element.hidden = true;
  }
}

function button(textContent: string, onclick: () => void): HTMLButtonElement {
  return make("button", { type: "button", textContent, onclick });
}

/** The arrow keys go from the field through the results and back; Enter in the field opens the first one. */
function moveFocus(event: KeyboardEvent, input: HTMLInputElement, results: HTMLElement): void {
  const stops: HTMLElement[] = [input, ...results.querySelectorAll("a")];
  const here = stops.indexOf(document.activeElement as HTMLElement);
  if (here === -1) return;
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (event.key === "Enter" && here === 0) stops[1]?.click();
  else if (step) stops[Math.min(Math.max(here + step, 0), stops.length - 1)]?.focus();
  else return;
  event.preventDefault();
}
