/** Draws a sequence diagram: from the top downwards, a step below the other. */
import type { Label, Participant, Sequence, SequenceStep } from "../mermaid/model.ts";
import { drawHeadedLine } from "./heads.ts";
import { type Column, columnsOf, LOOP, NOTE_GAP, NOTE_PAD } from "./sequence-columns.ts";
import { drawShape } from "./shapes.ts";
import {
  type Box,
  linesHeight,
  type Mark,
  middleOf,
  outline,
  type Point,
  polyline,
  rectangle,
  type Sketch,
  SMALL_SIZE,
  TEXT_SIZE,
  wordsAround,
} from "./sketch.ts";
import type { Measure } from "./words.ts";

type Step<Name extends SequenceStep["step"]> = Extract<SequenceStep, { step: Name }>;

const BORDER = 2;
const BOX_PAD = 9;
/** Between two steps, and from words to their line. */
const STEP = 12;
const ABOVE_LINE = 5;
const FRAME_PAD = 10;
/** The tag with a block's word. */
const TAG = 18;
const BAR = 8;
/** A stick figure's height. */
const FIGURE = 34;
const DASHES = "5 3";

export function sketchSequence(sequence: Sequence, measure: Measure): Sketch {
  return new SequenceSketch(sequence, measure).draw();
}

interface Frame {
  top: number;
  tag: string;
  label: Label;
  left: number;
  right: number;
  dividers: { y: number; words: string[] }[];
}

