/** Names of SQLite's result codes, which node:sqlite gives as numbers: https://sqlite.org/rescode.html */
const PRIMARY = [
  ...["OK", "ERROR", "INTERNAL", "PERM", "ABORT", "BUSY", "LOCKED", "NOMEM", "READONLY", "INTERRUPT"],
  ...["IOERR", "CORRUPT", "NOTFOUND", "FULL", "CANTOPEN", "PROTOCOL", "EMPTY", "SCHEMA", "TOOBIG", "CONSTRAINT"],
  ...["MISMATCH", "MISUSE", "NOLFS", "AUTH", "FORMAT", "RANGE", "NOTADB", "NOTICE", "WARNING"],
];
const OF_CONSTRAINTS = [
  ...["", "CHECK", "COMMITHOOK", "FOREIGNKEY", "FUNCTION", "NOTNULL", "PRIMARYKEY", "TRIGGER", "UNIQUE", "VTAB"],
  ...["ROWID", "PINNED", "DATATYPE"],
];
const CONSTRAINT = PRIMARY.indexOf("CONSTRAINT");

/** `SQLITE_CONSTRAINT_UNIQUE` of 2067: extended codes have their primary one in the lowest byte. */
export function sqliteErrorName(code: number): string {
  const [primary, extension] = [code & 0xff, code >> 8];
  const name = `SQLITE_${PRIMARY[primary] ?? "ERROR"}`;
  const more = primary === CONSTRAINT ? OF_CONSTRAINTS[extension] : undefined;
  return more ? `${name}_${more}` : name;
}
