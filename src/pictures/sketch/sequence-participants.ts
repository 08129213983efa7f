/** The heads of a sequence diagram's participants: boxes, and stick figures of those that are people. */
import type { Participant } from "../mermaid/model.ts";
import { drawShape } from "./shapes.ts";
import {
  type Box,
  linesHeight,
  type Mark,
  middleOf,
  outline,
  type Point,
  polyline,
  TEXT_SIZE,
  wordsAround,
} from "./sketch.ts";

const BOX_PAD = 9;
const FIGURE_HEIGHT = 34;

export function participantHeight({ label, isActor }: Participant): number {
  return linesHeight(label, TEXT_SIZE) + (isActor ? FIGURE_HEIGHT : 2 * BOX_PAD);
}

export function drawParticipant({ label, isActor }: Participant, box: Box): Mark[] {
  if (!isActor) return [...drawShape("rectangle", box), ...wordsAround(middleOf(box), label, TEXT_SIZE)];
  const height = linesHeight(label, TEXT_SIZE);
  const bottom = box.y + box.height;
  const middle = { x: box.x + box.width / 2, y: bottom - height / 2 };
  return [...drawFigure(middle.x, bottom - height - FIGURE_HEIGHT), ...wordsAround(middle, label, TEXT_SIZE)];
}

function drawFigure(x: number, top: number): Mark[] {
  const head = { x: x - 4.5, y: top, width: 9, height: 9 };
  const at = (moveX: number, moveY: number): Point => ({ x: x + moveX, y: top + moveY });
  const strokes = [
    [at(0, 9), at(0, 20)],
    [at(-8, 13), at(8, 13)],
    [at(-6, 30), at(0, 20), at(6, 30)],
  ];
  return [...drawShape("end", head).slice(0, 1), outline(strokes.map(polyline).join(""))];
}
