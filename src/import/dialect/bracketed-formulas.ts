/** Formulas between `\(` and `\)`, or `\[` and `\]` on lines of their own, as Hugo passes them to MathJax, between dollars. */
import { fencedLines } from "./fenced-lines.ts";

/** Where code in a line, a block or a formula in a line begins. Without Hugo's passthrough the backslashes were doubled. */
const START = /(?<!`)(?<ticks>`+)(?!`)|^(?<indent>[ \t]*)\\{1,2}\[|\\{1,2}\((?!\s*\\{1,2}\))/gm;
const END_OF_BLOCK = /\\{1,2}\][ \t]*$/gm;
const END_IN_LINE = /\\{1,2}\)|\n/g;

/** `hasDollars` is false for a site where a dollar between blanks and words is one. */
export function withDollars(text: string, hasDollars = true): string {
  if (!/\\[([]/.test(text) && hasDollars) return text;
  const out: string[] = [];
  let prose: string[] = [];
  const flush = () => {
    if (prose.length > 0) out.push(withFormulas(prose.join("\n"), hasDollars));
    prose = [];
  };
  for (const { text: line, isCode } of fencedLines(text)) {
    if (!isCode) prose.push(line);
    else {
      flush();
      out.push(line);
    }
  }
  flush();
  return out.join("\n");
}

function withFormulas(prose: string, hasDollars: boolean): string {
  const out: string[] = [];
  let position = 0;
  /** Up to where there is no end of what begins so: nothing is looked for twice. */
  const endless = new Map<string, number>();
  const start = new RegExp(START);
  for (let match = start.exec(prose); match; match = start.exec(prose)) {
    const { ticks, indent } = match.groups ?? {};
    const kind = ticks ?? (indent === undefined ? "(" : "[");
    if (match.index < (endless.get(kind) ?? 0)) continue;
    const end = endOf(kind, prose, start.lastIndex);
    if (!end || end[0] === "\n") {
      endless.set(kind, end?.index ?? prose.length);
      continue;
    }
    const inner = prose.slice(start.lastIndex, end.index).trim();
    const formula = kind === "(" ? `$${inner}$` : ["$$", inner, "$$"].map((line) => (indent ?? "") + line).join("\n");
    const stop = end.index + end[0].length;
    out.push(textOf(position, match.index), ticks ? prose.slice(match.index, stop) : formula);
    position = stop;
    start.lastIndex = stop;
  }
  return [...out, textOf(position, prose.length)].join("");

  function textOf(from: number, to: number): string {
    const text = prose.slice(from, to);
    return hasDollars ? text : text.replace(/(?<![\\$])\$(?!\$)/g, "\\$");
  }
}

function endOf(kind: string, prose: string, from: number): RegExpExecArray | null {
  const end =
    kind === "("
      ? new RegExp(END_IN_LINE)
      : kind === "["
        ? new RegExp(END_OF_BLOCK)
        : new RegExp(`(?<!\`)${kind}(?!\`)`, "g");
  end.lastIndex = from;
  return end.exec(prose);
}
