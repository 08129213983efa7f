/** Removes metadata from Matroska and WebM (RFC 9559) losslessly: tags, among them a location, and attachments. */
import type { FileBytes, Patch } from "./file-bytes.ts";

export const SEGMENT = 0x18538067;
const CLUSTER = 0x1f43b675;
const TAGS = 0x1254c367;
const ATTACHMENTS = 0x1941a469;
const VOID = 0xec;
/** An id of up to four bytes and a size of up to eight. */
const LONGEST_HEAD = 16;

export interface Element {
  id: number;
  from: number;
  body: number;
  /** Undefined for an element of unknown size, as in live recordings. */
  to: number | undefined;
}

/** Overwrites in place; undefined for a damaged or truncated file. */
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

export function elementAt(file: FileBytes, from: number): Element | undefined {
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

/** Length of a variable-size integer, from the leading zeros of its first byte; 9 for an invalid one. */
function lengthOf(first: number | undefined): number {
  return first ? Math.clz32(first) - 23 : 9;
}

/** A Void element of the given length. */
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
