/** Matroska and WebM (RFC 9559): tags, such as the place that a phone noted, and attached files become void. */
import type { FileBytes, Patch } from "./file-bytes.ts";

const SEGMENT = 0x18538067;
const CLUSTER = 0x1f43b675;
const TAGS = 0x1254c367;
const ATTACHMENTS = 0x1941a469;
const VOID = 0xec;
/** An id, and a size, of up to eight bytes each. */
const LONGEST_HEAD = 16;

interface Element {
  id: number;
  from: number;
  body: number;
  /** Undefined for what goes on until something begins that can't be in it, as in a recording that was broadcast. */
  to: number | undefined;
}

/** What to write over a file; undefined for one that is broken or breaks off. */
export function matroskaPatches(file: FileBytes): Patch[] | undefined {
  const patches: Patch[] = [];
  let at = 0;
  while (at < file.length) {
    const element = elementAt(file, at);
    if (!element || (element.to ?? 0) > file.length) return undefined;
    if (element.id === TAGS || element.id === ATTACHMENTS) {
      if (element.to === undefined) return undefined;
      patches.push({ at, bytes: voidOf(element.to - at) });
    }
    const isEntered = element.id === SEGMENT || (element.id === CLUSTER && element.to === undefined);
    const next = isEntered ? element.body : element.to;
    if (next === undefined) return undefined;
    at = next;
  }
  return patches;
}

function elementAt(file: FileBytes, from: number): Element | undefined {
  const head = file.read(from, from + LONGEST_HEAD);
  const idLength = lengthOf(head[0]);
  const sizeLength = lengthOf(head[idLength]);
  if (idLength > 4 || sizeLength > 8 || head.length < idLength + sizeLength) return undefined;
  const size = head.subarray(idLength, idLength + sizeLength);
  const marker = 0x80 >> (sizeLength - 1);
  const value = size.reduce((sum, byte, index) => sum * 256 + (index === 0 ? byte & (marker - 1) : byte), 0);
  const isUnknown = size.every((byte, index) => byte === (index === 0 ? (marker << 1) - 1 : 0xff));
  const body = from + idLength + sizeLength;
  return { id: head.readUIntBE(0, idLength), from, body, to: isUnknown ? undefined : body + value };
}

/** Of a number whose first byte says by its leading zeros how many follow; 9 for none that is one. */
function lengthOf(first: number | undefined): number {
  return first ? Math.clz32(first) - 23 : 9;
}

/** An element of so many bytes that says nothing. */
function voidOf(length: number): Buffer {
  const bytes = Buffer.alloc(length);
  bytes[0] = VOID;
  if (length < 9) bytes[1] = 0x80 | (length - 2);
  else {
    bytes[1] = 0x01;
    bytes.writeUIntBE(length - 9, 3, 6);
  }
  return bytes;
}
