/** A labelled list of values above the results. */
import { make } from "./element.ts";

export interface SearchChoice {
  label: HTMLLabelElement;
  /** Offers values, each with the text to show, and picks one. */
  offer: (values: [value: string, text: string][], picked: string) => void;
}

export function createChoice(name: string, onPick: (value: string) => void): SearchChoice {
  const select = make("select", { onchange: () => onPick(select.value) });
  return {
    label: make("label", {}, name, select),
    offer: (values, picked) =>
      select.replaceChildren(
        ...values.map(([value, textContent]) => make("option", { value, textContent, selected: value === picked })),
      ),
  };
}
