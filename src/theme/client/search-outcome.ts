/** The outcome of a search on screen: its status, its results, and links for when there are none. */
import type { Answer, FoundPage, Query } from "../../search/query/find.ts";
import { make } from "./element.ts";
import { PAGE_OF_RESULTS } from "./search-address.ts";
import { keepFoundWords } from "./search-found.ts";
import { countOf, noticeOf } from "./search-notice.ts";
import { forgetSearches, recentSearches, rememberSearch } from "./search-recent.ts";
import { markedWords, resultItem } from "./search-results.ts";
import { word } from "./words.ts";

export interface SearchOutcome {
  parts: HTMLElement[];
  /** The list of pages, for the arrow keys. */
  results: HTMLElement;
  show: (found: Answer, query: Query) => void;
  /** For an empty field: the searches that led somewhere lately. */
  offerRecent: () => void;
  showFailure: () => void;
}

interface Options {
  /** The address of a list of everything. */
  archive: string;
  /** Is shown while nothing is typed. */
  examples: HTMLElement | undefined;
  /** Searches for something else. */
  change: (part: Partial<Query>) => void;
  /** A result was followed. */
  onLeave: () => void;
}

export function createOutcome({ archive, examples, change, onLeave }: Options): SearchOutcome {
  const status = make("p", { className: "search-status", role: "status" });
  const ways = make("p", { className: "search-ways" });
  const results = make("ol", { className: "entries search-results" });
  const more = make("p", { className: "search-ways" });
  /** Place of the result that gets the focus, once more of them are shown. */
  let firstNew: number | undefined;
  return {
    parts: [status, ways, ...(examples ? [examples] : []), results, more],
    results,
    show,
    offerRecent,
    showFailure,
  };

  function show(found: Answer, query: Query): void {
    if (examples) examples.hidden = true;
    const notice = noticeOf(found, query);
    status.textContent = [notice, countOf(found, query.text)].filter(Boolean).join(" ");
    const literally = button(word("onlyLiterally", { text: query.text }), () => change({ literal: true }));
    const loosely = button(word("alsoLoosely"), () => change({ literal: false }));
    ways.replaceChildren(
      ...(found.lacking && found.isLiteral && !query.literal ? [literally] : query.literal ? [loosely] : []),
    );
    if (found.total === 0) ways.append(archiveLink());
    results.replaceChildren(...found.results.map((page) => itemOf(page, query)));
    more.replaceChildren(
      ...(found.total > found.results.length ? [button(word("showMore"), () => showMore(query))] : []),
    );
    if (firstNew !== undefined) results.querySelectorAll<HTMLElement>("h2 a")[firstNew]?.focus();
    firstNew = undefined;
  }

  function showMore({ limit }: Query): void {
    firstNew = limit;
    change({ limit: limit + PAGE_OF_RESULTS });
  }

  function itemOf(page: FoundPage, { text }: Query): HTMLLIElement {
    const item = resultItem(page);
    item.addEventListener("click", ({ target }) => {
      if (!(target instanceof Element && target.closest("a"))) return;
      rememberSearch(text.trim());
      keepFoundWords({ path: new URL(page.url, location.href).pathname, words: markedWords(page) });
      onLeave();
    });
    return item;
  }

  function offerRecent(): void {
    clear("");
    if (examples) examples.hidden = false;
    const searches = recentSearches();
    if (searches.length === 0) return;
    const again = searches.map((text) => button(text, () => change({ text, literal: false })));
    ways.append(`${word("lately")} `, ...again, button(word("forgetThese"), forget));
  }

  function forget(): void {
    forgetSearches();
    change({});
  }

  function showFailure(): void {
    clear(word("searchFailed"));
    if (examples) examples.hidden = true;
    ways.append(archiveLink());
  }

  function archiveLink(): HTMLAnchorElement {
    return make("a", { href: archive, textContent: word("list") });
  }

  function clear(message: string): void {
    status.textContent = message;
    for (const part of [ways, results, more]) part.replaceChildren();
  }
}

function button(textContent: string, onclick: () => void): HTMLButtonElement {
  return make("button", { type: "button", textContent, onclick });
}
