/** The numbers of a chart as a table. */
import type { DrawingTable } from "../content/drawing.ts";
import { escapeMarkup } from "../content/text/escape.ts";

/** `scope` and `right` are the attributes of a column's name and of a number. */
export function drawingTableHtml({ columns, rows, isNumber }: DrawingTable, scope: string, right: string): string {
  const cell = (name: string, attributes: string) => (text: string, column: number) =>
    `<${name}${attributes}${isNumber[column] ? right : ""}>${escapeMarkup(text)}</${name}>`;
  const body = rows.map((row) => `<tr>${row.map(cell("td", "")).join("")}</tr>\n`).join("");
  return `<table>\n<thead>\n<tr>${columns.map(cell("th", scope)).join("")}</tr>\n</thead>\n<tbody>\n${body}</tbody>\n</table>\n`;
}
