/**
 * What a compiler says of a line, written below it as a comment of its language: `//    ^^^ error: no such name`. Carets or tildes show the
 * place; behind them stands what it is. `// ^? string`, as Twoslash writes it, says of which type something is.
 */
import { escapeText } from "../content/text/escape.ts";

export interface Remark {
  kind: "error" | "warning" | "hint";
  /** A line of HTML, its marks in the columns where they were written. */
  html: string;
}

const KINDS = { error: "error", warning: "warning", note: "hint", help: "hint", hint: "hint", info: "hint" } as const;

const REMARK = new RegExp(
  [
    /^(?<before>\s*(?:\/\/+|#+|--+|;+|%+|<!--+|\/\*+|\(\*|\{-|["'!]|REM\b|\.\.)\s*)/,
    /(?:(?<marks>\^+|~+)\s*(?<kind>error|warning|note|help|hint|info)(?<code>\s?\[[\w./-]+\]|\s[A-Z]+-?\d+)?:|(?<query>\^)\?)/,
    /\s*(?<message>\S.*?)\s*(?:--+>|\*+\/|\*\)|-\})?\s*$/,
  ]
    .map(({ source }) => source)
    .join(""),
  "i",
);

/** The code without such lines, and what they say of its lines, counted from 0. */
export function readRemarks(content: string): { code: string; remarks: ReadonlyMap<number, readonly Remark[]> } {
  const remarks = new Map<number, Remark[]>();
  if (!/[\^~]/.test(content)) return { code: content, remarks };
  const kept: string[] = [];
  for (const line of content.split("\n")) {
    const remark = kept.length > 0 ? remarkIn(line) : undefined;
    if (remark) remarks.set(kept.length - 1, [...(remarks.get(kept.length - 1) ?? []), remark]);
    else kept.push(line);
  }
  return { code: kept.join("\n"), remarks };
}

function remarkIn(line: string): Remark | undefined {
  const { before = "", marks, kind, code = "", query, message = "" } = REMARK.exec(line)?.groups ?? {};
  const blank = before.replace(/[^\t]/g, " ");
  if (query) return { kind: "hint", html: `${blank}${query} ${escapeText(message)}` };
  const name = kind?.toLowerCase();
  if (!marks || !name || !isKind(name)) return undefined;
  return { kind: KINDS[name], html: `${blank}${marks} <b>${name}${escapeText(code)}</b>: ${escapeText(message)}` };
}

function isKind(name: string): name is keyof typeof KINDS {
  return Object.hasOwn(KINDS, name);
}
