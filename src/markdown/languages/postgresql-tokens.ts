/** SQL to the tokens that PostgreSQL's scanner sees in it. */
import { loadModule, scanSync } from "libpg-query";

export interface SqlToken {
  /** Place in the code, in UTF-16 units. */
  start: number;
  end: number;
  kind: "comment" | "string" | "number" | "parameter" | "word" | "symbol";
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
const keywordOfWord = new Map<string, Keyword>();

export function tokensOf(code: string): SqlToken[] {
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

/** As the scanner lists a word that stands alone. */
function keywordOf(word: string): Keyword {
  if (!/^[a-z_]+$/i.test(word)) return "none";
  const known = keywordOfWord.get(word.toLowerCase());
  if (known) return known;
  const keyword = KEYWORDS[scanSync(word).tokens[0]?.keywordKind ?? 0] ?? "none";
  keywordOfWord.set(word.toLowerCase(), keyword);
  return keyword;
}

/** The scanner counts bytes of UTF-8. */
function indexesOfBytes(code: string): (byte: number) => number {
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
