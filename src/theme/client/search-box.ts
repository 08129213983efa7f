/** A search field, its filters and its results; the same in the dialog and on the page. */
import { make } from "./element.ts";
import { type Filters, type Found, loadPagefind } from "./pagefind.ts";
import { createFilter } from "./search-filter.ts";
import { resultItem } from "./search-results.ts";

export interface Query {
  text: string;
  kind: string;
  tag: string;
}

export interface SearchBox {
  element: HTMLElement;
  input: HTMLInputElement;
  /** Loads what searching needs, fills the field and the filters in, and searches. */
  show: (query: Query) => void;
}

interface Handlers {
  onChange?: (query: Query) => void;
  onClose?: () => void;
}

const PAUSE = 120;
const MOST_RESULTS = 10;
const NAME = "Search essays and projects";

export function createSearchBox({ onChange, onClose }: Handlers): SearchBox {
  let query: Query = { text: "", kind: "", tag: "" };
  let counts: Filters | undefined;

  const input = make("input", {
    type: "search",
    placeholder: NAME,
    ariaLabel: NAME,
    autocomplete: "off",
    spellcheck: false,
  });
  const kind = createFilter("Kind", (value) => change({ kind: value }));
  const tag = createFilter("Tag", (value) => change({ tag: value }));
  const status = make("p", { className: "search-status", role: "status" });
  const results = make("ol", { className: "entries search-results" });
  const bar = make("div", { className: "search-box" }, input);
  if (onClose) bar.append(make("button", { type: "button", textContent: "Close", onclick: onClose }));
  const filters = make("div", { className: "search-filters" }, kind.label, tag.label);
  const element = make("search", {}, bar, filters, status, results);

  input.addEventListener("input", () => change({ text: input.value.trim() }));
  element.addEventListener("keydown", (event) => moveFocus(event, input, results));
  return { element, input, show };

  function show(wanted: Query): void {
    input.value = wanted.text;
    query = wanted;
    void search();
  }

  function change(part: Partial<Query>): void {
    query = { ...query, ...part };
    onChange?.(query);
    void search();
  }

  async function search(): Promise<void> {
    const wanted = query;
    try {
      const found = await find(wanted);
      if (wanted !== query) return;
      if (found) await list(found, wanted);
      else clear("");
    } catch {
      clear("Search could not be loaded. All essays and projects are on their own pages.");
    }
  }

  async function find({ text, ...picked }: Query): Promise<Found | null> {
    const pagefind = await loadPagefind();
    counts ??= await pagefind.filters();
    kind.offer(counts["kind"] ?? {}, query.kind);
    tag.offer(counts["tag"] ?? {}, query.tag);
    if (!text) return null;
    const filters = Object.fromEntries(Object.entries(picked).filter(([, value]) => value));
    return pagefind.debouncedSearch(text, { filters }, PAUSE);
  }

  async function list({ results: pages }: Found, wanted: Query): Promise<void> {
    const shown = await Promise.all(pages.slice(0, MOST_RESULTS).map((page) => page.data()));
    if (wanted !== query) return;
    results.replaceChildren(...shown.map(resultItem));
    status.textContent = summary(pages.length, wanted.text);
  }

  function clear(message: string): void {
    results.replaceChildren();
    status.textContent = message;
  }
}

function summary(count: number, text: string): string {
  if (count === 0) return `Nothing found for “${text}”.`;
  const shown = count > MOST_RESULTS ? `, the first ${MOST_RESULTS} shown` : "";
  return `${count} ${count === 1 ? "page" : "pages"} found for “${text}”${shown}.`;
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
