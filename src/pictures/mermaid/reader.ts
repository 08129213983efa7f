/** Shared by the readers of all kinds of diagram: where faults are collected, and statements that every kind refuses. */
import type { DrawingFault } from "../../content/drawing.ts";
import { isFault, readLabel } from "./label.ts";
import type { Label } from "./model.ts";
import type { Line } from "./source.ts";

export class Reader {
  readonly faults: DrawingFault[] = [];

  /** Notes a fault; undefined, so that a reader can return it. */
  refuse(line: number, message: string, hint?: string): undefined {
    this.faults.push({ line, message, ...(hint && { hint }) });
    return undefined;
  }

  /** Words as they are drawn; empty where they can't be, which is noted. */
  label(source: string, line: number): Label {
    const label = readLabel(source);
    if (!isFault(label)) return label;
    this.refuse(line, label.message, label.hint);
    return [];
  }

  /** True for statements that set colours or links, which no kind draws. */
  refusesLooks({ text, line }: Line): boolean {
    const found = LOOKS.find(([pattern]) => pattern.test(text));
    if (found) this.refuse(line, `says "${shortened(text)}"`, found[1]);
    return found !== undefined;
  }
}

const LOOKS: [pattern: RegExp, hint: string][] = [
  [/^(style|classDef|class|linkStyle)\s/, "a diagram has the page's own colours; leave it out"],
  [/^(click|links?|properties|details|href|call)\s/, "a diagram has no links; write them in the text"],
];

/** As much of the author's text as a message has room for. */
export function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
