/** Citations in a style of notes: those in the running text become footnotes. */
import type { Env, StateCore } from "markdown-it";
import type { Cite } from "../../content/citation.ts";
import { envOf } from "../extension.ts";
import { asNote } from "../footnotes.ts";
import { placedKey } from "./citation-tokens.ts";

/** In a style of notes, a citation outside of notes becomes one; in a sentence, its author stays there. */
export function makeNotes(state: StateCore): void {
  const { citationStyle } = envOf(state.env).context;
  if (!citationStyle?.isNote) return;
  let isInNote = false;
  for (const { type, children } of state.tokens) {
    if (type === "footnote_reference_open") isInNote = true;
    if (type === "footnote_reference_close") isInNote = false;
    if (isInNote || !children?.some((token) => token.type === "citation")) continue;
    const kept = children.flatMap((token) => {
      const placed = placedKey.get(token);
      if (token.type !== "citation" || !placed || !placed.citation.cites.every((cite) => isKnown(cite, state.env)))
        return [token];
      const { citation } = placed;
      if (citation.form !== "sentence") return [asNote(token, state)];
      const name = new state.Token("citation", "", 0);
      name.content = token.content;
      placedKey.set(name, { ...placed, citation: { ...citation, form: "author" } });
      const cites = citation.cites.map((cite) => ({ ...cite, withoutAuthor: true }));
      placedKey.set(token, { ...placed, citation: { cites, form: "whole" } });
      return [name, asNote(token, state)];
    });
    children.splice(0, children.length, ...kept);
  }
}

function isKnown({ key }: Cite, env: Env): boolean {
  return envOf(env).context.reference?.(key) !== undefined;
}
