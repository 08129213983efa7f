/**
 * The tokens of usual SQL, as PostgreSQL's scanner finds them (`src/backend/parser/scan.l`, version 18). What is rare and has rules of
 * its own is left to the scanner itself: texts with a prefix or in two parts, numbers with exponents, comments within comments. Tests
 * compare the two.
 */

export interface UsualToken {
  /** Place in the code, in UTF-16 units. */
  start: number;
  end: number;
  kind: "comment" | "string" | "number" | "parameter" | "word" | "symbol";
}

/** To the scanner, whatever is not ASCII is a letter. */
const LETTER = "A-Za-z_\\u0080-\\ud7ff\\ue000-\\uffff";
const SIGN = "[~!@#^&|`?+\\-*/%<>=]";

/** In the order of the groups of `TOKEN`. */
const KINDS = ["comment", "string", "string", "number", "parameter", "word", "symbol"] as const;

const TOKEN = new RegExp(
  [
    "(--[^\\r\\n]*|/\\*[^*/]*(?:(?:\\*(?!/)|/(?!\\*))[^*/]*)*\\*/)",
    "('[^']*(?:''[^']*)*')",
    `(\\$(?<tag>(?:[${LETTER}][${LETTER}0-9]*)?)\\$[^]*?\\$\\k<tag>\\$)`,
    `(\\d{1,9}(?:\\.\\d+)?(?![${LETTER}\\d.$]))`,
    `(\\$\\d{1,9}(?![${LETTER}\\d$]))`,
    // A letter may be the prefix of a text.
    `((?![eEbBnNxX]'|[uU]&)[${LETTER}][${LETTER}0-9$]*|"[^"]+(?:""[^"]*)*")`,
    `((?:(?!--|/\\*)${SIGN})+|::|:=|\\.\\.|\\.(?!\\d)|[,()[\\];:])`,
  ].join("|"),
  "y",
);
/** The group of the tag between dollars is none of a kind. */
const GROUPS = [1, 2, 3, 5, 6, 7, 8] as const;

const BLANKS = /[ \t\n\r]*/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are meant.
const CONTROL = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/;
/** Longer names and operators are cut, or refused. */
const LONGEST = 60;

/** Undefined for code with anything that is not usual. */
export function scanUsual(code: string): UsualToken[] | undefined {
  if (CONTROL.test(code)) return undefined;
  const tokens: UsualToken[] = [];
  /** The last one that is no comment. */
  let last: UsualToken | undefined;
  for (let at = endOfBlanks(code, 0); at < code.length; ) {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(code);
    const kind = match && kindOf(match);
    if (!kind) return undefined;
    const text = kind === "symbol" ? operatorIn(match[0]) : match[0];
    const token = { start: at, end: at + text.length, kind };
    const isText = code[at] === "'";
    // Two texts in a row are one, or a mistake; so are two names in quotes without a blank between them.
    if (isText && last?.kind === "string" && code[last.start] === "'") return undefined;
    if (code[at] === '"' && last?.end === at && code[at - 1] === '"') return undefined;
    if ((kind === "symbol" || kind === "word") && text.length > LONGEST) return undefined;
    tokens.push(token);
    if (kind !== "comment") last = token;
    at = endOfBlanks(code, token.end);
  }
  return tokens;
}

function endOfBlanks(code: string, at: number): number {
  BLANKS.lastIndex = at;
  BLANKS.test(code);
  return BLANKS.lastIndex;
}

function kindOf(match: RegExpExecArray): UsualToken["kind"] | undefined {
  return KINDS[GROUPS.findIndex((group) => match[group] !== undefined)];
}

/** Of a run of signs: at its end, + and - belong to it only if it has signs that standard SQL does not know. */
function operatorIn(run: string): string {
  if (run.length === 1 || !/[+-]$/.test(run) || /[~!@#^&|`?%].*.$/.test(run)) return run;
  return run.replace(/(?<=.)[+-]+$/, "");
}
