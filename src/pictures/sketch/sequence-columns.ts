/** How far apart the participants of a sequence diagram stand, so that what is said between them has room. */
import type { Sequence, SequenceStep } from "../mermaid/model.ts";
import { SMALL_SIZE, TEXT_SIZE } from "./sketch.ts";
import type { Measure } from "./words.ts";

export interface Column {
  id: string;
  /** Of its line. */
  x: number;
  /** Of its box at the top. */
  width: number;
}

/** Between two boxes at the top, and beside words. */
const GAP = 22;
export const NOTE_PAD = 10;
/** From a participant's line to a note beside it. */
export const NOTE_GAP = 10;
/** How far a message to oneself goes out. */
export const LOOP = 26;
const BOX_PAD = 13;
const NARROWEST = 54;

/** From left to right, in the order of the text; the first at half of its box's width. */
export function columnsOf({ participants, steps }: Sequence, measure: Measure): Column[] {
  const columns = participants.map(({ id, label }) => ({
    id,
    x: 0,
    width: Math.max(NARROWEST, measure.widest(label, TEXT_SIZE) + 2 * BOX_PAD),
  }));
  const indexOf = (id: string) => columns.findIndex((column) => column.id === id);
  const needs = steps.flatMap((step) => needsOf(step, indexOf, measure));
  columns.forEach((column, index) => {
    const before = columns[index - 1];
    column.x = before ? before.x + (before.width + column.width) / 2 + GAP : column.width / 2;
    for (const { from, to, room } of needs) {
      const start = columns[from];
      if (to === index && start) column.x = Math.max(column.x, start.x + room);
    }
  });
  return columns;
}

interface Need {
  from: number;
  to: number;
  /** Between the two lines. */
  room: number;
}

function needsOf(step: SequenceStep, indexOf: (id: string) => number, measure: Measure): Need[] {
  if (step.step !== "message" && step.step !== "note") return [];
  const width = measure.widest(step.label, SMALL_SIZE);
  if (step.step === "message") {
    const ends = [indexOf(step.from), indexOf(step.to)];
    const [from, to] = [Math.min(...ends), Math.max(...ends)];
    return from === to ? [{ from, to: from + 1, room: LOOP + width + GAP }] : [{ from, to, room: width + GAP + 8 }];
  }
  const [first = 0, last = first] = step.of.map(indexOf).toSorted((one, other) => one - other);
  const note = width + 2 * NOTE_PAD;
  if (step.side === "left") return [{ from: first - 1, to: first, room: note + 2 * NOTE_GAP }];
  if (step.side === "right") return [{ from: first, to: first + 1, room: note + 2 * NOTE_GAP }];
  if (first !== last) return [{ from: first, to: last, room: note - 2 * BOX_PAD }];
  const half = note / 2 + NOTE_GAP;
  return [
    { from: first - 1, to: first, room: half },
    { from: first, to: first + 1, room: half },
  ];
}
