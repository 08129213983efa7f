/** Texts in memory that all threads of a process share. If they were posted as messages, each thread would have a copy of all. */

export interface SharedTexts {
  /** All texts as UTF-8, one after the other. */
  readonly bytes: Uint8Array;
  /** Where each text ends, in bytes. */
  readonly ends: Uint32Array;
}

export function sharedTexts(texts: readonly string[]): SharedTexts {
  const ends = new Uint32Array(new SharedArrayBuffer(texts.length * Uint32Array.BYTES_PER_ELEMENT));
  let length = 0;
  for (const [at, text] of texts.entries()) {
    length += Buffer.byteLength(text);
    ends[at] = length;
  }
  const bytes = Buffer.from(new SharedArrayBuffer(length));
  for (const [at, text] of texts.entries()) bytes.write(text, startOf(ends, at));
  return { bytes, ends };
}

export function sharedText({ bytes, ends }: SharedTexts, at: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8", startOf(ends, at), ends[at]);
}

function startOf(ends: Uint32Array, at: number): number {
  return at > 0 ? (ends[at - 1] ?? 0) : 0;
}
