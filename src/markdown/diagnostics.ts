/**
 * A compiler's diagnostics, written as comments below a line: `//    ^^^ error: no such name`. Carets or tildes point at the place, and the
 * message follows them. `// ^? string`, as in Twoslash, shows a type.
 */
import { escapeText } from "../content/text/escape.ts";

export interface Diagnostic {
  kind: "error" | "warning" | "hint";
  /** One line of HTML, with the carets in the columns where they were written. */
  html: string;
}

const KINDS = { error: "error", warning: "warning", note: "hint", help: "hint", hint: "hint", info: "hint" } as const;

const DIAGNOSTIC = new RegExp(
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
export function readDiagnostics(content: string): {
  code: string;
  diagnostics: ReadonlyMap<number, readonly Diagnostic[]>;
} {
  const diagnostics = new Map<number, Diagnostic[]>();
  if (!/[\^~]/.test(content)) return { code: content, diagnostics };
  const kept: string[] = [];
  for (const line of content.split("\n")) {
    const diagnostic = kept.length > 0 ? diagnosticIn(line) : undefined;
    if (diagnostic) diagnostics.set(kept.length - 1, [...(diagnostics.get(kept.length - 1) ?? []), diagnostic]);
    else kept.push(line);
  }
  return { code: kept.join("\n"), diagnostics };
}

function diagnosticIn(line: string): Diagnostic | undefined {
  const { before = "", marks, kind, code = "", query, message = "" } = DIAGNOSTIC.exec(line)?.groups ?? {};
  const blank = before.replace(/[^\t]/g, " ");
  if (query) return { kind: "hint", html: `${blank}${query} ${escapeText(message)}` };
  const name = kind?.toLowerCase();
  if (!marks || !name || !isKind(name)) return undefined;
  return { kind: KINDS[name], html: `${blank}${marks} <b>${name}${escapeText(code)}</b>: ${escapeText(message)}` };
}

function isKind(name: string): name is keyof typeof KINDS {
  return Object.hasOwn(KINDS, name);
}
