/** Digests: short names for large values. Two values are the same if their digests are. */
import { hash } from "node:crypto";

/** The SHA-256 of some bytes, or of a text as UTF-8, in hexadecimal. */
export function digestOf(content: string | Uint8Array): string {
  return hash("sha256", content);
}

/** The digest of plain data as JSON. The order of keys counts: callers write them in the same order each time. */
export function digestOfData(value: unknown): string {
  return digestOf(JSON.stringify(value) ?? "").slice(0, 32);
}
