/** Digests that name files of the index. */
import { digestOf } from "../cache/digest.ts";
import { NAME_LENGTH } from "./query/words/list-reader.ts";

const BASE = 36;
/** 48 bits, which a number can hold exactly. */
const HEX_DIGITS = 12;

/** Eight lower-case letters and digits, since some file systems ignore case: 41 bits of the SHA-256. */
export function shortDigest(content: string | Uint8Array): string {
  const hex = digestOf(content).slice(0, HEX_DIGITS);
  return Number.parseInt(hex, 16).toString(BASE).padStart(NAME_LENGTH, "0").slice(-NAME_LENGTH);
}
