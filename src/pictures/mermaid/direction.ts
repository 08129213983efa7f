/** The direction in which a diagram runs. */
import type { Direction } from "./model.ts";

const DIRECTIONS: Record<string, Direction> = { TD: "down", TB: "down", BT: "up", LR: "right", RL: "left" };
/** Arrows that the first line of a flowchart can have instead. */
const ARROWS_AS_DIRECTIONS: Record<string, Direction> = { v: "down", "^": "up", ">": "right", "<": "left" };

/** Downwards by default. */
export function directionOf(word = "TB"): Direction {
  return DIRECTIONS[word] ?? ARROWS_AS_DIRECTIONS[word] ?? "down";
}