class SequenceSketch {
  readonly #sequence: Sequence;
  readonly #measure: Measure;
  readonly #columns: Map<string, Column>;
  /** From the back to the front. */
  readonly #layers: Record<"lines" | "bars" | "frames" | "steps", Mark[]> = {
    lines: [],
    bars: [],
    frames: [],
    steps: [],
  };
  readonly #frames: Frame[] = [];
  /** Where the bars of a participant began that have not ended. */
  readonly #bars = new Map<string, number[]>();
  #y = 0;
  #left = Number.POSITIVE_INFINITY;
  #right = Number.NEGATIVE_INFINITY;

  constructor(sequence: Sequence, measure: Measure) {
    this.#sequence = sequence;
    this.#measure = measure;
    this.#columns = new Map(columnsOf(sequence, measure).map((column) => [column.id, column]));
  }

  draw(): Sketch {
    const heads = this.#drawParticipants();
    const top = this.#y;
    this.#y += STEP / 2;
    const { steps } = this.#sequence;
    for (const [index, step] of steps.entries()) this.#drawStep(step, steps[index + 1]);
    this.#y += STEP / 2;
    for (const { x } of this.#columns.values()) {
      this.#layers.lines.push(
        outline(
          polyline([
            { x, y: top },
            { x, y: this.#y },
          ]),
          { width: 0.7 },
        ),
      );
    }
    for (const id of this.#bars.keys()) while (this.#barsOf(id).length > 0) this.#endBar(id);
    const { lines, frames, bars, steps: drawn } = this.#layers;
    return {
      x: this.#left - BORDER,
      y: -BORDER,
      width: this.#right - this.#left + 2 * BORDER,
      height: this.#y + 2 * BORDER,
      marks: [...lines, ...frames, ...bars, ...drawn, ...heads],
    };
  }

  #drawStep(step: SequenceStep, next: SequenceStep | undefined): void {
    switch (step.step) {
      case "message":
        if (step.from === step.to) this.#drawLoop(step);
        else this.#drawMessage(step, next?.step === "activate" && next.of === step.to);
        break;
      case "note":
        this.#drawNote(step);
        break;
      case "activate":
        this.#barsOf(step.of).push(this.#y - STEP / 2);
        break;
      case "deactivate":
        this.#endBar(step.of);
        break;
      case "open":
        this.#openFrame(step);
        break;
      case "divide":
        this.#divideFrame(step);
        break;
      case "close":
        this.#closeFrame();
    }
  }

  #column(id: string): Column {
    const column = this.#columns.get(id);
    if (!column) throw new Error(`no place was found for ${id}`);
    return column;
  }

  /** Notes how far something reaches to both sides, for the sheet and for the frames around it. */
  #reach(left: number, right: number): void {
    this.#left = Math.min(this.#left, left);
    this.#right = Math.max(this.#right, right);
    for (const frame of this.#frames) {
      frame.left = Math.min(frame.left, left);
      frame.right = Math.max(frame.right, right);
    }
  }

  #drawParticipants(): Mark[] {
    const { participants } = this.#sequence;
    const heights = participants.map(({ label, isActor }) =>
      isActor ? FIGURE + linesHeight(label, TEXT_SIZE) : linesHeight(label, TEXT_SIZE) + 2 * BOX_PAD,
    );
    const bottom = Math.max(...heights);
    this.#y = bottom;
    return participants.flatMap((participant, index) => {
      const { x, width } = this.#column(participant.id);
      const height = heights[index] ?? 0;
      this.#reach(x - width / 2, x + width / 2);
      return drawParticipant(participant, { x: x - width / 2, y: bottom - height, width, height });
    });
  }

  #drawMessage({ from, to, label, dashed, head, both }: Step<"message">, beginsBar: boolean): void {
    this.#y += linesHeight(label, SMALL_SIZE) + ABOVE_LINE;
    const y = this.#y;
    const isRightwards = this.#column(from).x < this.#column(to).x;
    const side = isRightwards ? 1 : -1;
    const start = { x: this.#edgeOf(from, side, false), y };
    const end = { x: this.#edgeOf(to, -side, beginsBar), y };
    this.#drawArrow([start, end], { dashed, head, both });
    const middle = { x: (start.x + end.x) / 2, y: y - ABOVE_LINE - linesHeight(label, SMALL_SIZE) / 2 };
    this.#drawWords(middle, label);
    this.#reach(Math.min(start.x, end.x), Math.max(start.x, end.x));
    this.#y += STEP / 2;
  }

  /** A message to oneself: out, down and back, its words beside it. */
  #drawLoop({ from, label, dashed, head, both }: Step<"message">): void {
    const height = Math.max(18, linesHeight(label, SMALL_SIZE));
    const x = this.#edgeOf(from, 1, false);
    const [top, bottom] = [this.#y + 4, this.#y + 4 + height];
    const out = x + LOOP - BAR;
    this.#drawArrow(
      [
        { x, y: top },
        { x: out, y: top },
        { x: out, y: bottom },
        { x, y: bottom },
      ],
      { dashed, head, both },
    );
    const width = this.#measure.widest(label, SMALL_SIZE);
    this.#drawWords({ x: out + 6 + width / 2, y: (top + bottom) / 2 }, label);
    this.#reach(this.#column(from).x, out + 6 + width);
    this.#y = bottom + STEP / 2;
  }

  #drawArrow(points: Point[], { dashed, head, both }: Pick<Step<"message">, "dashed" | "head" | "both">): void {
    const heads = { head, tail: both ? head : "none" } as const;
    this.#layers.steps.push(...drawHeadedLine(points, heads, dashed ? { dash: DASHES } : {}));
  }

  #drawNote({ side, of, label }: Step<"note">): void {
    const xs = of.map((id) => this.#column(id).x);
    const [first, last] = [Math.min(...xs), Math.max(...xs)];
    const words = this.#measure.widest(label, SMALL_SIZE) + 2 * NOTE_PAD;
    const width = side === "over" ? Math.max(words, last - first + (last > first ? 2 * NOTE_PAD : 0)) : words;
    const left = { over: (first + last - width) / 2, right: last + NOTE_GAP, left: first - NOTE_GAP - width }[side];
    const box = { x: left, y: this.#y + 2, width, height: linesHeight(label, SMALL_SIZE) + 12 };
    this.#layers.steps.push(...drawShape("note", box));
    this.#drawWords(middleOf(box), label);
    this.#reach(box.x, box.x + box.width);
    this.#y = box.y + box.height + STEP / 2;
  }

  #openFrame({ block, label }: Step<"open">): void {
    this.#y += STEP / 2;
    this.#frames.push({
      top: this.#y,
      tag: block,
      label,
      left: Number.POSITIVE_INFINITY,
      right: Number.NEGATIVE_INFINITY,
      dividers: [],
    });
    this.#y += Math.max(TAG, linesHeight(label, SMALL_SIZE)) + STEP / 2;
  }

  #divideFrame({ word, label }: Step<"divide">): void {
    this.#y += STEP / 2;
    this.#frames.at(-1)?.dividers.push({ y: this.#y, words: [word, ...label] });
    this.#y += Math.max(TAG, linesHeight(label, SMALL_SIZE)) + STEP / 2;
  }

  /** A frame is as wide as what is in it, and at least as its words. */
  #closeFrame(): void {
    const frame = this.#frames.pop();
    if (!frame) return;
    const xs = [...this.#columns.values()].map(({ x }) => x);
    const [reachLeft, reachRight] =
      frame.left > frame.right ? [Math.min(...xs), Math.max(...xs)] : [frame.left, frame.right];
    const left = reachLeft - FRAME_PAD;
    const headings = [[frame.tag, ...frame.label], ...frame.dividers.map(({ words }) => words)];
    const widest = Math.max(...headings.map((words) => this.#headingWidth(words)));
    const right = Math.max(reachRight + FRAME_PAD, left + widest);
    this.#y += STEP / 2;
    const box = { x: left, y: frame.top, width: right - left, height: this.#y - frame.top };
    const marks = this.#layers.frames;
    marks.push(outline(rectangle(box), { width: 0.7 }));
    this.#drawHeading([frame.tag, ...frame.label], left, frame.top, true);
    for (const { y, words } of frame.dividers) {
      marks.push(
        outline(
          polyline([
            { x: left, y },
            { x: right, y },
          ]),
          { width: 0.7, dash: DASHES },
        ),
      );
      this.#drawHeading(words, left, y, false);
    }
    this.#reach(left, right);
    this.#y += STEP / 2;
  }

  #headingWidth([tag = "", ...label]: string[]): number {
    return this.#measure.width(tag, SMALL_SIZE, true) + this.#measure.widest(label, SMALL_SIZE) + 32;
  }

  /** A block's word, and beside it what its author says of it. */
  #drawHeading([tag = "", ...label]: string[], left: number, top: number, isFramed: boolean): void {
    const width = this.#measure.width(tag, SMALL_SIZE, true) + 12;
    const box = { x: left, y: top, width, height: TAG };
    const ground = isFramed ? box : { ...box, x: box.x + 3, y: box.y + 1, width: width - 6, height: TAG - 2 };
    const look = isFramed ? ({ width: 0.7, fill: "paper" } as const) : ({ stroke: "none", fill: "paper" } as const);
    this.#layers.steps.push(outline(rectangle(ground), look));
    this.#layers.steps.push(...wordsAround(middleOf(box), [tag], SMALL_SIZE, true));
    const height = Math.max(TAG, linesHeight(label, SMALL_SIZE));
    const middle = { x: left + width + 8 + this.#measure.widest(label, SMALL_SIZE) / 2, y: top + height / 2 };
    this.#drawWords(middle, label);
  }

  /** Words with paper behind them, since lines of participants run through their place. */
  #drawWords(middle: Point, label: Label): void {
    if (label.length === 0) return;
    const width = this.#measure.widest(label, SMALL_SIZE) + 4;
    const height = linesHeight(label, SMALL_SIZE);
    const ground = { x: middle.x - width / 2, y: middle.y - height / 2, width, height };
    this.#layers.steps.push(outline(rectangle(ground), { stroke: "none", fill: "paper" }));
    this.#layers.steps.push(...wordsAround(middle, label, SMALL_SIZE));
  }

  #barsOf(id: string): number[] {
    const known = this.#bars.get(id) ?? [];
    this.#bars.set(id, known);
    return known;
  }

  /** The side of a participant's innermost bar, or its line where it has none. */
  #edgeOf(id: string, side: number, beginsBar: boolean): number {
    const bars = this.#barsOf(id).length + (beginsBar ? 1 : 0);
    const { x } = this.#column(id);
    return bars === 0 ? x : x + ((bars - 1) * BAR) / 2 + (side * BAR) / 2;
  }

  /** Bars in bars stand half a bar further to the right. */
  #endBar(id: string): void {
    const bars = this.#barsOf(id);
    const top = bars.pop();
    if (top === undefined) return;
    const { x } = this.#column(id);
    const bottom = Math.max(this.#y - STEP / 2, top + STEP / 2);
    const box = { x: x + (bars.length * BAR) / 2 - BAR / 2, y: top, width: BAR, height: bottom - top };
    this.#layers.bars.push(outline(rectangle(box), { fill: "paper" }));
    this.#reach(box.x, box.x + BAR);
  }
}

function drawParticipant({ label, isActor }: Participant, box: Box): Mark[] {
  if (!isActor) return [...drawShape("rectangle", box), ...wordsAround(middleOf(box), label, TEXT_SIZE)];
  const height = linesHeight(label, TEXT_SIZE);
  const bottom = box.y + box.height;
  const middle = { x: box.x + box.width / 2, y: bottom - height / 2 };
  return [...drawFigure(middle.x, bottom - height - FIGURE), ...wordsAround(middle, label, TEXT_SIZE)];
}

/** A person of a few strokes. */
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
