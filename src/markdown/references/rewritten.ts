/** Marks whose words are known only here, such as `[](#fig-queue)`, written out in a page's Markdown for who takes it along. */

import { groupBy } from "../../content/group-by.ts";
import { escapeRegExp } from "../../content/text/escape-reg-exp.ts";

export interface Rewritten {
  /** The block's first line, counted from 0 in the Markdown, and the one behind its last. */
  start: number;
  end: number;
  /** As the author wrote it. */
  from: string;
  to: string;
}

/** What stays: code within a line. */
const CODE = "(?<!`)(`+)(?!`)[^]*?[^`]\\1(?!`)";

export function withRewritten(source: string, rewritten: readonly Rewritten[]): string {
  if (rewritten.length === 0) return source;
  const lines = source.split("\n");
  const blocks = groupBy(rewritten, ({ start, end }) => `${start}-${end}`);
  for (const all of blocks.values()) {
    const { start = 0, end = 0 } = all[0] ?? {};
    const written = new Map(all.map(({ from, to }) => [from, to]));
    // The longer ones first: one may begin as another does.
    const marks = [...written.keys()].sort((a, b) => b.length - a.length).map(escapeRegExp);
    const pattern = new RegExp(`${CODE}|${marks.join("|")}`, "g");
    const text = lines.slice(start, end).join("\n");
    const changed = text.replace(pattern, (part) => written.get(part) ?? part).split("\n");
    // As many lines as before, since what follows counts them.
    if (changed.length === end - start) lines.splice(start, end - start, ...changed);
  }
  return lines.join("\n");
}
