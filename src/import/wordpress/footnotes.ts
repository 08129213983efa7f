/** Footnotes of an item: those that shortcodes hold within its text, and those of WordPress' own block, which are kept beside it. */
import { escapeMarkup } from "../../content/text/escape.ts";
import { parsedJson } from "./json.ts";
import type { WxrItem } from "./wxr.ts";

/** Numbers the notes within a text, and lists them below it. */
export class Footnotes {
  readonly #notes: { name: string; html: string }[] = [];

  /** The reference that stands in the note's place. */
  add(html: string): string {
    const number = this.#notes.length + 1;
    const name = `wp-note-${number}`;
    this.#notes.push({ name, html });
    return `<sup><a id="${name}-link" href="#${name}">${number}</a></sup>`;
  }

  list(): string {
    if (this.#notes.length === 0) return "";
    const items = this.#notes.map(({ name, html }) => `<li id="${name}">${html} <a href="#${name}-link">↩</a></li>`);
    return `<ol>${items.join("")}</ol>`;
  }
}

/** What the block of footnotes shows: their texts are in the item's metadata, the references to them in its content. */
export function footnotesBlock({ meta }: WxrItem): string {
  const written = meta.get("footnotes")?.[0];
  const notes = written ? parsedJson(written) : undefined;
  if (!Array.isArray(notes)) return "";
  const items = notes.flatMap((note: unknown) => {
    if (typeof note !== "object" || note === null || !("id" in note) || !("content" in note)) return [];
    const id = escapeMarkup(String(note.id));
    return [`<li id="${id}">${String(note.content)} <a href="#${id}-link">↩</a></li>`];
  });
  return `<ol class="wp-block-footnotes">${items.join("")}</ol>`;
}
