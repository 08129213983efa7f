/** The controls that narrow and sort results. */

import type { Counts } from "../../search/query/engine/pagefind.ts";
import type { Query } from "../../search/query/find.ts";
import type { ScriptKey } from "../script-words.ts";
import { make } from "./element.ts";
import { createChoice, type SearchChoice } from "./search-choice.ts";
import { word } from "./words.ts";

export interface SearchFilters {
  element: HTMLElement;
  /** Offers what there is, with how many pages each value would leave. */
  offer: (counts: Counts, query: Query) => void;
}

/** What each filter of `src/search/indexed-pages.ts` is called, in this order; one that leaves no choice is not offered. */
export const FILTERS: Record<string, ScriptKey> = {
  kind: "kind",
  tag: "tag",
  year: "year",
  language: "language",
  checked: "checkedAgainst",
  holds: "holdsOn",
};

/** On narrower screens they would stand between the field and its results; as in `search.css`. */
const WIDE = "(width >= 36rem)";

const ORDERS: Query["order"][] = ["relevance", "date"];

export function createFilters(onChange: (part: Partial<Query>) => void): SearchFilters {
  let picked: Query["picked"] = {};
  const choices = Object.entries(FILTERS).map(([filter, name]): [string, SearchChoice] => [
    filter,
    createChoice(word(name), (value) => pick(filter, value)),
  ]);
  const order = createChoice(word("order"), (value) => onChange({ order: value === "date" ? "date" : "relevance" }));
  // It is as wide as its choices are long, and would move when they come.
  const orders = ORDERS.map((value): [string, string] => [value, word(value)]);
  order.offer(orders, "relevance");
  for (const [, { label }] of choices) label.hidden = true;
  // Filters that leave no choice are seen as a gap, which is best at the end.
  const all = make("div", { className: "search-filters" }, order.label, ...choices.map(([, { label }]) => label));
  const element = make("details", { className: "search-narrow", open: matchMedia(WIDE).matches }, summary(), all);
  return { element, offer };

  function pick(filter: string, value: string): void {
    const { [filter]: _, ...others } = picked;
    onChange({ picked: value ? { ...others, [filter]: value } : others });
  }

  function offer(counts: Counts, query: Query): void {
    picked = query.picked;
    if (Object.keys(picked).length > 0) element.open = true;
    for (const [filter, choice] of choices) {
      const value = picked[filter] ?? "";
      const values = optionsOf(filter, { ...(value && { [value]: 0 }), ...counts[filter] });
      choice.offer([["", word("all")], ...values], value);
      choice.label.hidden = values.length < 2 && !value;
    }
    order.offer(orders, query.order);
  }
}

function summary(): HTMLElement {
  return make("summary", { textContent: word("narrow") });
}

/** Years newest first; all else by how many pages it has. */
function optionsOf(filter: string, counts: Record<string, number>): [string, string][] {
  const values = Object.entries(counts);
  values.sort(([a, countA], [b, countB]) =>
    filter === "year" ? Number(b) - Number(a) : countB - countA || (a < b ? -1 : 1),
  );
  return values.map(([value, count]) => [value, `${value} (${count})`]);
}
