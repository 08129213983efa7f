/**
 * Splits SQL into its statements without PostgreSQL's parser: in a page. A statement that is split wrongly gives another
 * result than the page's, and such a sample is not offered.
 */

/** Where a semicolon ends nothing: comments, quoted texts and names, dollar-quoted bodies; then a word, then anything else. */
const TOKEN =
  /--[^\n]*|\/\*[\s\S]*?\*\/|[eE]'(?:\\[\s\S]|''|[^'\\])*'|'(?:''|[^'])*'|"(?:""|[^"])*"|(\$(?:[A-Za-z_]\w*)?\$)[\s\S]*?\1|[A-Za-z_][\w$]*|[\s\S]/g;

/** Without their semicolons; none is empty. */
export function splitStatements(sql: string): string[] {
  const statements: string[] = [];
  let statement = "";
  let hasCode = false;
  // BEGIN ATOMIC … END has statements of its own, and CASE … END may be among them.
  let depth = 0;
  let before = "";
  for (const [token] of sql.matchAll(TOKEN)) {
    const word = token.toUpperCase();
    if (token === ";" && depth === 0) {
      if (hasCode) statements.push(statement.trim());
      [statement, hasCode] = ["", false];
      continue;
    }
    if (word === "ATOMIC" && before === "BEGIN") depth = 1;
    else if (depth > 0 && word === "CASE") depth++;
    else if (depth > 0 && word === "END") depth--;
    if (/^\w/.test(token)) before = word;
    hasCode ||= !/^(\s|--|\/\*)/.test(token);
    statement += token;
  }
  if (hasCode) statements.push(statement.trim());
  return statements;
}
