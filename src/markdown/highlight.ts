/** Prism's tokens as HTML with few, short classes: a reader needs to tell apart seven kinds of thing, not seventy. */
import Prism from "prismjs";
import { escapeText } from "../content/text/escape.ts";
import { grammarOf } from "./languages.ts";

/** Prism's token types by what they are to a reader; a type that is not here is plain text. */
const ROLES: Record<string, readonly string[]> = {
  c: ["comment", "prolog", "doctype", "cdata", "coord", "shebang"],
  k: ["keyword", "atrule", "tag", "selector", "important", "rule", "directive", "unit"],
  s: ["string", "char", "attr-value", "regex", "template-string", "url", "triple-quoted-string", "string-literal"],
  n: ["number", "boolean", "constant", "symbol", "null", "datetime"],
  f: ["function", "function-definition", "class-name", "builtin", "macro", "annotation", "decorator"],
  p: ["property", "attr-name", "key", "header-name", "variable", "attribute", "lifetime-annotation"],
  i: ["inserted", "inserted-sign"],
  d: ["deleted", "deleted-sign"],
  // A shell's prompt and what a command printed: copying leaves both behind.
  q: ["shell-symbol", "info"],
  o: ["output"],
};
const ROLE_OF_TYPE = new Map(
  Object.entries(ROLES).flatMap(([role, types]) => types.map((type) => [type, role] as const)),
);

/** Highlighted HTML, or escaped text in a language that is not known. */
export function highlight(code: string, language: string): string {
  return toHtml(runsIn(code, language));
}

/** The same, line by line; no element reaches over a line's end. */
export function highlightLines(code: string, language: string): string[] {
  const lines: Run[][] = [[]];
  for (const { role, text } of runsIn(code.replace(/\n$/, ""), language)) {
    const [first = "", ...rest] = text.split("\n");
    lines.at(-1)?.push({ role, text: first });
    for (const line of rest) lines.push([{ role, text: line }]);
  }
  return lines.map(toHtml);
}

interface Run {
  role: string | undefined;
  text: string;
}

function runsIn(code: string, language: string): Run[] {
  const grammar = grammarOf(language);
  return grammar ? runsOf(Prism.tokenize(code, grammar)) : [{ role: undefined, text: code }];
}

/** The nested tokens as a flat list in which the innermost known role wins. */
function runsOf(stream: Prism.TokenStream, outer?: string): Run[] {
  if (typeof stream === "string") return [{ role: outer, text: stream }];
  if (Array.isArray(stream)) return stream.flatMap((token) => runsOf(token, outer));
  const types = [stream.type, ...(Array.isArray(stream.alias) ? stream.alias : [stream.alias])];
  const isWord = stream.type === "operator" && /^[a-z]/i.test(String(stream.content));
  const role = isWord ? "k" : types.map((type) => ROLE_OF_TYPE.get(type)).find(Boolean);
  return runsOf(stream.content, role ?? outer);
}

function toHtml(runs: Run[]): string {
  let html = "";
  let open: string | undefined;
  for (const { role, text } of runs) {
    const next = text.trim() === "" && open ? open : role;
    if (next !== open) html += (open ? "</span>" : "") + (next ? `<span class="${next}">` : "");
    open = next;
    html += escapeText(text);
  }
  return open ? `${html}</span>` : html;
}
