/** An entity or a class of a diagram: its name over the rows of its parts. */
import {
  type Box,
  linesHeight,
  type Mark,
  outline,
  polyline,
  rectangle,
  SMALL_SIZE,
  TEXT_SIZE,
  wordsAround,
} from "./sketch.ts";
import type { Measure } from "./words.ts";

const PAD = 9;
/** Between two columns, and above and below the words of a row. */
const GAP = 12;
const ROW_PAD = 2;
const ROW = linesHeight([""], SMALL_SIZE) + 2 * ROW_PAD;

export function tableSize(
  name: { width: number; height: number },
  sections: string[][][],
  measure: Measure,
): { width: number; height: number } {
  const inRows = sections.map((rows) => rowWidth(columnWidths(rows, measure)));
  return {
    width: Math.max(70, name.width * 1.06 + 2 * PAD, ...inRows.map((width) => width + 2 * PAD)),
    height: name.height + 2 * PAD + sections.reduce((sum, rows) => sum + heightOf(rows), 0),
  };
}

export function drawTable(name: string[], sections: string[][][], box: Box, measure: Measure): Mark[] {
  const filled = sections.filter((rows) => rows.length > 0);
  // A name without rows is centred, as its box may have grown for arrows.
  const head = filled.length > 0 ? linesHeight(name, TEXT_SIZE) + 2 * PAD : box.height;
  let top = box.y + head;
  const parts = filled.flatMap((rows) => {
    const rule = [
      { x: box.x, y: top },
      { x: box.x + box.width, y: top },
    ];
    const marks = [
      outline(polyline(rule), { width: 0.7 }),
      ...drawRows(rows, { x: box.x + PAD, y: top + ROW_PAD }, measure),
    ];
    top += heightOf(rows);
    return marks;
  });
  const middle = { x: box.x + box.width / 2, y: box.y + head / 2 };
  return [outline(rectangle(box), { fill: "paper" }), ...wordsAround(middle, name, TEXT_SIZE, true), ...parts];
}

function heightOf(rows: string[][]): number {
  return rows.length > 0 ? rows.length * ROW + 2 * ROW_PAD : 0;
}

function rowWidth(columns: number[]): number {
  return columns.reduce((sum, width) => sum + (width > 0 ? width + GAP : 0), -GAP);
}

function drawRows(rows: string[][], { x, y }: { x: number; y: number }, measure: Measure): Mark[] {
  const widths = columnWidths(rows, measure);
  return rows.flatMap((cells, row) => {
    let left = x;
    return widths.flatMap((width, column) => {
      const cell = cells[column] ?? "";
      const middle = { x: left + measure.width(cell, SMALL_SIZE) / 2, y: y + (row + 0.5) * ROW };
      if (width > 0) left += width + GAP;
      return cell ? wordsAround(middle, [cell], SMALL_SIZE) : [];
    });
  });
}

/** A column that is empty in every row takes no room. */
function columnWidths(rows: string[][], measure: Measure): number[] {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  return Array.from({ length: columns }, (_, column) =>
    Math.max(0, ...rows.map((row) => measure.width(row[column] ?? "", SMALL_SIZE))),
  );
}
