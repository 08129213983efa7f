/**
 * PostgreSQL's SQL, read by PostgreSQL's own scanner and parser (libpg-query): the scanner says where each token ends, and the
 * parser whether a word that could be a keyword is one where it stands, or the name of a column.
 */
import type { CodeRun } from "./code-run.ts";
import { namesIn } from "./postgresql-names.ts";
import { type SqlToken, tokensOf } from "./postgresql-tokens.ts";

const ROLE_OF_KIND: Partial<Record<SqlToken["kind"], string>> = {
  comment: "c",
  string: "s",
  number: "n",
  parameter: "p",
};

/** The whole of the code as runs, in its order; code that is no SQL at all comes back as plain text in the main. */
export function postgresqlRuns(code: string): CodeRun[] {
  const tokens = tokensOf(code);
  const names = namesIn(code, tokens);
  const runs: CodeRun[] = [];
  const add = (role: string | undefined, text: string) => {
    const last = runs.at(-1);
    if (last && last.role === role && role === undefined) last.text += text;
    else if (text) runs.push({ role, text });
  };
  let end = 0;
  for (const token of tokens) {
    add(undefined, code.slice(end, token.start));
    const role = ROLE_OF_KIND[token.kind] ?? names.get(token) ?? (token.keyword === "none" ? undefined : "k");
    add(role === "name" ? undefined : role, code.slice(token.start, token.end));
    end = token.end;
  }
  add(undefined, code.slice(end));
  return runs;
}
