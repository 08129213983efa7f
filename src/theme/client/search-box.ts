/** A search field, its choices and its results; the same in the dialog and on the page. */
import type { Query } from "../../search/query/find.ts";
import { make } from "./element.ts";
import { PAGE_OF_RESULTS, queryFrom } from "./search-address.ts";
import { createFilters } from "./search-filters.ts";
import { count, find, prepare } from "./search-index.ts";
import { createOutcome } from "./search-outcome.ts";
import { markAsPage, markWords, word } from "./words.ts";

export interface SearchBox {
  element: HTMLElement;
  input: HTMLInputElement;
  /** Fills the field and the choices in, and searches. */
  show: (query: Query) => void;
}

interface Options {
  onChange?: (query: Query) => void;
  onClose?: () => void;
  /** The address of a list of everything, for when search can't be had. */
  archive: string;
  /** Is shown while nothing is typed. */
  examples?: HTMLElement | undefined;
}

export function createSearchBox({ onChange, onClose, archive, examples }: Options): SearchBox {
  let query = queryFrom("");
  /** What the list below the field answers. */
  let answered: Query | undefined;
  /** Enter was pressed before its answer came. */
  let isAwaited = false;
  const input = make("input", {
    type: "search",
    placeholder: word("field"),
    ariaLabel: word("field"),
    autocomplete: "off",
    spellcheck: false,
  });
  const bar = make("div", { className: "search-box" }, input);
  if (onClose) bar.append(make("button", { type: "button", textContent: word("close"), onclick: onClose }));
  const filters = createFilters(change);
  const outcome = createOutcome({ archive, examples, change: changeFromButton, onLeave: () => onClose?.() });
  const element = make("search", {}, bar, filters.element, ...outcome.parts);
  markWords(element);
  markAsPage(outcome.results);
  input.addEventListener("input", () => change({ text: input.value, literal: false }));
  input.addEventListener("keydown", answerKey);
  element.addEventListener("keydown", (event) => moveFocus(event, input, outcome.results));
  filters.element.hidden = true;
  prepare();
  return { element, input, show };

  function show(wanted: Query): void {
    input.value = wanted.text;
    query = wanted;
    void search();
  }

  function change(part: Partial<Query>): void {
    query = { ...query, limit: PAGE_OF_RESULTS, ...part };
    isAwaited = false;
    onChange?.(query);
    void search();
  }

  /** The button that was pressed goes, and would take the focus with it. */
  function changeFromButton(part: Partial<Query>): void {
    change(part);
    if (input.value !== query.text) input.value = query.text;
    input.focus();
  }

  /** Each letter starts a new search; answers to earlier ones are dropped. */
  async function search(): Promise<void> {
    // What a browser fills in when it comes back to the page.
    input.defaultValue = query.text;
    const asked = query;
    try {
      await answer(asked);
    } catch {
      if (asked !== query) return;
      outcome.showFailure();
      filters.element.hidden = true;
    }
  }

  async function answer(asked: Query): Promise<void> {
    const isEmpty = !asked.text.trim();
    // Shown before there is anything to choose from, so that results do not move when there is.
    filters.element.hidden = isEmpty;
    if (isEmpty) return outcome.offerRecent();
    const found = await find(asked);
    if (asked !== query) return;
    const isInside = outcome.results.contains(document.activeElement);
    outcome.show(found, asked);
    if (isInside && !outcome.results.contains(document.activeElement)) input.focus();
    answered = asked;
    if (isAwaited) openFirst();
    await offerFilters(asked);
  }

  /** Results without filters are better than none. */
  async function offerFilters(asked: Query): Promise<void> {
    const counts = await count(asked).catch(() => ({}));
    if (asked === query) filters.offer(counts, asked);
  }

  function answerKey(event: KeyboardEvent): void {
    if (isComposing(event)) return;
    // WebKit keeps Escape from the dialog, also where there is nothing to clear.
    if (event.key === "Escape" && input.value === "" && onClose) onClose();
    else if (event.key === "Enter") openFirst();
    else return;
    event.preventDefault();
  }

  /** The first result of what was typed, not of what was asked before it. */
  function openFirst(): void {
    isAwaited = answered !== query;
    if (!isAwaited) outcome.results.querySelector("a")?.click();
  }
}

/** The arrow keys go from the field through the results and back. */
function moveFocus(event: KeyboardEvent, input: HTMLInputElement, results: HTMLElement): void {
  if (isComposing(event)) return;
  const stops: HTMLElement[] = [input, ...results.querySelectorAll("a")];
  const focused = document.activeElement;
  const here = focused instanceof HTMLElement ? stops.indexOf(focused) : -1;
  if (here === -1) return;
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  stops[Math.min(Math.max(here + step, 0), stops.length - 1)]?.focus();
  event.preventDefault();
}

/** True for keys that choose among an input method's candidates; Safari has ended the composition before its last one. */
function isComposing({ isComposing, keyCode }: KeyboardEvent): boolean {
  return isComposing || keyCode === 229;
}
