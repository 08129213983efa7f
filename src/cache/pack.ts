/**
 * A file of records. A record has a head, which is small and read whole, and texts, each read only when it is asked for.
 * Records are appended and the index comes last, so a file that was never finished has no index and is no pack.
 *
 * ```
 * texts and heads, in any order │ index: JSON, by key │ length of the index, its CRC-32, MAGIC
 * ```
 */
import { fstatSync, renameSync, rmSync, writeSync } from "node:fs";
import { crc32 } from "node:zlib";
import type { HandedText, HeldText, TextPlace } from "../content/text/held-text.ts";
import { OpenFile, readInto } from "./open-file.ts";

export interface StoredRecord {
  readonly head: string;
  readonly texts: readonly HeldText[];
}

/** Texts in the file that are not yet a record. */
export interface PutTexts {
  readonly texts: readonly HeldText[];
  /** Makes a record of them. */
  readonly keep: (key: string, head: string) => void;
}

/** Where a record's parts are: bytes from the start of the file. */
interface Place {
  readonly head: Span;
  readonly texts: Span;
  /** The length of each text in bytes. */
  readonly lengths: readonly number[];
}

interface Span {
  readonly at: number;
  readonly length: number;
  readonly crc: number;
}

const MAGIC = "WFPACK01";
const TRAILER_LENGTH = 4 + 4 + MAGIC.length;
/** Bytes that are gathered before they are written. */
const AT_ONCE = 1 << 20;
/** A UTF-16 code unit takes at most so many bytes of UTF-8. */
const MOST_BYTES = 3;
const encoder = new TextEncoder();

/** A finished pack, open for reading. It can be deleted meanwhile: what is open can still be read. */
export class Pack {
  readonly path: string;
  readonly size: number;
  readonly #file: OpenFile;
  readonly #places: ReadonlyMap<string, Place>;

  private constructor(path: string, file: OpenFile, size: number, places: ReadonlyMap<string, Place>) {
    this.path = path;
    this.size = size;
    this.#file = file;
    this.#places = places;
  }

  /** Undefined if the file is missing, unfinished or damaged. */
  static open(path: string): Pack | undefined {
    try {
      const file = new OpenFile(path, "r");
      const { size } = fstatSync(file.descriptor);
      const places = readIndex(file, size);
      return places && new Pack(path, file, size, places);
    } catch {
      // It is as good as missing.
      return undefined;
    }
  }

  keys(): Iterable<string> {
    return this.#places.keys();
  }

  /** In bytes, with its texts; 0 for a record that is not there. */
  lengthOf(key: string): number {
    const place = this.#places.get(key);
    return place ? place.head.length + place.texts.length : 0;
  }

