import type { Label } from "../mermaid/model.ts";
import { linesHeight, type Mark, outline, type Point, rectangle, SMALL_SIZE, wordsAround } from "./sketch.ts";
import type { Measure } from "./words.ts";

/** Words with paper behind them, since the lines of participants run through their place. */
export function labelOnPaper(middle: Point, label: Label, measure: Measure): Mark[] {
  if (label.length === 0) return [];
  const width = measure.widest(label, SMALL_SIZE) + 4;
  const height = linesHeight(label, SMALL_SIZE);
  const paper = { x: middle.x - width / 2, y: middle.y - height / 2, width, height };
  return [outline(rectangle(paper), { stroke: "none", fill: "paper" }), ...wordsAround(middle, label, SMALL_SIZE)];
}
