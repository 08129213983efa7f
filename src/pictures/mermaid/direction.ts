/** Where a diagram runs to, as its text says. */
import type { Direction } from "./model.ts";

const DIRECTIONS: Record<string, Direction> = { TD: "down", TB: "down", BT: "up", LR: "right", RL: "left" };
/** What a flowchart's first line may say instead. */
const ARROWS_AS_DIRECTIONS: Record<string, Direction> = { v: "down", "^": "up", ">": "right", "<": "left" };

/** Downwards where nothing is said. */
export function directionOf(word = "TB"): Direction {
  return DIRECTIONS[word] ?? ARROWS_AS_DIRECTIONS[word] ?? "down";
}
