/** Tells which words of some SQL are names although they are listed as keywords, and which name functions and types. */

import { parseSync } from "libpg-query";
import { groupBy } from "../../content/group-by.ts";
import { parseSql } from "../../content/samples/parse-sql.ts";
import { indexesOfBytes, type SqlToken } from "./postgresql-tokens.ts";

/** `name` for a keyword that is none here, `f` for the name of a function or a type. */
export type NameRole = "name" | "f";

/** Longer code is read statement by statement, and longer statements by their tokens alone: words in doubt cost further parses. */
const LONGEST = 20_000;
const MOST_DOUBTS = 200;

/** Where the tree has a keyword's text though the keyword is a keyword: a privilege, an option. */
const KEYWORDS_IN_TREE = new Set(["priv_name", "defname"]);

/** The role of each word that is a name; words that are keywords, and names without a role, are not in it. */
export function namesIn(code: string, tokens: SqlToken[]): Map<SqlToken, NameRole> {
  const names = new Map<SqlToken, NameRole>();
  const words = tokens.filter(({ kind }) => kind !== "comment");
  const found = statementsOf(words, code).filter(({ length }) => length > 0);
  const statements = inWholeCode(found, code);
  if (statements) readTogether(statements, names);
  else for (const statement of found) readAlone(statement, code, names);
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

interface Statement {
  tokens: SqlToken[];
  /** Code in which it stands alone, or with others. */
  text: string;
  /** Where the text begins in the code of which the tokens are. */
  offset: number;
  /** What the parser makes of it. */
  nodes: readonly unknown[];
  /** All words of its tree. */
  said: ReadonlySet<string>;
  /** Where calls and types begin, in UTF-16 units of the text. */
  functions: ReadonlySet<number>;
  types: ReadonlySet<number>;
}

/** The statements of code that the parser reads as a whole, and cuts where we do. */
function inWholeCode(found: SqlToken[][], code: string): Statement[] | undefined {
  const parsed = code.length <= LONGEST ? unlessRefused(() => parseSql(code).stmts ?? []) : undefined;
  if (parsed?.length !== found.length) return undefined;
  const indexOf = indexesOfBytes(code);
  const statements: Statement[] = [];
  for (const [at, { stmt, stmt_location: from = 0, stmt_len: length }] of parsed.entries()) {
    const tokens = found[at] ?? [];
    const [start = -1, end = code.length] = [tokens[0]?.start, tokens.at(-1)?.end];
    if (start < indexOf(from) || (length && end > indexOf(from + length))) return undefined;
    const statement = unlessRefused(() => statementOf([stmt], { tokens, text: code, offset: 0 }));
    if (!statement) return undefined;
    statements.push(statement);
  }
  return statements;
}

/** Where others are broken, or stand in the way. */
function readAlone(tokens: SqlToken[], code: string, names: Map<SqlToken, NameRole>): void {
  const [offset, end] = [tokens[0]?.start ?? 0, tokens.at(-1)?.end ?? 0];
  const place = { tokens, text: code.slice(offset, end), offset };
  const statement =
    place.text.length <= LONGEST ? unlessRefused(() => statementOf(nodesOf(place.text), place)) : undefined;
  if (statement) readWordByWord(statement, names);
  else readByNeighbours(tokens, code, names);
}

/** All words in doubt are tried at once, since mostly they are all names. */
function readTogether(statements: readonly Statement[], names: Map<SqlToken, NameRole>): void {
  const doubts = statements.map(doubtsIn);
  const tried = doubts.some(({ length }) => length > 0) ? othersIn(statements, doubts.flat()) : undefined;
  for (const [at, statement] of statements.entries()) {
    const ours = doubts[at] ?? [];
    const areNames = ours.length === 0 || (tried && saysTheSame(statement, [tried.nodes[at]], ours, tried.others));
    if (areNames) readPlaces(statement, ours, names);
    else if (statements.length === 1) readWordByWord(statement, names);
    else readAlone(statement.tokens, statement.text, names);
  }
}

function readWordByWord(statement: Statement, names: Map<SqlToken, NameRole>): void {
  const found: SqlToken[] = [];
  for (const [, ofWord] of groupBy(doubtsIn(statement), (token) => wordOf(token, statement))) {
    const areAllNames = areNames(ofWord, statement);
    found.push(...(areAllNames ? ofWord : ofWord.filter((token) => areNames([token], statement))));
  }
  readPlaces(statement, found, names);
}

/** Keywords that the tree has as words; not where a type stands, since types that are keywords look like the others that are. */
function doubtsIn(statement: Statement): SqlToken[] {
  const { tokens, said, types, offset } = statement;
  const ofTypes = new Set(
    tokens.map(({ start }, at) => (types.has(start - offset) ? lastOfName(at, statement) : undefined)),
  );
  return tokens
    .filter((token) => token.keyword !== "none" && said.has(wordOf(token, statement)) && !ofTypes.has(token))
    .slice(0, MOST_DOUBTS);
}

function readPlaces(statement: Statement, found: readonly SqlToken[], names: Map<SqlToken, NameRole>): void {
  const { tokens, functions, types, offset } = statement;
  for (const token of found) names.set(token, "name");
  for (const [at, { start }] of tokens.entries()) {
    const place = start - offset;
    if (!types.has(place) && !functions.has(place)) continue;
    const last = lastOfName(at, statement);
    if (last && (last.keyword === "none" || names.has(last))) names.set(last, "f");
  }
}

/** Words are names when any other word in their places gives the same tree, but for that word. */
function areNames(tokens: SqlToken[], statement: Statement): boolean {
  const tried = othersIn([statement], tokens);
  return tried !== undefined && saysTheSame(statement, tried.nodes, tokens, tried.others);
}

/** What the parser makes of a text with other words in the place of some; undefined where it refuses that. */
function othersIn(statements: readonly Statement[], tokens: readonly SqlToken[]) {
  const [first] = statements;
  const others = first && othersFor(statements, new Set(tokens.map((token) => wordOf(token, first))));
  if (!others) return undefined;
  const nodes = unlessRefused(() => nodesOf(replaced(tokens, first, others)));
  return nodes && { others, nodes };
}

/** By word, one of the same length that the code does not have, so that all places in the tree stay what they were. */
function othersFor(statements: readonly Statement[], words: Iterable<string>): Map<string, string> | undefined {
  const others = new Map<string, string>();
  const taken = new Set<string>();
  for (const word of words) {
    const other = [..."qxzjkvw"]
      .map((letter) => `z${letter.repeat(word.length - 1)}`)
      .find((one) => !taken.has(one) && !statements.some(({ said }) => said.has(one)));
    if (!other) return undefined;
    taken.add(other);
    others.set(word, other);
  }
  return others;
}

function replaced(
  tokens: readonly SqlToken[],
  { text, offset }: Statement,
  others: ReadonlyMap<string, string>,
): string {
  let [changed, at] = ["", 0];
  for (const { start, end } of tokens) {
    const word = text.slice(start - offset, end - offset);
    changed += text.slice(at, start - offset) + (others.get(word.toLowerCase()) ?? word);
    at = end - offset;
  }
  return changed + text.slice(at);
}

/** Where one of several stays out of the tree, the word was part of the grammar there. */
function saysTheSame(
  statement: Statement,
  changed: readonly unknown[],
  tokens: readonly SqlToken[],
  others: ReadonlyMap<string, string>,
): boolean {
  const words = new Map([...others].map(([word, other]) => [other, word]));
  const seen = new Map<string, number>();
  if (!isSameTree(statement.nodes, changed, words, seen)) return false;
  const sought = groupBy(tokens, (token) => wordOf(token, statement));
  return [...sought].every(([word, { length }]) => (seen.get(word) ?? 0) >= length);
}

/** Whether `changed` says what `tree` says, with others in the place of some words, which are counted. */
function isSameTree(
  tree: unknown,
  changed: unknown,
  words: ReadonlyMap<string, string>,
  seen: Map<string, number>,
): boolean {
  if (typeof changed === "string") {
    const word = words.get(changed);
    if (word !== undefined) seen.set(word, (seen.get(word) ?? 0) + 1);
    return tree === (word ?? changed);
  }
  if (!isNode(tree) || !isNode(changed)) return tree === changed;
  const keys = Object.keys(tree);
  return (
    keys.length === Object.keys(changed).length &&
    keys.every((key) => KEYWORDS_IN_TREE.has(key) || isSameTree(tree[key], changed[key], words, seen))
  );
}

function isNode(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

function wordOf({ start, end }: SqlToken, { text, offset }: Statement): string {
  return text.slice(start - offset, end - offset).toLowerCase();
}

/** The last part of a name such as `pg_catalog.now`, which begins at `index`. */
function lastOfName(index: number, { tokens, text, offset }: Statement): SqlToken | undefined {
  const isDot = (token: SqlToken | undefined) => token !== undefined && text[token.start - offset] === ".";
  let last = index;
  while (isDot(tokens[last + 1]) && tokens[last + 2]?.kind === "word") last += 2;
  return tokens[last]?.kind === "word" ? tokens[last] : undefined;
}

const TYPE_KEYS = new Set(["typeName", "TypeName", "returnType", "argType", "typname"]);

function statementOf(nodes: readonly unknown[], place: Pick<Statement, "tokens" | "text" | "offset">): Statement {
  const said = new Set<string>();
  const functions = new Set<number>();
  const types = new Set<number>();
  const indexOf = indexesOfBytes(place.text);
  const read = (key: string, value: unknown) => {
    if (KEYWORDS_IN_TREE.has(key)) return;
    if (typeof value === "string") said.add(value);
    if (!isNode(value)) return;
    const location = locationOf(value);
    if (location !== undefined && key === "FuncCall") functions.add(indexOf(location));
    if (location !== undefined && TYPE_KEYS.has(key)) types.add(indexOf(location));
    for (const inner of Object.keys(value)) read(inner, value[inner]);
  };
  read("", nodes);
  return { ...place, nodes, said, functions, types };
}

/** The tree leaves out a place that is 0, and says -1 where there is none. */
function locationOf({ location = 0 }: Readonly<Record<string, unknown>>): number | undefined {
  return typeof location === "number" && location >= 0 ? location : undefined;
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

function nodesOf(text: string): unknown[] {
  return (parseSync(text).stmts ?? []).map(({ stmt }) => stmt);
}

/** Undefined for what the parser refuses, and for what is nested too deeply to be looked through. */
function unlessRefused<Value>(read: () => Value): Value | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