  /** Undefined if there is no such record, or it is damaged. */
  get(key: string): StoredRecord | undefined {
    const place = this.#places.get(key);
    if (!place) return undefined;
    const head = readWhole(this.#file, place.head);
    if (!head || !isWhole(this.#file, place.texts)) return undefined;
    return { head: head.toString(), texts: textsAt(this.#file, place) };
  }
}

/** Writes a pack. Its records can be read from here at once, and by others when it is finished. */
export class PackWriter {
  readonly #path: string;
  readonly #file: OpenFile;
  readonly #places = new Map<string, Place>();
  readonly #pending = Buffer.allocUnsafeSlow(AT_ONCE);
  #pendingLength = 0;
  #written = 0;

  /** Throws if the file can't be written. */
  constructor(path: string) {
    this.#path = path;
    this.#file = new OpenFile(temporary(path), "w+");
  }

  get size(): number {
    return this.#places.size;
  }

  get(key: string): StoredRecord | undefined {
    const place = this.#places.get(key);
    if (!place) return undefined;
    this.#flush();
    return { head: read(this.#file, place.head.at, place.head.length).toString(), texts: this.#textsAt(place) };
  }

  /** Appends texts, of which `keep` can make a record. */
  add(texts: readonly string[]): PutTexts {
    const [span, lengths] = this.#append(texts);
    return {
      texts: this.#textsAt({ texts: span, lengths }),
      keep: (key, head) => this.#places.set(key, { head: this.#append([head])[0], texts: span, lengths }),
    };
  }

  /** Writes the index, and returns the file's path. The texts can still be read. */
  finish(): string {
    const index = Buffer.from(JSON.stringify([...this.#places].map(([key, place]) => [key, ...numbersOf(place)])));
    const trailer = Buffer.alloc(TRAILER_LENGTH);
    trailer.writeUInt32LE(index.length, 0);
    trailer.writeUInt32LE(crc32(index), 4);
    trailer.write(MAGIC, 8, "latin1");
    this.#flush();
    this.#write(index);
    this.#write(trailer);
    renameSync(temporary(this.#path), this.#path);
    return this.#path;
  }

  /** Deletes the file. Its texts can still be read on systems that let open files be deleted. */
  discard(): void {
    try {
      rmSync(temporary(this.#path), { force: true });
    } catch {
      // Windows does not delete open files; a later build will.
    }
  }

  #textsAt(place: Pick<Place, "texts" | "lengths">): HeldText[] {
    return textsAt(this.#file, place, () => this.#flush());
  }

  /** Appends texts, encoded right into the gathered bytes; returns where they are, and the length of each in bytes. */
  #append(texts: readonly string[]): [Span, number[]] {
    const at = this.#written + this.#pendingLength;
    let crc = 0;
    const lengths = texts.map((text) => {
      const most = text.length * MOST_BYTES;
      if (most > AT_ONCE - this.#pendingLength) this.#flush();
      const isLarge = most > AT_ONCE;
      const bytes = isLarge ? Buffer.from(text) : this.#gather(text);
      if (isLarge) this.#write(bytes);
      crc = crc32(bytes, crc);
      return bytes.length;
    });
    return [{ at, length: lengths.reduce((sum, length) => sum + length, 0), crc }, lengths];
  }

  #gather(text: string): Buffer {
    const from = this.#pendingLength;
    this.#pendingLength += encoder.encodeInto(text, this.#pending.subarray(from)).written;
    return this.#pending.subarray(from, this.#pendingLength);
  }

  #flush(): void {
    const length = this.#pendingLength;
    this.#pendingLength = 0;
    this.#write(this.#pending.subarray(0, length));
  }

  #write(bytes: Buffer): void {
    for (let from = 0; from < bytes.length; ) {
      from += writeSync(this.#file.descriptor, bytes, from, bytes.length - from, this.#written + from);
    }
    this.#written += bytes.length;
  }
}

/** The name of a pack that is being written. */
export function temporary(path: string): string {
  return `${path}.unfinished`;
}

function textsAt(
  file: OpenFile,
  { texts, lengths }: Pick<Place, "texts" | "lengths">,
  before: () => void = () => {},
): HeldText[] {
  let at = texts.at;
  return lengths.map((length) => {
    const from = at;
    at += length;
    function text(): string;
    function text(as: "place"): TextPlace;
    function text(as?: "place") {
      before();
      const place = { descriptor: file.descriptor, at: from, length };
      return as ? place : textAt(place);
    }
    return text;
  });
}

function textAt({ descriptor, at, length }: TextPlace): string {
  return readInto(roomFor(length), { descriptor }, at).toString();
}

/** A text that another thread of this process has handed over: each call reads it from that thread's file. */
export function heldAt(handed: HandedText): HeldText {
  function text(): string;
  function text(as: "place"): HandedText;
  function text(as?: "place") {
    if (as) return handed;
    return typeof handed === "string" ? handed : textAt(handed);
  }
  return text;
}

/** Undefined if the checksum is wrong. */
function readWhole(file: OpenFile, { at, length, crc }: Span): Buffer | undefined {
  try {
    const bytes = read(file, at, length);
    return crc32(bytes) === crc ? bytes : undefined;
  } catch {
    return undefined;
  }
}

/** Reused for bytes that are only checked, or decoded at once: a build reads those of all pages. */
let room = Buffer.alloc(0);

function roomFor(length: number): Buffer {
  if (room.length < length) room = Buffer.allocUnsafeSlow(length);
  return room.subarray(0, length);
}

function isWhole(file: OpenFile, { at, length, crc }: Span): boolean {
  try {
    return crc32(readInto(roomFor(length), file, at)) === crc;
  } catch {
    return false;
  }
}

function read(file: Pick<OpenFile, "descriptor">, at: number, length: number): Buffer {
  return readInto(Buffer.allocUnsafe(length), file, at);
}

function readIndex(file: OpenFile, size: number): Map<string, Place> | undefined {
  if (size < TRAILER_LENGTH) return undefined;
  const trailer = read(file, size - TRAILER_LENGTH, TRAILER_LENGTH);
  const length = trailer.readUInt32LE(0);
  const at = size - TRAILER_LENGTH - length;
  if (trailer.toString("latin1", 8) !== MAGIC || at < 0) return undefined;
  const index = readWhole(file, { at, length, crc: trailer.readUInt32LE(4) });
  if (!index) return undefined;
  const rows: [key: string, ...numbers: number[]][] = JSON.parse(index.toString());
  return new Map(rows.map(([key, ...numbers]) => [key, placeOf(numbers)]));
}

function numbersOf({ head, texts, lengths }: Place): number[] {
  return [head.at, head.length, head.crc, texts.at, texts.length, texts.crc, ...lengths];
}

function placeOf([headAt = 0, headLength = 0, headCrc = 0, at = 0, length = 0, crc = 0, ...lengths]: number[]): Place {
  return { head: { at: headAt, length: headLength, crc: headCrc }, texts: { at, length, crc }, lengths };
}
