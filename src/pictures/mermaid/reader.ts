/** Shared by the readers of all kinds of diagram: where problems are collected, and statements that every kind refuses. */
import type { Problem } from "../../content/problems/problem.ts";
import { labelOf, labelReason } from "./label.ts";
import type { Label } from "./model.ts";
import { type Line, withEntities } from "./source.ts";

/** Where a diagram's text begins. */
export interface TextStart {
  file: string;
  /** The file's line, counted from 1. */
  line: number;
}

export class Reader {
  readonly problems: Problem[] = [];
  readonly #start: TextStart;

  constructor(start: TextStart) {
    this.#start = start;
  }

  /** Notes a problem on a line, counted from 0. Returns undefined, for readers to return. */
  refuse(line: number, message: string, hint?: string): undefined {
    const { file, line: first } = this.#start;
    this.problems.push({ file, line: first + line, message, ...(hint && { hint }) });
    return undefined;
  }

  /** Words as they are drawn. If they can't be, that is noted, and the label is empty. */
  label(source: string, line: number): Label {
    const reason = labelReason(source);
    if (!reason) return labelOf(source);
    this.refuse(line, reason.message, reason.hint);
    return [];
  }

  /** True for a title, which the fence has. */
  refusesTitle({ text, line }: Line): boolean {
    const title = /^title(?:\s+(.*))?$/i.exec(text);
    if (title)
      this.refuse(line, "has a title of its own", `write it after the fence: title="${withEntities(title[1] ?? "…")}"`);
    return title !== null;
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

/** A text, shortened for a message. */
export function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
