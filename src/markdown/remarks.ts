/**
 * A compiler's messages, written as comments below a line: `//    ^^^ error: no such name`. Carets or tildes point at the place, and the
 * message follows them. `// ^? string`, as in Twoslash, shows a type.
 */
import { escapeText } from "../content/text/escape.ts";

export interface Remark {
  kind: "error" | "warning" | "hint";
  /** One line of HTML, with the carets in the columns where they were written. */
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

/** The code without such lines, and the messages by the index of the line that they are about, from 0. */
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
