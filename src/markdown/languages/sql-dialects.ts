/** SQL that is not PostgreSQL's: what is a comment, a text and a name differs from one to the next. */
import type Prism from "prismjs";
import type { CodeRun } from "./code-run.ts";
import { grammarOf, runsByGrammar } from "./prism.ts";

interface Dialect {
  comment: RegExp;
  string: RegExp;
  /** A name in quotes, which may be any word. */
  name: RegExp;
  variable: RegExp;
  /** Words that Prism's list, which is mostly MySQL's, does not have. */
  keyword: RegExp;
}

const BLOCK = /\/\*[\s\S]*?\*\//.source;

const DIALECTS = {
  /** https://dev.mysql.com/doc/refman/9.4/en/language-structure.html */
  mysql: {
    comment: new RegExp(`${BLOCK}|#.*|--(?=\\s|$).*`, "m"),
    string: /(?:\b[nxb]|\b_\w+\s*)?(?:'(?:\\[\s\S]|''|[^'\\])*'|"(?:\\[\s\S]|""|[^"\\])*")/i,
    name: /`(?:``|[^`])*`/,
    variable: /@@?[\w.$]+|@`[^`]*`/,
    keyword: /\b(?:EACH|IGNORE|RECURSIVE|SIGNAL|SQLSTATE|UNSIGNED|WINDOW|ZEROFILL|JSON|LATERAL|RLIKE|STRAIGHT_JOIN)\b/i,
  },
  /** https://sqlite.org/lang_keywords.html; a name in brackets is Microsoft's, which SQLite reads too. */
  sqlite: {
    comment: new RegExp(`${BLOCK}|--.*`),
    string: /(?:\bx)?'(?:''|[^'])*'/i,
    name: /"(?:""|[^"])*"|`(?:``|[^`])*`|\[[^\]\n]*\]/,
    variable: /[:@$][a-z_]\w*|\?\d*/i,
    keyword:
      /\b(?:ABORT|ATTACH|AUTOINCREMENT|CONFLICT|DETACH|EACH|EXCLUSIVE|FAIL|GENERATED|GLOB|IMMEDIATE|INDEXED|INITIALLY|INSTEAD|MATERIALIZED|NOTHING|NOTNULL|ISNULL|PRAGMA|QUERY|RAISE|RECURSIVE|REGEXP|REINDEX|STRICT|VACUUM|VIRTUAL|WINDOW|WITHOUT|ROWID)\b/i,
  },
  /** https://learn.microsoft.com/sql/t-sql/language-reference; block comments nest. */
  tsql: {
    comment: /\/\*(?:[^*/]|\*(?!\/)|\/(?!\*)|\/\*[\s\S]*?\*\/)*\*\/|--.*/,
    string: /(?:\bN)?'(?:''|[^'])*'/i,
    name: /\[(?:\]\]|[^\]\n])*\]|"(?:""|[^"])*"/,
    variable: /@@?[\w$#]+/,
    keyword:
      /\b(?:CATCH|CLUSTERED|GO|NOCOUNT|NOLOCK|NVARCHAR|OUTPUT|THROW|TRY|UNIQUEIDENTIFIER|DATETIME2|DATETIMEOFFSET|MONEY|SYSNAME|OVER|NVARCHAR|XACT_ABORT)\b/i,
  },
  /** https://docs.oracle.com/en/database/oracle/oracle-database/26/sqlrf/Literals.html */
  plsql: {
    comment: new RegExp(`${BLOCK}|--.*`),
    string:
      /\b(?:n?q)'(?:\[[\s\S]*?\]|\{[\s\S]*?\}|<[\s\S]*?>|\([\s\S]*?\)|([^\s[{<(])[\s\S]*?\1)'|(?:\bn)?'(?:''|[^'])*'/i,
    name: /"[^"]*"/,
    variable: /(?<!:):[a-z_]\w*|:\d+/i,
    keyword:
      /\b(?:BODY|BULK|COLLECT|CONNECT|CONSTANT|DBMS_OUTPUT|DUAL|ELSIF|EXCEPTION|FORALL|MINUS|NUMBER|PACKAGE|PRAGMA|PRIOR|RAISE|RAW|RECORD|REF|ROWNUM|ROWTYPE|SYSDATE|VARCHAR2|NVARCHAR2|CLOB)\b/i,
  },
} satisfies Record<string, Dialect>;

/** Reads the code of one dialect. */
export function sqlDialect(name: keyof typeof DIALECTS): (code: string) => CodeRun[] {
  let grammar: Prism.Grammar | undefined;
  return (code) => {
    grammar ??= dialectGrammar(DIALECTS[name]);
    return runsByGrammar(code, grammar);
  };
}

function dialectGrammar({ comment, string, name, variable, keyword }: Dialect): Prism.Grammar {
  const { function: functions, keyword: known, boolean, operator } = grammarOf("sql");
  return {
    comment: { pattern: comment, greedy: true },
    string: { pattern: string, greedy: true },
    name: { pattern: name, greedy: true },
    variable,
    function: functions,
    // A column of another table's, whatever it is called.
    column: /(?<=[\w"`\]]\.)[a-z_]\w*/i,
    keyword: [known, keyword].flat().filter((pattern) => pattern !== undefined),
    boolean,
    number: /\b0x[\da-f]+\b|\b\d+(?:\.\d*)?(?:e[+-]?\d+)?\b|\B\.\d+\b/i,
    operator,
  };
}
