/** What citations and the list of works have attached to their tokens. */
import type { Citation } from "../../content/citation.ts";
import { tokenKey } from "../token-key.ts";

/** As it was written, and by the style. */
export interface Placed {
  citation: Citation;
  /** Counted from 1 in the text; each is an id. */
  number: number;
  html: string;
  isBeforeStop?: boolean;
}

interface Work {
  key: string;
  html: string;
  /** Of the citations that cite it. */
  numbers: number[];
}

export const placedKey = tokenKey<Placed>("citation");
export const worksKey = tokenKey<Work[]>("works");
/** True for a bibliography whose place its author chose, with a heading of the author's own. */
export const placeKey = tokenKey<boolean>("isPlaced");

/** The id of a work in the list. */
export function workId(key: string): string {
  return `ref-${key}`;
}
