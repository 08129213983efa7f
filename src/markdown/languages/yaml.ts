/** YAML, read by the lexer of the `yaml` package: only that knows where a text ends and whether a `#` begins a comment. */
import { CST, Lexer } from "yaml";
import type { CodeRun } from "./code-run.ts";

const ROLE_OF_TOKEN: Partial<Record<CST.TokenType | string, string>> = {
  comment: "c",
  "directive-line": "k",
  anchor: "k",
  alias: "k",
  tag: "k",
  "single-quoted-scalar": "s",
  "double-quoted-scalar": "s",
  "block-scalar": "s",
};

/** Plain words that YAML's core schema reads as something else than text. */
const NUMBER =
  /^(?:[-+]?(?:0o[0-7]+|0x[\da-f]+|(?:\.\d+|\d+(?:\.\d*)?)(?:e[-+]?\d+)?|\.inf)|\.nan|\d{4}-\d\d?-\d\d?(?:[Tt ].*)?)$/i;
const BOOLEAN = /^(?:true|false|null|~)$/i;

/** What the lexer adds to mark that a document, a flow or a plain text begins; they are not in the source. */
const MARKS: ReadonlySet<string> = new Set([CST.DOCUMENT, CST.FLOW_END, CST.SCALAR]);

export function yamlRuns(code: string): CodeRun[] {
  const tokens = [...new Lexer().lex(code)];
  const runs: { role: string | undefined; text: string; isScalar: boolean }[] = [];
  let isPlainText = false;
  let isBlockText = false;
  for (const text of tokens) {
    if (MARKS.has(text)) {
      // After a block's header the text of the block is marked, as a plain text is elsewhere.
      isPlainText = text === CST.SCALAR;
      continue;
    }
    const type = isPlainText ? "scalar" : CST.tokenType(text);
    const role = isPlainText ? (isBlockText ? "s" : roleOfPlain(text)) : ROLE_OF_TOKEN[type ?? ""];
    if (type === "map-value-ind") asKey(runs);
    isBlockText = type === "block-scalar-header" || (isBlockText && !isPlainText && type !== "map-value-ind");
    isPlainText = false;
    runs.push({ role, text, isScalar: role === "s" || type === "scalar" || type === "alias" });
  }
  return runs.map(({ role, text }) => ({ role, text }));
}

function roleOfPlain(text: string): string | undefined {
  return NUMBER.test(text) || BOOLEAN.test(text) ? "n" : undefined;
}

/** What stands before a colon is a key, with white space between them. */
function asKey(runs: { role: string | undefined; text: string; isScalar: boolean }[]): void {
  const key = runs.findLast(({ text }) => text.trim() !== "");
  if (key?.isScalar && !/\n/.test(key.text)) key.role = "p";
}
