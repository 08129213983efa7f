/** Tells which words of some SQL are names although they are listed as keywords, and which name functions and types. */

import { parseSync } from "libpg-query";
import { groupBy } from "../../content/group-by.ts";
import type { SqlToken } from "./postgresql-tokens.ts";

/** `name` for a keyword that is none here, `f` for the name of a function or a type. */
export type NameRole = "name" | "f";

/** Longer statements are read by their tokens alone: each word that is in doubt costs one more parse. */
const LONGEST_STATEMENT = 20_000;
const MOST_DOUBTS = 200;

/** Where the tree has a keyword's text though the keyword is a keyword: a privilege, an option. */
const KEYWORDS_IN_TREE = new Set(["priv_name", "defname"]);

/** The role of each word that is a name; words that are keywords, and names without a role, are not in it. */
export function namesIn(code: string, tokens: SqlToken[]): Map<SqlToken, NameRole> {
  const words = tokens.filter(({ kind }) => kind !== "comment");
  const names = new Map<SqlToken, NameRole>();
  for (const statement of statementsOf(words, code)) {
    const first = statement[0];
    const last = statement.at(-1);
    if (!first || !last) continue;
    const text = code.slice(first.start, last.end);
    const tree = treeOf(text);
    if (tree) readByTree({ text, ...tree, offset: first.start, tokens: statement }, names);
    else readByNeighbours(statement, code, names);
  }
  return names;
}

/** Tokens from one semicolon to the next; those in parentheses and in a body from BEGIN ATOMIC to END belong to a statement. */
function statementsOf(tokens: SqlToken[], code: string): SqlToken[][] {
  const statements: SqlToken[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    const text = code.slice(token.start, token.end).toLowerCase();
    if (text === ";" && depth === 0) {
      statements.push([]);
      continue;
    }
    if (["(", "atomic", "case"].includes(text)) depth += 1;
    else if ([")", "end"].includes(text)) depth = Math.max(0, depth - 1);
    statements.at(-1)?.push(token);
  }
  return statements;
}

interface Tree {
  tree: unknown;
  /** The same as text, without what is a keyword wherever it stands. */
  written: string;
}

interface Statement extends Tree {
  text: string;
  /** Where its text begins in the code. */
  offset: number;
  tokens: SqlToken[];
}

function readByTree(statement: Statement, names: Map<SqlToken, NameRole>): void {
  const { text, tree, written, offset, tokens } = statement;
  const isInDoubt = ({ keyword, start, end }: SqlToken) =>
    keyword !== "none" && written.includes(`"${text.slice(start - offset, end - offset).toLowerCase()}"`);
  const doubts = tokens.filter(isInDoubt).slice(0, MOST_DOUBTS);
  const wordOf = ({ start, end }: SqlToken) => text.slice(start - offset, end - offset).toLowerCase();
  for (const [word, ofWord] of groupBy(doubts, wordOf)) {
    const areAllNames = areNames(ofWord, word, statement);
    const found = areAllNames ? ofWord : ofWord.filter((token) => areNames([token], word, statement));
    for (const token of found) names.set(token, "name");
  }

  const { functions, types } = placesIn(tree, text);
  for (const [index, token] of tokens.entries()) {
    const place = token.start - offset;
    const last = lastOfName(tokens, index, text, offset);
    if (!last || (last.keyword !== "none" && !names.has(last))) continue;
    // A type that is listed as a keyword looks like the others that are: text like int.
    if (types.has(place) && last.keyword !== "none") names.delete(last);
    else if (types.has(place) || functions.has(place)) names.set(last, "f");
  }
}

/** Words are names when any other word in their places gives the same tree, but for that word. */
function areNames(tokens: SqlToken[], word: string, { text, offset, written }: Statement): boolean {
  const other = unusedWord(word.length, written);
  if (!other) return false;
  let changedText = text;
  for (const { start, end } of tokens)
    changedText = changedText.slice(0, start - offset) + other + changedText.slice(end - offset);
  const changed = treeOf(changedText)?.written ?? "";
  // Where one of several stays out of the tree, the word was part of the grammar there.
  const isEachThere = changed.split(`"${other}"`).length > tokens.length;
  return isEachThere && changed.replaceAll(`"${other}"`, `"${word}"`) === written;
}

/** Of the same length, so that all places in the tree stay what they were. */
function unusedWord(length: number, written: string): string | undefined {
  return [..."qxzjkvw"].map((letter) => `z${letter.repeat(length - 1)}`).find((word) => !written.includes(`"${word}"`));
}

/** The last part of a name such as `pg_catalog.now`, which begins at `index`. */
function lastOfName(tokens: SqlToken[], index: number, text: string, offset: number): SqlToken | undefined {
  const isDot = (token: SqlToken | undefined) => token !== undefined && text[token.start - offset] === ".";
  let last = index;
  while (isDot(tokens[last + 1]) && tokens[last + 2]?.kind === "word") last += 2;
  return tokens[last]?.kind === "word" ? tokens[last] : undefined;
}

/** Where calls and types begin, in UTF-16 units of the statement's text. */
function placesIn(tree: unknown, text: string): { functions: Set<number>; types: Set<number> } {
  const functions = new Set<number>();
  const types = new Set<number>();
  const bytes = Buffer.from(text);
  const indexOf = (byte: number) => (bytes.length === text.length ? byte : bytes.toString("utf8", 0, byte).length);
  JSON.stringify(tree, (key, value: unknown) => {
    const location = locationOf(value);
    if (location !== undefined && key === "FuncCall") functions.add(indexOf(location));
    if (location !== undefined && /^(typeName|TypeName|returnType|argType|typname)$/.test(key))
      types.add(indexOf(location));
    return value;
  });
  return { functions, types };
}

/** The tree leaves out a place that is 0, and says -1 where there is none. */
function locationOf(node: unknown): number | undefined {
  if (typeof node !== "object" || node === null) return undefined;
  const location = "location" in node && typeof node.location === "number" ? node.location : 0;
  return location < 0 ? undefined : location;
}

/** Without a tree, as in a part of a statement: what stands behind a dot or behind AS is a name, whatever it is. */
function readByNeighbours(tokens: SqlToken[], code: string, names: Map<SqlToken, NameRole>): void {
  const textAt = (index: number) => {
    const token = tokens[index];
    return token ? code.slice(token.start, token.end).toLowerCase() : "";
  };
  for (const [index, token] of tokens.entries()) {
    const isBehindDot =
      textAt(index - 1) === "." && tokens[index - 1]?.end === token.start && /^[\w"]/.test(textAt(index - 2));
    const isBeforeDot = textAt(index + 1) === "." && tokens[index + 1]?.start === token.end;
    const isPart = isBehindDot || (isBeforeDot && token.keyword !== "reserved");
    const isLabel = textAt(index - 1) === "as" && token.keyword === "unreserved" && textAt(index + 1) !== "(";
    if (token.keyword !== "none" && (isPart || isLabel)) names.set(token, "name");
  }
}

/** Undefined for what the parser refuses, and for what is nested too deeply to be written. */
function treeOf(text: string): Tree | undefined {
  if (text.length > LONGEST_STATEMENT) return undefined;
  try {
    const tree = parseSync(text);
    const isShown = (key: string, value: unknown) => (KEYWORDS_IN_TREE.has(key) ? undefined : value);
    return { tree, written: JSON.stringify(tree, isShown) };
  } catch {
    return undefined;
  }
}
