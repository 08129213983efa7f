/** Reads the text of a chart: a head, a line of ---, and a table of numbers; every number of its columns is drawn, or a problem names it. */
import type { GivenTable } from "../../content/drawing.ts";
import type { Problem } from "../../content/problems/problem.ts";
import { failure, type Result, success } from "../../content/problems/result.ts";
import type { TextStart } from "../mermaid/reader.ts";
import {
  isBar,
  type Measured,
  type Plot,
  type PlotPoint,
  type PlotSeries,
  type Position,
  type ScaleType,
} from "./plot.ts";
import { type PlotHead, readHead } from "./plot-head.ts";
import { columnIn, type ReadTable, type Refuse, readTable, takeTable } from "./plot-table.ts";
import { isNothing, isYear, numberHint, numberIn, timeIn } from "./plot-values.ts";

const MOST_SERIES = 6;
const MOST_BARS = 60;

/** A table in a file of its own; the text has only the head then. */
export interface TableFile extends TextStart {
  text: string;
}

/** `given` is the table, if the text has only the head. Problems of a table that is not a file name the line above the text. */
export function readPlot(text: string, start: TextStart, given?: TableFile | GivenTable): Result<Plot> {
  const problems: Problem[] = [];
  const refuseIn =
    ({ file, line: first }: TextStart): Refuse =>
    (line, message, hint) => {
      problems.push({ file, line: first + line, message, ...(hint && { hint }) });
      return undefined;
    };
  const lines = text.split("\n");
  const fence = lines.findIndex((line) => /^---\s*$/.test(line));
  const end = fence < 0 ? lines.length : fence;
  const refuse = refuseIn(start);
  const [file, rows] = given && "rows" in given ? [undefined, given] : [given, undefined];
  const inTable = file
    ? refuseIn(file)
    : rows
      ? (_line: number, message: string, hint?: string) => refuse(-1, message, hint)
      : refuseIn({ ...start, line: start.line + end + 1 });
  const below = lines.slice(end + 1).join("\n");
  if (given && below.trim() !== "")
    refuse(end + 1, `has a table of its own beside that of its ${file ? "file" : "samples"}`, "leave one of them out");
  const head =
    fence < 0 && !given
      ? refuse(0, "has no line of --- between its head and its table")
      : readHead(lines.slice(0, end).join("\n"), refuse);
  const table = head && (rows ? takeTable(rows, inTable) : readTable(file?.text ?? below, inTable));
  const reader = head && table && new PlotReader(head, table, refuse, inTable);
  const plot = reader?.read();
  // What was left out above would only be missed again.
  if (plot && problems.length === 0) reader?.check(plot);
  return plot && problems.length === 0 ? success(plot) : failure(...problems);
}

class PlotReader {
  readonly #head: PlotHead;
  readonly #table: ReadTable;
  readonly #refuse: Refuse;
  readonly #inTable: Refuse;

  constructor(head: PlotHead, table: ReadTable, refuse: Refuse, inTable: Refuse) {
    this.#head = head;
    this.#table = table;
    this.#refuse = refuse;
    this.#inTable = inTable;
  }

