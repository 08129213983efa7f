/** Frames around the steps of a block, such as `loop` or `alt`, with its word in their corner and a line above each branch. */
import type { Label } from "../mermaid/model.ts";
import { labelOnPaper } from "./sequence-labels.ts";
import { linesHeight, type Mark, middleOf, outline, polyline, rectangle, SMALL_SIZE, wordsAround } from "./sketch.ts";
import type { Measure } from "./words.ts";

export const DASHES = "5 3";
const FRAME_PAD = 10;
/** The height of a box with a block's word. */
const TAG_HEIGHT = 18;

/** A block's word, and beside it what its author says of it. */
interface Heading {
  word: string;
  label: Label;
  top: number;
}

interface Frame {
  heading: Heading;
  branches: Heading[];
  /** How far its steps reach so far. */
  left: number;
  right: number;
}

export interface DrawnFrame {
  left: number;
  right: number;
  outlines: Mark[];
  headings: Mark[];
}

export class Frames {
  readonly #measure: Measure;
  /** From the outermost to the innermost. */
  readonly #open: Frame[] = [];

  constructor(measure: Measure) {
    this.#measure = measure;
  }

  open(heading: Heading): void {
    this.#open.push({ heading, branches: [], left: Number.POSITIVE_INFINITY, right: Number.NEGATIVE_INFINITY });
  }

  branch(heading: Heading): void {
    this.#open.at(-1)?.branches.push(heading);
  }

  reach(left: number, right: number): void {
    for (const frame of this.#open) {
      frame.left = Math.min(frame.left, left);
      frame.right = Math.max(frame.right, right);
    }
  }

  /** The innermost frame: as wide as what is in it, and at least as its words. An empty one spans `columns`. */
  close(bottom: number, columns: { left: number; right: number }): DrawnFrame | undefined {
    const frame = this.#open.pop();
    if (!frame) return undefined;
    const reach = frame.left > frame.right ? columns : frame;
    const left = reach.left - FRAME_PAD;
    const widest = Math.max(...[frame.heading, ...frame.branches].map((heading) => this.#headingWidth(heading)));
    const right = Math.max(reach.right + FRAME_PAD, left + widest);
    const { top } = frame.heading;
    const edges = outline(rectangle({ x: left, y: top, width: right - left, height: bottom - top }), { width: 0.7 });
    const dividers = frame.branches.map(({ top: y }) => {
      const ends = [left, right].map((x) => ({ x, y }));
      return outline(polyline(ends), { width: 0.7, dash: DASHES });
    });
    const headings = [
      ...this.#drawHeading(frame.heading, left, true),
      ...frame.branches.flatMap((heading) => this.#drawHeading(heading, left, false)),
    ];
    return { left, right, outlines: [edges, ...dividers], headings };
  }

  #headingWidth({ word, label }: Heading): number {
    return this.#measure.width(word, SMALL_SIZE, true) + this.#measure.widest(label, SMALL_SIZE) + 32;
  }

  #drawHeading({ word, label, top }: Heading, left: number, isBoxed: boolean): Mark[] {
    const width = this.#measure.width(word, SMALL_SIZE, true) + 12;
    const box = { x: left, y: top, width, height: TAG_HEIGHT };
    const inside = { x: box.x + 3, y: box.y + 1, width: width - 6, height: TAG_HEIGHT - 2 };
    const ground = isBoxed
      ? outline(rectangle(box), { width: 0.7, fill: "paper" })
      : outline(rectangle(inside), { stroke: "none", fill: "paper" });
    const middle = {
      x: left + width + 8 + this.#measure.widest(label, SMALL_SIZE) / 2,
      y: top + headingHeight(label) / 2,
    };
    return [
      ground,
      ...wordsAround(middleOf(box), [word], SMALL_SIZE, true),
      ...labelOnPaper(middle, label, this.#measure),
    ];
  }
}

export function headingHeight(label: Label): number {
  return Math.max(TAG_HEIGHT, linesHeight(label, SMALL_SIZE));
}
