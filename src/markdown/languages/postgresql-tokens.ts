/** SQL to the tokens that PostgreSQL's scanner sees in it. */
import { loadModule, scanSync } from "libpg-query";
import { scanUsual, type UsualToken } from "./postgresql-scanner.ts";

export interface SqlToken extends UsualToken {
  /**
   * How a word is listed in PostgreSQL's grammar: `unreserved` and `column` words (which name columns, too), `function`
   * words (which name functions and types, too) and `reserved` ones; `none` for any other.
   */
  keyword: Keyword;
}

const KEYWORDS = ["none", "unreserved", "column", "function", "reserved"] as const;
type Keyword = (typeof KEYWORDS)[number];

/** By how a token begins: https://www.postgresql.org/docs/18/sql-syntax-lexical.html */
const KINDS: [SqlToken["kind"], RegExp][] = [
  ["comment", /^(--|\/\*)/],
  ["string", /^('|[exbn]'|u&'|\$(?!\d))/i],
  ["number", /^\.?\d/],
  ["parameter", /^\$\d/],
  ["word", /^[\p{L}\p{So}_"\u0080-\uFFFF]/u],
];

/**
 * What the scanner refuses as a whole is read by this, such as a part of a statement with a quotation that is open. An open
 * quotation, and an open comment, end with their line.
 */
const TOKEN = new RegExp(
  [
    // A command of psql's, which ends with its line.
    /^[ \t]*\\[a-z?!].*/u,
    /--[^\r\n]*/u,
    /\/\*(?:[^*/]|\*(?!\/)|\/(?!\*)|\/\*(?:[^*/]|\*(?!\/)|\/(?!\*)|\/\*[\s\S]*?\*\/)*\*\/)*\*\//u,
    /\/\*.*/u,
    /e'(?:[^'\\]|\\[\s\S]|'')*'/u,
    /(?:[xbn]|u&)?'(?:[^']|'')*'/u,
    /(?<![\p{L}\p{N}_$])(\$(?:[\p{L}_][\p{L}\p{N}_]*)?\$)[\s\S]*?\1/u,
    /(?:u&)?"(?:[^"]|"")*"/u,
    /(?:[exbn]|u&)?'.*/u,
    /\$\d+/u,
    /(?:0[xob][\da-f_]+|(?:\d[\d_]*(?:\.(?!\.)[\d_]*)?|\.\d[\d_]*)(?:e[+-]?\d+)?)/u,
    /[\p{L}_][\p{L}\p{M}\p{N}_$]*/u,
    /[^\s]/u,
  ]
    .map(({ source }) => source)
    .join("|"),
  "gimu",
);

await loadModule();

/** Those of the usual kinds we find ourselves: the scanner gives its tokens as JSON, twenty times as long as the code. */
export function tokensOf(code: string): SqlToken[] {
  const usual = scanUsual(code);
  if (usual) return withKeywords(usual, code);
  return scanned(code) ?? [...code.matchAll(TOKEN)].map(({ 0: text, index }) => tokenOf(text, index, keywordOf(text)));
}

/** Undefined for what the scanner refuses; of code with a NUL, the tokens before it. */
function scanned(code: string): SqlToken[] | undefined {
  try {
    const { tokens } = scanSync(code);
    const indexOf = indexesOfBytes(code);
    return tokens.map((token) => {
      const [start, end] = [indexOf(token.start), indexOf(token.end)];
      return tokenOf(code.slice(start, end), start, KEYWORDS[token.keywordKind] ?? "none");
    });
  } catch {
    return undefined;
  }
}

function tokenOf(text: string, start: number, keyword: Keyword): SqlToken {
  const kind = KINDS.find(([, begins]) => begins.test(text))?.[0] ?? "symbol";
  return { start, end: start + text.length, kind, keyword: kind === "word" ? keyword : "none" };
}

/** A word that is longer is no keyword. */
const LONGEST_KEYWORD = 30;
const KEYWORD = /^[a-z_]+$/i;
const MOST_KNOWN = 20_000;
const keywordOfWord = new Map<string, Keyword>();

/** As the scanner lists a word that stands alone. */
function keywordOf(word: string): Keyword {
  if (!mayBeKeyword(word)) return "none";
  learnKeywords([word]);
  return keywordOfWord.get(word.toLowerCase()) ?? "none";
}

function withKeywords(tokens: readonly UsualToken[], code: string): SqlToken[] {
  const words = tokens.map(({ kind, start, end }) => (kind === "word" ? code.slice(start, end) : ""));
  learnKeywords(words.filter(mayBeKeyword));
  return tokens.map((token, at) => ({
    ...token,
    keyword: keywordOfWord.get(words[at]?.toLowerCase() ?? "") ?? "none",
  }));
}

function mayBeKeyword(word: string): boolean {
  return word.length <= LONGEST_KEYWORD && KEYWORD.test(word);
}

/** Asks the scanner about all new words at once. */
function learnKeywords(words: readonly string[]): void {
  if (keywordOfWord.size > MOST_KNOWN) keywordOfWord.clear();
  const asked = [...new Set(words.map((word) => word.toLowerCase()))].filter((word) => !keywordOfWord.has(word));
  if (asked.length === 0) return;
  const { tokens } = scanSync(asked.join(" "));
  for (const [at, word] of asked.entries()) keywordOfWord.set(word, KEYWORDS[tokens[at]?.keywordKind ?? 0] ?? "none");
}

/** The place in UTF-16 units of one in bytes of UTF-8, which the scanner and the parser count. */
export function indexesOfBytes(code: string): (byte: number) => number {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the whole of ASCII is meant.
  if (/^[\x00-\x7F]*$/.test(code)) return (byte) => byte;
  const indexes: number[] = [];
  let index = 0;
  for (const character of code) {
    for (let byte = Buffer.byteLength(character); byte > 0; byte--) indexes.push(index);
    index += character.length;
  }
  return (byte) => indexes[byte] ?? index;
}
