/** Bars on the lines of participants, for as long as they are active. A bar on a bar stands half a bar further to the right. */
import type { Column } from "./sequence-columns.ts";
import type { Box } from "./sketch.ts";

export const BAR_WIDTH = 8;
const LEAST_HEIGHT = 6;

export class Bars {
  /** The tops of each participant's bars that have not ended, the outermost first. */
  readonly #tops = new Map<string, number[]>();

  begin(id: string, top: number): void {
    this.#topsOf(id).push(top);
  }

  /** The innermost bar; undefined for a participant without one. */
  end({ id, x }: Column, bottom: number): Box | undefined {
    const tops = this.#topsOf(id);
    const top = tops.pop();
    if (top === undefined) return undefined;
    const height = Math.max(bottom - top, LEAST_HEIGHT);
    return { x: x + ((tops.length - 1) * BAR_WIDTH) / 2, y: top, width: BAR_WIDTH, height };
  }

  /** Ids of participants whose bars have not ended, each as often as it has bars. */
  get open(): string[] {
    return [...this.#tops].flatMap(([id, tops]) => tops.map(() => id));
  }

  /** Where an arrow meets a participant: the side of the innermost bar, or the line. `beginsBar` if it will have one more. */
  edgeOf({ id, x }: Column, side: 1 | -1, beginsBar: boolean): number {
    const count = this.#topsOf(id).length + (beginsBar ? 1 : 0);
    return count === 0 ? x : x + ((count - 1 + side) * BAR_WIDTH) / 2;
  }

  #topsOf(id: string): number[] {
    const known = this.#tops.get(id) ?? [];
    this.#tops.set(id, known);
    return known;
  }
}
