/** Reads the table of a chart: values between commas, semicolons or tabs (RFC 4180, a row a line), or a Markdown table. */
import type { GivenTable } from "../../content/drawing.ts";
import { didYouMean } from "../../content/problems/nearest-name.ts";

export interface TableRow {
  cells: string[];
  /** In the table's text, counted from 0. */
  line: number;
}

export interface ReadTable {
  columns: string[];
  rows: TableRow[];
}

export type Refuse = (line: number, message: string, hint?: string) => undefined;

const MOST_ROWS = 2000;
const MOST_COLUMNS = 40;

export function readTable(text: string, refuse: Refuse): ReadTable | undefined {
  const lines = text.split("\n").map((line, index) => ({ text: line.replace(/\r$/, ""), line: index }));
  const [head, ...rest] = lines.filter((line) => line.text.trim() !== "");
  if (!head) return refuse(0, "has no numbers", "write a row with the columns' names, and the numbers below it");
  const isMarkdown = head.text.includes("|");
  const cut = isMarkdown ? cellsOfMarkdown : cellsBetween(separatorOf(head.text));
  const columns = cut(head.text);
  if (!columns) return refuse(head.line, "has a quotation mark that is never closed", 'write " in quotes as ""');
  if (columns.length < 2) return refuse(head.line, "has one column only", "put commas, tabs or | between two of them");
  if (!areSound(columns, head.line, refuse)) return undefined;
  const below = isMarkdown ? rest.filter(({ text }) => !/^[\s|:-]+$/.test(text)) : rest;
  if (below.length === 0) return refuse(head.line, "has no row of numbers", "write them below the columns' names");
  const surplus = below[MOST_ROWS];
  if (surplus) return refuse(surplus.line, `has the row that is one more than ${MOST_ROWS}`, "put some together");
  const rows: TableRow[] = [];
  for (const row of below) {
    const cells = cut(row.text);
    if (!cells) refuse(row.line, "has a quotation mark that is never closed", 'write " in quotes as ""');
    else if (cells.length > columns.length) {
      const hint = isMarkdown ? "write \\| for a | in a cell" : "put a cell with a comma in quotes";
      refuse(row.line, `has a row of ${cells.length} cells, and there are ${columns.length} columns`, hint);
    } else rows.push({ cells: columns.map((_, index) => cells[index] ?? ""), line: row.line });
  }
  return { columns, rows };
}

/** A table that needs no reading, within the same bounds. */
export function takeTable({ columns, rows }: GivenTable, refuse: Refuse): ReadTable | undefined {
  if (!areSound(columns, 0, refuse)) return undefined;
  if (rows.length > MOST_ROWS) return refuse(0, `has more than ${MOST_ROWS} rows`, "put some together");
  return { columns, rows: rows.map((cells, line) => ({ cells, line })) };
}

function areSound(columns: string[], line: number, refuse: Refuse): boolean {
  const twice = columns.find((name, index) => columns.indexOf(name) !== index);
  if (columns.length > MOST_COLUMNS) refuse(line, `has more than ${MOST_COLUMNS} columns`, "leave some out");
  else if (twice !== undefined) refuse(line, `has two columns "${twice}"`, "give each a name of its own");
  else return true;
  return false;
}

/** The index of a column. A missing one is refused, with the nearest name. */
export function columnIn({ columns }: ReadTable, name: string, refuse: Refuse, line: number): number | undefined {
  const found = columns.indexOf(name);
  if (found >= 0) return found;
  const hint = didYouMean(name, columns) ?? `the columns are ${columns.map((each) => `"${each}"`).join(", ")}`;
  return refuse(line, `has no column "${name}"`, hint);
}

function separatorOf(line: string): string {
  return ["\t", ";"].find((separator) => line.includes(separator)) ?? ",";
}

function cellsBetween(separator: string): (line: string) => string[] | undefined {
  const cell = new RegExp(`\\s*(?:"((?:[^"]|"")*)"\\s*|([^"${separator}][^${separator}]*)?)(${separator}|$)`, "y");
  return (line) => {
    const cells: string[] = [];
    cell.lastIndex = 0;
    for (;;) {
      const [, quoted, plain = "", end] = cell.exec(line) ?? [];
      if (end === undefined) return undefined;
      cells.push(quoted === undefined ? plain.trim() : quoted.replace(/""/g, '"'));
      if (end === "") return cells;
    }
  };
}

function cellsOfMarkdown(line: string): string[] {
  const cells = line
    .trim()
    .replace(/^\||(?<!\\)\|$/g, "")
    .split(/(?<!\\)\|/);
  return cells.map((cell) => cell.trim().replace(/\\\|/g, "|"));
}
