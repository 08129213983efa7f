/** A chart as its text describes it. Marks, channels and options have the names that Observable Plot gives them. */

import type { DrawingTable } from "../../content/drawing.ts";

export const MARKS = ["line", "dot", "areaY", "barY", "barX"] as const;
export type PlotMark = (typeof MARKS)[number];

export function isBar(mark: PlotMark): boolean {
  return mark === "barX" || mark === "barY";
}

export const SCALES = ["linear", "log", "utc", "band"] as const;
export type ScaleType = (typeof SCALES)[number];

export interface Channel {
  /** The name of the column, or of several. */
  columns: string[];
  label?: string;
  unit?: string;
  type?: ScaleType;
  /** The range that its axis has at least; if the second is lower, the axis is reversed. */
  domain?: [number, number];
  /** True for an axis that has 0 in it. */
  zero?: boolean;
}

/** Where a mark stands along the axis that is not measured: a number, a time in milliseconds, or a category's place. */
export interface Position {
  type: ScaleType;
  label: string;
  unit: string | undefined;
  domain: [number, number] | undefined;
  zero: boolean;
  /** Of a band scale, in their order. */
  categories: string[];
}

export interface Measured {
  type: "linear" | "log";
  label: string;
  unit: string | undefined;
  domain: [number, number] | undefined;
  zero: boolean;
}

export interface PlotPoint {
  at: number;
  /** Undefined if the cell is empty. */
  value: number | undefined;
}

export interface PlotSeries {
  name: string;
  points: PlotPoint[];
}

export interface Plot {
  mark: PlotMark;
  position: Position;
  measured: Measured;
  series: PlotSeries[];
  isStacked: boolean;
  /** The size of the area for marks, in units of a sketch. */
  width: number | undefined;
  height: number | undefined;
  /** For those who read numbers. */
  table: DrawingTable;
}
