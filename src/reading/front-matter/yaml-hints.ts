/** Explains YAML that can't be parsed, judging by the line on which parsing failed. */
import type { YAMLError } from "yaml";

const KEY_AND_VALUE = /^(\s*(?:- +)?)([\w-]+): +(\S.*?)\s*$/;

/** `lines` are those of the YAML; `index` is that of the line with the error, from 0. */
export function yamlHint({ code, message }: YAMLError, lines: string[], index: number): string | undefined {
  const [line = "", next = ""] = lines.slice(index);
  if (message.startsWith("Missing closing")) return quotationHint(lines.slice(0, index + 1));
  if (code === "TAB_AS_INDENT") return "indent with spaces";
  if (code === "DUPLICATE_KEY") return "keep one of them";
  const [, , key = "", value = ""] = KEY_AND_VALUE.exec(line) ?? [];
  if (/^\s*[\w-]+:[^\s/]/.test(line)) return `write a space behind the colon: ${line.trim().replace(":", ": ")}`;
  if (value && !/: /.test(value) && /^\s+[\w-]+:( |$)/.test(next))
    return "begin each key at the start of its line, or indent it as far as those beside it";
  if (/^\[[^\]]*$/.test(value)) return `close the list: ${key}: ${value}]`;
  if (key && value) return `put the text in quotes: ${key}: ${quoted(value)}`;
  if (/^\s+[\w-]+:( |$)/.test(line))
    return "begin each key at the start of its line, or indent it as far as those beside it";
  if (code === "MISSING_CHAR" || code === "MULTILINE_IMPLICIT_KEY") return "write key: value on each line";
  return undefined;
}

/** YAML ends an unclosed quotation at the next quote, or at the end of the file. */
function quotationHint(lines: string[]): string | undefined {
  const open = lines.findLast((line) => /: +(?:"[^"]*|'[^']*)$/.test(line));
  const quote = /: +(["'])/.exec(open ?? "")?.[1];
  return open && quote && `close the quotation: ${open.trim()}${quote}`;
}

/**
 * The text after a value that YAML takes for a comment, since a space and a `#` begin one: ` #12 in two lines`. `rest` is the rest of
 * the value's line. Undefined if it looks like a comment, with a space after the `#`.
 */
export function lostText(rest: string): string | undefined {
  return /^\s+(#[^\s#].*)/.exec(rest)?.[1];
}

/** The value in double quotes, or in single ones if it has double quotes or backslashes. */
export function quoted(value: string): string {
  const inner = /^(["']).*\1$/.test(value) ? value.slice(1, -1) : value;
  if (!/["\\]/.test(inner)) return `"${inner}"`;
  return `'${inner.replaceAll("'", "''")}'`;
}
