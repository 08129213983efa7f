/** Boxes of the ISO base media file format (ISO/IEC 14496-12), the container of AVIF, HEIC, MP4 and QuickTime. */
import type { FileBytes, Patch } from "./file-bytes.ts";

export interface Box {
  type: string;
  /** Offsets in the file: of the box, of its contents, of its end. */
  from: number;
  body: number;
  to: number;
}

const EMPTY = "free";
/** The most of one box that is read at once. */
const LARGEST_READ = 2 ** 28;

/** Consecutive boxes; undefined where one is damaged or truncated. */
export function boxesIn(file: FileBytes, from = 0, to = file.length): Box[] | undefined {
  const boxes: Box[] = [];
  let at = from;
  // QuickTime ends some lists with four zero bytes.
  while (at + 8 <= to) {
    const head = file.read(at, at + 16);
    const box = boxAt(at, head, to);
    if (!box || box.to > to || box.to < box.body) return undefined;
    boxes.push(box);
    at = box.to;
  }
  return at + 4 >= to || at === to ? boxes : undefined;
}

/** The box at a path such as `["mdia", "hdlr"]` inside another. */
export function boxBelow(file: FileBytes, parent: Box, path: string[]): Box | undefined {
  let box: Box | undefined = parent;
  for (const type of path) {
    box = box && boxesIn(file, box.body, box.to)?.find((inner) => inner.type === type);
  }
  return box;
}

/** The contents of a box. */
export function bodyOf(file: FileBytes, { body, to }: Box): Buffer {
  return file.read(body, Math.min(to, body + LARGEST_READ));
}

/** Turns a box into free space of the same size, so that no offset changes. */
export function emptied({ from, body, to }: Box): Patch[] {
  const name = { at: from + 4, bytes: Buffer.from(EMPTY, "latin1") };
  return [name, ...zeros(body, to)];
}

export function zeros(from: number, to: number): Patch[] {
  return to > from ? [{ at: from, bytes: Buffer.alloc(to - from) }] : [];
}

function boxAt(from: number, head: Buffer, end: number): Box | undefined {
  if (head.length < 8) return undefined;
  const type = head.toString("latin1", 4, 8);
  const size = head.readUInt32BE(0);
  if (size === 0) return { type, from, body: from + 8, to: end };
  if (size > 1) return { type, from, body: from + 8, to: from + size };
  return head.length < 16 ? undefined : { type, from, body: from + 16, to: from + Number(head.readBigUInt64BE(8)) };
}

/** Returns a function that empties all top-level boxes except those of the given types. */
export function patchesKeeping(types: string[]): (file: FileBytes) => Patch[] | undefined {
  return (file) =>
    boxesIn(file)
      ?.filter(({ type }) => !types.includes(type))
      .flatMap(emptied);
}
