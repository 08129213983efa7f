/** Digests: short names for large values, by which it is known whether two are the same. */
import { hash } from "node:crypto";

/** SHA-256, in hexadecimal. */
export function digestOf(content: string | Uint8Array): string {
  return hash("sha256", content);
}

/** Of a value made of plain data, whose keys are always written in the same order. */
export function digestOfData(value: unknown): string {
  return digestOf(JSON.stringify(value) ?? "").slice(0, 32);
}
