/** Draws a sequence diagram: from the top downwards, each step below the one before. */
import type { Label, Sequence, SequenceStep } from "../mermaid/model.ts";
import { drawHeadedLine } from "./heads.ts";
import { BAR_WIDTH, Bars } from "./sequence-bars.ts";
import { type Column, columnsOf, LOOP, NOTE_GAP, NOTE_PAD } from "./sequence-columns.ts";
import { DASHES, Frames, headingHeight } from "./sequence-frames.ts";
import { labelOnPaper } from "./sequence-labels.ts";
import { drawParticipant, participantHeight } from "./sequence-participants.ts";
import { drawShape } from "./shapes.ts";
import {
  linesHeight,
  type Mark,
  middleOf,
  outline,
  type Point,
  polyline,
  rectangle,
  type Sketch,
  SMALL_SIZE,
} from "./sketch.ts";
import type { Measure } from "./words.ts";

type Step<Name extends SequenceStep["step"]> = Extract<SequenceStep, { step: Name }>;

const BORDER = 2;
/** Half of what is between two steps. */
const HALF_STEP = 6;
/** Between words and the line below them. */
const ABOVE_LINE = 5;

export function sketchSequence(sequence: Sequence, measure: Measure): Sketch {
  return new SequenceSketch(sequence, measure).draw();
}

class SequenceSketch {
  readonly #sequence: Sequence;
  readonly #measure: Measure;
  readonly #columns: Map<string, Column>;
  readonly #bars = new Bars();
  readonly #frames: Frames;
  /** From the back to the front. */
  readonly #layers: Record<"lines" | "frames" | "bars" | "steps", Mark[]> = {
    lines: [],
    frames: [],
    bars: [],
    steps: [],
  };
  /** Where the next step begins. */
  #y = 0;
  #left = Number.POSITIVE_INFINITY;
  #right = Number.NEGATIVE_INFINITY;

  constructor(sequence: Sequence, measure: Measure) {
    this.#sequence = sequence;
    this.#measure = measure;
    this.#columns = new Map(columnsOf(sequence, measure).map((column) => [column.id, column]));
    this.#frames = new Frames(measure);
  }

  draw(): Sketch {
    const heads = this.#drawParticipants();
    const top = this.#y;
    this.#y += HALF_STEP;
    const { steps } = this.#sequence;
    for (const [index, step] of steps.entries()) this.#drawStep(step, steps[index + 1]);
    this.#y += HALF_STEP;
    for (const { x } of this.#columns.values()) {
      const ends = [top, this.#y].map((y) => ({ x, y }));
      this.#layers.lines.push(outline(polyline(ends), { width: 0.7 }));
    }
    for (const id of this.#bars.open) this.#endBar(id);
    return {
      x: this.#left - BORDER,
      y: -BORDER,
      width: this.#right - this.#left + 2 * BORDER,
      height: this.#y + 2 * BORDER,
      marks: [...Object.values(this.#layers).flat(), ...heads],
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
        this.#bars.begin(step.of, this.#y - HALF_STEP);
        break;
      case "deactivate":
        this.#endBar(step.of);
        break;
      case "open":
        this.#y += HALF_STEP;
        this.#frames.open({ word: step.block, label: step.label, top: this.#y });
        this.#y += headingHeight(step.label) + HALF_STEP;
        break;
      case "divide":
        this.#y += HALF_STEP;
        this.#frames.branch({ word: step.word, label: step.label, top: this.#y });
        this.#y += headingHeight(step.label) + HALF_STEP;
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
    this.#frames.reach(left, right);
  }

  #drawParticipants(): Mark[] {
    const { participants } = this.#sequence;
    const bottom = Math.max(...participants.map(participantHeight));
    this.#y = bottom;
    return participants.flatMap((participant) => {
      const { x, width } = this.#column(participant.id);
      const height = participantHeight(participant);
      this.#reach(x - width / 2, x + width / 2);
      return drawParticipant(participant, { x: x - width / 2, y: bottom - height, width, height });
    });
  }

  #drawMessage({ from, to, label, dashed, head, both }: Step<"message">, beginsBar: boolean): void {
    this.#y += linesHeight(label, SMALL_SIZE) + ABOVE_LINE;
    const y = this.#y;
    const isRightwards = this.#column(from).x < this.#column(to).x;
    const start = { x: this.#bars.edgeOf(this.#column(from), isRightwards ? 1 : -1, false), y };
    const end = { x: this.#bars.edgeOf(this.#column(to), isRightwards ? -1 : 1, beginsBar), y };
    this.#drawArrow([start, end], { dashed, head, both });
    const middle = { x: (start.x + end.x) / 2, y: y - ABOVE_LINE - linesHeight(label, SMALL_SIZE) / 2 };
    this.#drawLabel(middle, label);
    this.#reach(Math.min(start.x, end.x), Math.max(start.x, end.x));
    this.#y += HALF_STEP;
  }

  /** A message to oneself: out, down and back, its words beside it. */
  #drawLoop({ from, label, dashed, head, both }: Step<"message">): void {
    const height = Math.max(18, linesHeight(label, SMALL_SIZE));
    const x = this.#bars.edgeOf(this.#column(from), 1, false);
    const [top, bottom] = [this.#y + 4, this.#y + 4 + height];
    const out = x + LOOP - BAR_WIDTH;
    const corners = [
      { x, y: top },
      { x: out, y: top },
      { x: out, y: bottom },
      { x, y: bottom },
    ];
    this.#drawArrow(corners, { dashed, head, both });
    const width = this.#measure.widest(label, SMALL_SIZE);
    this.#drawLabel({ x: out + 6 + width / 2, y: (top + bottom) / 2 }, label);
    this.#reach(this.#column(from).x, out + 6 + width);
    this.#y = bottom + HALF_STEP;
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
    this.#drawLabel(middleOf(box), label);
    this.#reach(box.x, box.x + box.width);
    this.#y = box.y + box.height + HALF_STEP;
  }

  #drawLabel(middle: Point, label: Label): void {
    this.#layers.steps.push(...labelOnPaper(middle, label, this.#measure));
  }

  #closeFrame(): void {
    const xs = [...this.#columns.values()].map(({ x }) => x);
    const frame = this.#frames.close(this.#y + HALF_STEP, { left: Math.min(...xs), right: Math.max(...xs) });
    if (!frame) return;
    this.#layers.frames.push(...frame.outlines);
    this.#layers.steps.push(...frame.headings);
    this.#reach(frame.left, frame.right);
    this.#y += 2 * HALF_STEP;
  }

  #endBar(id: string): void {
    const box = this.#bars.end(this.#column(id), this.#y - HALF_STEP);
    if (!box) return;
    this.#layers.bars.push(outline(rectangle(box), { fill: "paper" }));
    this.#reach(box.x, box.x + box.width);
  }
}
