/** An element's attributes, with the id and the classes that its author gave. */

import type { DirectiveUse } from "../../content/directive.ts";
import { escapeMarkup } from "../../content/text/escape.ts";

/** ` class="own theirs" id="…"`, with the space before it; empty where there is nothing to say. */
export function marksOf({ id, classes }: Pick<DirectiveUse, "id" | "classes">, own: readonly string[] = []): string {
  const names = [...own, ...classes].join(" ");
  const named = names ? ` class="${escapeMarkup(names)}"` : "";
  return named + (id === undefined ? "" : ` id="${escapeMarkup(id)}"`);
}
