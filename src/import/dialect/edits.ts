/** Edits of a text: gathered in any order, and applied at once, so that everything between them stays as it was written. */
import type { Node } from "mdast";
import { rangeOf } from "./mdast-nodes.ts";

interface Edit {
  start: number;
  end: number;
  text: string;
}

export class Edits {
  readonly #source: string;
  #edits: Edit[] = [];

  constructor(source: string) {
    this.#source = source;
  }

  sourceOf(node: Node): string {
    return this.#source.slice(...rangeOf(node));
  }

  replace(start: number, end: number, text: string): void {
    if (this.#source.slice(start, end) !== text) this.#edits.push({ start, end, text });
  }

  replaceNode(node: Node, text: string): void {
    this.replace(...rangeOf(node), text);
  }

  insert(at: number, text: string): void {
    this.replace(at, at, text);
  }

  /** Takes back all edits that begin at this position or later. */
  forgetFrom(position: number): void {
    this.#edits = this.#edits.filter(({ start }) => start < position);
  }

  /** The edited text. Where two edits overlap, the outer one counts. */
  applied(): string {
    const out = new Output();
    let position = 0;
    for (const { start, end, text } of this.#edits.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
      if (start < position) continue;
      out.add(this.#source.slice(position, start), false);
      out.add(text, true);
      position = end;
    }
    out.add(this.#source.slice(position), false);
    return out.text;
  }
}

/** Joins pieces, with a space between two code spans that an edit would otherwise make one. */
class Output {
  text = "";
  #isAfterEdit = false;

  add(piece: string, isEdit: boolean): void {
    const touches = this.text.endsWith("`") && piece.startsWith("`") && (isEdit || this.#isAfterEdit);
    if (piece) this.#isAfterEdit = isEdit;
    this.text += touches ? ` ${piece}` : piece;
  }
}
