/**
 * Reads a directive's name, label and attributes, as CommonMark's generic directives proposal has them:
 * `name[label]{#id .class key=value key="a value" flag}`. Nothing stands between the three parts.
 */

import { DIRECTIVE_NAME } from "../../content/directive.ts";

/** What the author wrote, before anything is known of the directive. */
export interface WrittenDirective {
  name: string;
  /** Markdown; undefined without brackets. */
  label: string | undefined;
  attributes: WrittenAttributes;
  /** Where it ends in the text, counted from 0. */
  end: number;
}

export interface WrittenAttributes {
  id: string | undefined;
  classes: string[];
  /** `true` for a key alone. */
  values: Map<string, string | true>;
  /** Text that is none of these. */
  unread: string[];
}

const NAME = new RegExp(DIRECTIVE_NAME, "iy");
const ATTRIBUTE =
  /\s*(?:#(?<id>[^\s#.{}"'=]+)|\.(?<className>[A-Za-z][\w-]*)|(?<key>[A-Za-z_][\w:-]*)(?:=(?:"(?<double>[^"\n]*)"|'(?<single>[^'\n]*)'|(?<bare>[^\s"'{}=]+)))?|(?<unread>[^\s}]+))(?=[\s}])/y;

/** Of a longer one, nothing is read: so a text of openings takes no longer than its length. */
const LONGEST = 4000;

/** A directive whose name begins at `start`; undefined where there is none. */
export function readDirective(whole: string, start: number): WrittenDirective | undefined {
  const text = whole.slice(start, start + LONGEST);
  NAME.lastIndex = 0;
  const name = NAME.exec(text)?.[0];
  if (!name) return undefined;
  let end = name.length;
  let label: string | undefined;
  if (text[end] === "[") {
    const close = closingBracket(text, end);
    if (close === -1) return undefined;
    label = text.slice(end + 1, close);
    end = close + 1;
  }
  const attributes: WrittenAttributes = { id: undefined, classes: [], values: new Map(), unread: [] };
  if (text[end] === "{") {
    const close = readAttributes(text, end + 1, attributes);
    if (close === -1) return undefined;
    end = close + 1;
  }
  return { name: name.toLowerCase(), label, attributes, end: start + end };
}

/** Where the bracket at `open` closes, in the same line; -1 where it does not. */
function closingBracket(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length && text[at] !== "\n"; at++) {
    if (text[at] === "\\") at++;
    else if (text[at] === "[") depth++;
    else if (text[at] === "]" && --depth === 0) return at;
  }
  return -1;
}

/** Where the brace closes that is open before `at`; -1 where it does not. */
function readAttributes(text: string, at: number, into: WrittenAttributes): number {
  for (let next = at; ; ) {
    while (text[next] === " " || text[next] === "\t") next++;
    if (text[next] === "}") return next;
    ATTRIBUTE.lastIndex = next;
    const { 0: written, groups = {} } = ATTRIBUTE.exec(text) ?? {};
    if (!written || written.includes("\n")) return -1;
    take(groups, into);
    next += written.length;
  }
}

function take({ id, className, key, double, single, bare, unread }: Record<string, string>, into: WrittenAttributes) {
  if (id !== undefined && into.id === undefined) into.id = id;
  else if (className !== undefined) into.classes.push(className);
  else if (key !== undefined && !into.values.has(key)) into.values.set(key, double ?? single ?? bare ?? true);
  else into.unread.push(unread ?? key ?? `#${id}`);
}
