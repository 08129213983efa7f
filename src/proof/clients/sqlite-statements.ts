/** SQLite's SQL split into its statements, as `sqlite3_complete` tells their ends: https://sqlite.org/c3ref/complete.html */

export interface SqliteStatement {
  text: string;
  /** The line of the code on which it ends, counted from 0. */
  end: number;
}

/** Strings, names in quotes, comments, words and single characters. */
const TOKEN =
  /'(?:[^']|'')*'|"(?:[^"]|"")*"|`(?:[^`]|``)*`|\[[^\]]*\]|--[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|[\p{L}_$][\p{L}\p{N}_$]*|\s+|./gsu;
const TRIGGER = /^create (temp |temporary )?trigger\b/;

export function sqliteStatements(sql: string): SqliteStatement[] {
  const statements: SqliteStatement[] = [];
  let [start, line] = [0, 0];
  let words: string[] = [];
  const close = (at: number) => {
    if (words.length > 0) statements.push({ text: sql.slice(start, at).trim(), end: line });
    start = at;
    words = [];
  };
  for (const { 0: token, index } of sql.matchAll(TOKEN)) {
    line += token.split("\n").length - 1;
    const isSpace = /^(\s|--|\/\*)/.test(token);
    if (token === ";" && !isInTrigger(words)) close(index + 1);
    else if (!isSpace) words.push(token.toLowerCase());
  }
  // White space behind the last statement is no line of it.
  line = sql.trimEnd().split("\n").length - 1;
  close(sql.length);
  return statements;
}

/** The statements of a trigger end with semicolons too: it ends with one behind an `END` that stands behind another. */
function isInTrigger(words: string[]): boolean {
  if (!TRIGGER.test(words.slice(0, 3).join(" "))) return false;
  return !(words.at(-1) === "end" && words.at(-2) === ";");
}
