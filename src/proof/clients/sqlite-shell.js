/**
 * Runs SQLite's statements for `sqlite-session.ts`, in a process of its own that can be stopped. Its arguments are the database's
 * file and how many rows a result may have; each message is a statement, and is answered by what came of it.
 */
import { constants, DatabaseSync } from "node:sqlite";

const [, , file = "", mostRows = "0"] = process.argv;
const database = new DatabaseSync(file, { allowExtension: false });
// Node's permissions know nothing of the files that SQLite opens. VACUUM attaches one without a name.
database.setAuthorizer((action, name) =>
  action === constants.SQLITE_ATTACH && name !== "" && name !== ":memory:"
    ? constants.SQLITE_DENY
    : constants.SQLITE_OK,
);

process.on("message", (statement) => process.send?.(answerTo(String(statement))));

/** @param {string} sql */
function answerTo(sql) {
  try {
    const statement = database.prepare(sql);
    statement.setReadBigInts(true);
    statement.setReturnArrays(true);
    const columns = statement.columns().map(({ name }) => name);
    if (columns.length === 0) {
      statement.run();
      return {};
    }
    /** @type {unknown[][]} */
    const rows = [];
    for (const row of statement.iterate()) {
      rows.push(Object.values(row));
      if (rows.length > Number(mostRows)) break;
    }
    const isNumeric = columns.map((_, index) => rows.every((row) => isNumber(row[index]) || row[index] === null));
    return { columns, isNumeric, rows: rows.map((row) => row.map(textOf)) };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { error: { number: "errcode" in error ? Number(error.errcode) : 1, message: error.message } };
  }
}

/** @param {unknown} value */
function isNumber(value) {
  return typeof value === "bigint" || typeof value === "number";
}

/**
 * As SQL writes it, but for text.
 * @param {unknown} value
 */
function textOf(value) {
  if (value === null) return null;
  if (value instanceof Uint8Array) return `X'${Buffer.from(value).toString("hex").toUpperCase()}'`;
  if (typeof value !== "number") return String(value);
  if (!Number.isFinite(value)) return value > 0 ? "Inf" : "-Inf";
  const text = String(value);
  return /[.]/.test(text) ? text : text.replace(/^-?\d+/, "$&.0");
}
