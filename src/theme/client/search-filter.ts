/** One of search's filters: a labelled choice of values with their counts. */
import { make } from "./element.ts";

export interface SearchFilter {
  label: HTMLLabelElement;
  /** Offers the values with how many pages each has, and picks one; an unknown one picks all. */
  offer: (counts: Record<string, number>, picked: string) => void;
}

export function createFilter(name: string, onPick: (value: string) => void): SearchFilter {
  const select = make("select", { onchange: () => onPick(select.value) });
  const option = (value: string, text: string, picked: string) =>
    make("option", { value, textContent: text, selected: value === picked });
  return {
    label: make("label", {}, name, select),
    offer: (counts, picked) => {
      const values = Object.entries(counts).map(([value, count]) => option(value, `${value} (${count})`, picked));
      select.replaceChildren(option("", "All", picked), ...values);
    },
  };
}