  read(): Plot | undefined {
    const { mark, z, stack, width, height } = this.#head;
    const isSideways = mark === "barX";
    const [along, values] = isSideways ? [this.#head.y, this.#head.x] : [this.#head.x, this.#head.y];
    const at = along.columns.map((name) => columnIn(this.#table, name, this.#refuse, along.line));
    const measured = values.columns.map((name) => columnIn(this.#table, name, this.#refuse, values.line));
    const group = z && columnIn(this.#table, z.column, this.#refuse, z.line);
    if (along.columns.length > 1) {
      return this.#refuse(
        along.line,
        `has several columns for ${isSideways ? "y" : "x"}`,
        "name one; the other axis may have several",
      );
    }
    if (z && values.columns.length > 1) {
      return this.#refuse(z.line, "has z and several columns of numbers", "leave one of the two out");
    }
    const place = at[0];
    if (place === undefined || measured.includes(undefined) || (z && group === undefined)) return undefined;
    const columns = measured.filter((column) => column !== undefined);
    const position = this.#position(place);
    if (!position) return undefined;
    const series =
      group === undefined ? this.#byColumn(place, columns, position) : this.#byGroup(place, columns, group, position);
    return {
      ...{ mark, position, series, width, height },
      measured: this.#measured(),
      isStacked: mark === "areaY" ? series.length > 1 : stack?.isOn === true,
      table: this.#shown(place, columns, group),
    };
  }

  /** What stands along the axis is what all of its cells are: times, numbers, or else categories. */
  #position(column: number): Position | undefined {
    const { mark, x, y } = this.#head;
    const channel = mark === "barX" ? y : x;
    const cells = this.#table.rows.map(({ cells }) => cells[column] ?? "").filter((cell) => !isNothing(cell));
    const isBars = mark === "barX" || mark === "barY";
    const usual: ScaleType = cells.every((cell) => timeIn(cell) !== undefined && !isYear(cell))
      ? "utc"
      : cells.every((cell) => numberIn(cell) !== undefined)
        ? "linear"
        : "band";
    const type = isBars ? "band" : (channel.type ?? usual);
    if (isBars && channel.type !== undefined && channel.type !== "band") {
      const hint = "leave its type out, or draw a line";
      return this.#refuse(channel.line, `has bars on a scale of the type ${channel.type}`, hint);
    }
    // An axis of dates needs no title.
    const name = cells.every((cell) => timeIn(cell) !== undefined) ? "" : channel.columns[0];
    return {
      ...{ type, label: channel.label ?? name ?? "", unit: channel.unit, domain: channel.domain },
      zero: channel.zero ?? false,
      categories: type === "band" ? [...new Set(cells)] : [],
    };
  }

  #measured(): Measured {
    const { mark, x, y } = this.#head;
    const { type = "linear", label, unit, domain, zero, columns, line } = mark === "barX" ? x : y;
    if (type !== "linear" && type !== "log") {
      this.#refuse(line, `has numbers on a scale of the type ${type}`, "linear and log are scales of numbers");
    }
    // Lengths and areas can be compared only if they begin at 0.
    const isFilled = mark !== "line" && mark !== "dot";
    if (isFilled && type === "log") {
      this.#refuse(line, `has ${mark} on a log scale, which has no 0 to begin at`, "draw dots or a line");
    }
    if (isFilled && domain && Math.min(...domain) > 0) {
      this.#refuse(line, `has ${mark} that would not begin at 0`, "begin the domain at 0, or draw dots or a line");
    }
    return {
      ...{ type: type === "log" ? "log" : "linear", unit, domain },
      label: label ?? (columns.length === 1 ? (columns[0] ?? "") : ""),
      zero: isFilled || (zero ?? false),
    };
  }

  #byColumn(place: number, columns: number[], position: Position): PlotSeries[] {
    return columns.map((column) => ({
      name: this.#table.columns[column] ?? "",
      points: this.#points(this.#table.rows, place, column, position),
    }));
  }

  #byGroup(place: number, [column = 0]: number[], group: number, position: Position): PlotSeries[] {
    const names = [...new Set(this.#table.rows.map(({ cells }) => cells[group] ?? ""))];
    return names.map((name) => {
      const rows = this.#table.rows.filter(({ cells }) => cells[group] === name);
      return { name, points: this.#points(rows, place, column, position) };
    });
  }

  /** In the order of the axis. */
  #points(rows: ReadTable["rows"], place: number, column: number, position: Position): PlotPoint[] {
    const seen = new Set<number>();
    const points = rows.flatMap(({ cells, line }) => {
      const at = this.#placeOf(cells[place] ?? "", place, position, line);
      const value = this.#valueOf(cells[column] ?? "", column, line);
      if (at === undefined) return [];
      if (seen.has(at) && this.#head.mark !== "dot") {
        const hint = this.#head.z
          ? "leave one of them out"
          : "leave one out, or name the column that tells them apart: z: …";
        this.#inTable(line, `has "${cells[place]}" twice`, hint);
      }
      seen.add(at);
      return [{ at, value }];
    });
    return points.toSorted((one, other) => one.at - other.at);
  }

  #placeOf(cell: string, column: number, { type, categories }: Position, line: number): number | undefined {
    const name = this.#table.columns[column] ?? "";
    if (isNothing(cell))
      return this.#inTable(line, `has nothing in "${name}"`, "write where it stands, or leave the row out");
    if (type === "band") return categories.indexOf(cell);
    const value = type === "utc" ? timeIn(cell) : numberIn(cell);
    if (value === undefined) {
      const kind = type === "utc" ? "date" : "number";
      return this.#inTable(
        line,
        `has "${cell}" in "${name}", which is no ${kind}`,
        type === "utc" ? "write 2024-05-01" : numberHint(cell),
      );
    }
    if (type === "log" && value <= 0) return this.#inTable(line, `has ${cell} in "${name}", which no log scale has`);
    return value;
  }

  #valueOf(cell: string, column: number, line: number): number | undefined {
    if (isNothing(cell)) return undefined;
    const name = this.#table.columns[column] ?? "";
    const value = numberIn(cell);
    if (value === undefined)
      return this.#inTable(line, `has "${cell}" in "${name}", which is no number`, numberHint(cell));
    const { x, y, mark } = this.#head;
    if ((mark === "barX" ? x : y).type === "log" && value <= 0) {
      return this.#inTable(
        line,
        `has ${cell} in "${name}", which no log scale has`,
        "leave it out, or take type: linear",
      );
    }
    return value;
  }

  #shown(place: number, columns: number[], group: number | undefined): Plot["table"] {
    const shown = [place, ...(group === undefined ? [] : [group]), ...columns];
    const { x, y, mark } = this.#head;
    const unit = (mark === "barX" ? x : y).unit;
    const nameOf = (column: number) => {
      const name = this.#table.columns[column] ?? "";
      return unit && columns.includes(column) ? `${name} (${unit})` : name;
    };
    return {
      columns: shown.map(nameOf),
      rows: this.#table.rows.map(({ cells }) => shown.map((column) => cells[column] ?? "")),
      isNumber: shown.map((column) => columns.includes(column)),
    };
  }

  /** What can be said of a chart as a whole. */
  check({ mark, series, position, isStacked }: Plot): void {
    const { line, z, stack, x, y } = this.#head;
    const values = series.flatMap(({ points }) => points.flatMap(({ value }) => value ?? []));
    const at = z?.line ?? (mark === "barX" ? x : y).line;
    if (values.length === 0) this.#refuse(at, "has no number in its column", "write one at least");
    if (series.length > MOST_SERIES) {
      this.#refuse(
        at,
        `has ${series.length} series, and ${MOST_SERIES} can be told apart`,
        "draw fewer, or a chart for each",
      );
    }
    if (isBar(mark) && position.categories.length > MOST_BARS) {
      this.#refuse(
        line,
        `has ${position.categories.length} bars, and ${MOST_BARS} can be told apart`,
        "draw a line or an area",
      );
    }
    if (stack && !isBar(mark))
      this.#refuse(stack.line, `says stack of a ${mark}`, "bars are stacked; areas always are");
    if (mark === "areaY" && isStacked && values.some((value) => value < 0)) {
      this.#refuse(at, "has negative numbers in areas on one another", "draw lines");
    }
    if (mark === "areaY" && isStacked && series.some(({ points }) => points.some(({ value }) => value === undefined))) {
      this.#refuse(at, "has gaps in areas on one another", "write 0 where there is nothing, or draw lines");
    }
    if (
      mark === "areaY" &&
      isStacked &&
      new Set(series.map(({ points }) => points.map(({ at }) => at).join())).size > 1
    ) {
      this.#refuse(
        at,
        "has areas on one another that don't stand at the same places",
        "give each series a row for each place",
      );
    }
  }
}
