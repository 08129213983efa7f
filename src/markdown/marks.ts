/** An element's `class` and `id`, with the id and the classes that its author gave. */
import { escapeMarkup } from "../content/text/escape.ts";

/** What an author gave. */
interface Given {
  id?: string | undefined;
  classes?: readonly string[] | undefined;
}

/** ` class="own theirs" id="…"`, with the space before it; empty where there is nothing to say. */
export function marksOf({ id, classes = [] }: Given, own: readonly string[] = []): string {
  const names = [...own, ...classes].join(" ");
  const named = names ? ` class="${escapeMarkup(names)}"` : "";
  return named + (id === undefined ? "" : ` id="${escapeMarkup(id)}"`);
}
