/** Texts that a build holds from the first page that it reads to the last one that it writes, as UTF-8. */

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** Where texts are encoded before they are copied: counting their bytes first, as `encode` does, takes longer. */
const scratch = Buffer.allocUnsafeSlow(1 << 20);
/** A UTF-16 code unit takes at most so many bytes of UTF-8. */
const MOST_BYTES = 3;

/**
 * In memory of its own, as large as it must be. V8 takes two bytes for each letter of a text that has as much as one “ in
 * it, and three times the room for one that was put together from pieces; `Buffer.from` cuts its bytes from a larger piece,
 * which all that is left of it keeps.
 */
export function inBytes(text: string): Buffer<ArrayBuffer> {
  if (text.length * MOST_BYTES > scratch.length) {
    const { buffer, byteOffset, byteLength } = encoder.encode(text);
    return Buffer.from(buffer, byteOffset, byteLength);
  }
  const { written } = encoder.encodeInto(text, scratch);
  const bytes = Buffer.allocUnsafeSlow(written);
  scratch.copy(bytes, 0, 0, written);
  return bytes;
}

/** The same text by itself: for the sake of a few words that were cut from it, V8 would keep a whole page. */
export function apart(text: string): string {
  return held(text)();
}

/** A text that is decoded anew at each call: read it once, where it is needed. */
export interface HeldText {
  (): string;
  /** What another thread can be handed. */
  (as: "place"): HandedText;
}

/** Where a text is, or the text itself where it is in no file. */
export type HandedText = TextPlace | string;

/** Where a text is in a file that this process has open: every thread of it can read there. Numbers of bytes. */
export interface TextPlace {
  readonly descriptor: number;
  readonly at: number;
  readonly length: number;
}

export function held(text: string): HeldText {
  const bytes = encoder.encode(text);
  return () => decoder.decode(bytes);
}
