/** Recognises SQL of other databases by what PostgreSQL does not have. */

const STRING_OR_REMARK = /'(?:''|[^'])*'|"[^"\n]*"|--.*|\/\*[\s\S]*?\*\//g;

/** By the names of dialects in code blocks; the first match wins. */
const FEATURES: [dialect: string, RegExp][] = [
  [
    "tsql",
    /\bSELECT\s+(?:DISTINCT\s+)?TOP\b|^\s*GO\s*$|\bNVARCHAR\b|\bIDENTITY\s*\(\s*\d|(?<!@)@@?[a-z]\w*\s+(?:AS\s+)?(?:N?VARCHAR|INT|BIT|DATETIME|TABLE|DECIMAL)\b|\bDECLARE\s+@|\bWITH\s*\(\s*NOLOCK\s*\)|(?<![\w\])])\[[a-z_][\w ]*\](?=\s*[.,)=(]|\s+(?:FROM|WHERE|AS|INT|VARCHAR|NOT)\b|\s*$)|\bEXEC\s+\w|\bGETDATE\s*\(|\bOUTPUT\s+INSERTED\b|\bBEGIN\s+TRY\b|\bCROSS\s+APPLY\b/im,
  ],
  [
    "sqlite",
    /\bAUTOINCREMENT\b|^\s*PRAGMA\b|\bWITHOUT\s+ROWID\b|\bINSERT\s+OR\s+(?:REPLACE|IGNORE|ABORT|FAIL|ROLLBACK)\b|^\s*(?:ATTACH|DETACH)\s+(?:DATABASE\b|')|^\s*\.(?:tables|schema|mode|headers|import|open|dump|read)\b|\bGLOB\s|\)\s*STRICT\s*;?|\bCREATE\s+VIRTUAL\s+TABLE\b|\?\d+\b/im,
  ],
  [
    "plsql",
    /\bVARCHAR2\b|\bNVARCHAR2\b|\bNUMBER\s*\(|\bROWNUM\b|\bCONNECT\s+BY\b|\(\s*\+\s*\)|\bMINUS\s+SELECT\b|\bDBMS_\w+|^\s*\/\s*$|\bSYSDATE\b|\bCREATE\s+(?:OR\s+REPLACE\s+)?PACKAGE\b|\b(?:FUNCTION|PROCEDURE)\s+\w+[^;]*?\b(?:IS|AS)\s+BEGIN\b|%(?:ROW)?TYPE\b|(?<![:\w]):(?:new|old)\.|\bq'[[({<!]/im,
  ],
  [
    "mysql",
    /`|\bAUTO_INCREMENT\b|\bENGINE\s*=|\bLIMIT\s+\d+\s*,|\bON\s+DUPLICATE\s+KEY\b|\bREPLACE\s+INTO\b|\bINSERT\s+IGNORE\b|\bUNSIGNED\b|\b(?:TINY|MEDIUM)INT\b|^\s*(?:SHOW\s+(?:TABLES|DATABASES|CREATE|COLUMNS|INDEX|ENGINE|PROCESSLIST|VARIABLES)|DESCRIBE|DESC|USE|DELIMITER)\b|\bSTRAIGHT_JOIN\b|\bGROUP_CONCAT\s*\([^)]*\bSEPARATOR\b|\bCHARSET\b|\bRLIKE\b|\bLOAD\s+DATA\b|\bSELECT\s+@|\bSET\s+@|^\s*#|\bUPDATE\b[^;]*\bORDER\s+BY\b|\b(?:UPDATE|DELETE)\b[^;]*\bLIMIT\b|\bMODIFY\s+COLUMN\b|\bDIV\s+\d/im,
  ],
];

/** The likely dialect of SQL that PostgreSQL refuses, for a message. */
export function sqlDialectOf(code: string): string | undefined {
  const words = code.replace(STRING_OR_REMARK, (text) => (/^['"]/.test(text) ? "''" : ""));
  return FEATURES.find(([, feature]) => feature.test(words))?.[0];
}
