/**
 * A sheet on which filled outlines are drawn, with the same bytes on every machine, since neither system fonts nor a graphics
 * library take part. Coverage is summed up edge by edge and row by row, as font-rs does
 * (https://medium.com/@raphlinus/inside-the-fastest-font-renderer-in-the-world-75ae5270c445).
 */
export class Canvas {
  readonly width: number;
  readonly height: number;
  readonly #sums: Float32Array;
  readonly #values: Uint8Array;
  /** Rows on which something is drawn. */
  readonly #isDrawn: Uint8Array;

  constructor(width: number, height: number) {
    this.width = width;
    this.height = height;
    this.#sums = new Float32Array(width * height + 2);
    this.#values = new Uint8Array(width * height);
    this.#isDrawn = new Uint8Array(height);
  }

  /** Adds an edge of an outline. Outlines must be closed, and lie between the left and right sides of the sheet. */
  edge(x0: number, y0: number, x1: number, y1: number): void {
    if (y0 === y1) return;
    const isDown = y0 < y1;
    const top = isDown ? y0 : y1;
    const bottom = isDown ? y1 : y0;
    const slope = (x1 - x0) / (y1 - y0);
    const end = Math.min(this.height, Math.ceil(bottom));
    let x = isDown ? x0 : x1;
    for (let row = Math.max(0, Math.floor(top)); row < end; row++) {
      const height = Math.min(row + 1, bottom) - Math.max(row, top);
      const next = x + slope * height;
      this.#addRow(row, Math.min(x, next), Math.max(x, next), isDown ? height : -height);
      x = next;
    }
  }

  /** Returns grey values from 0 to `levels - 1`, a byte each, valid until the next call, and clears the sheet. */
  read(levels: number): Uint8Array {
    this.#values.fill(0);
    for (let row = 0; row < this.height; row++) {
      if (this.#isDrawn[row]) this.#readRow(row, levels - 1);
    }
    this.#sums.fill(0);
    this.#isDrawn.fill(0);
    return this.#values;
  }

  #readRow(row: number, most: number): void {
    const sums = this.#sums;
    let sum = 0;
    for (let at = row * this.width; at < (row + 1) * this.width; at++) {
      sum += sums[at] ?? 0;
      this.#values[at] = Math.min(1, Math.abs(sum)) * most + 0.5;
    }
  }

  /** Spreads what one edge covers of one row over the pixels from `from` to `to`. */
  #addRow(row: number, from: number, to: number, amount: number): void {
    const sums = this.#sums;
    const first = Math.floor(from);
    const at = row * this.width + first;
    this.#isDrawn[row] = 1;
    if (to <= first + 1) {
      const part = amount * ((from + to) / 2 - first);
      sums[at] = (sums[at] ?? 0) + amount - part;
      sums[at + 1] = (sums[at + 1] ?? 0) + part;
      return;
    }
    // The coverage of each pixel is the growth of an integral: a ramp, then the whole height.
    const width = to - from;
    const last = Math.ceil(to);
    let integral = 0;
    let before = 0;
    for (let next = first + 1; next <= last; next++) {
      const grown = next < to ? (next - from) ** 2 / (2 * width) : width / 2 + next - to;
      const area = amount * (grown - integral);
      sums[at + next - 1 - first] = (sums[at + next - 1 - first] ?? 0) + area - before;
      before = area;
      integral = grown;
    }
    const end = at + last - first;
    sums[end] = (sums[end] ?? 0) + amount - before;
  }
}
