/** `srcset` (https://html.spec.whatwg.org/multipage/images.html#parsing-a-srcset-attribute). */

import type { Place } from "./problems/problem.ts";
import { failure, type Result, success } from "./problems/result.ts";

export interface Candidate {
  url: string;
  /** As it was written, such as `2x` or `480w`; empty where none is. */
  descriptor: string;
}

const BLANK = "[\\t\\n\\f\\r ]";
/** Separators, a URL, and its descriptor up to a comma outside of parentheses. */
const CANDIDATE = new RegExp(`(?:${BLANK}|,)*(?:([^\\t\\n\\f\\r ]+)((?:\\([^)]*(?:\\)|$)|[^,(])*)?)`, "y");
const HINT = "write small.jpg 480w, large.jpg 960w";
const DESCRIPTOR = /^(?:\d+w|(?:\d+(?:\.\d+)?|\.\d+)(?:e[+-]?\d+)?x)$/i;

/** The image candidates of an attribute that stands at `place`. */
export function candidatesIn(srcset: string, place: Place): Result<Candidate[]> {
  const refuse = (reason: string) =>
    failure({ ...place, message: `srcset is not understood: ${reason}`, hint: HINT, written: "srcset" });
  const candidates: Candidate[] = [];
  const source = srcset.replace(/[\t\n\f\r ,]+$/, "");
  CANDIDATE.lastIndex = 0;
  while (CANDIDATE.lastIndex < source.length) {
    const from = CANDIDATE.lastIndex;
    const [whole = "", written = ""] = CANDIDATE.exec(source) ?? [];
    const url = written.replace(/,+$/, "");
    // A URL that ends with a comma has no descriptor.
    if (url !== written) CANDIDATE.lastIndex = from + whole.indexOf(written) + written.length;
    const descriptor = url === written ? whole.slice(whole.indexOf(written) + written.length).trim() : "";
    if (!url) return refuse(`"${written}" is no address`);
    if (descriptor && !DESCRIPTOR.test(descriptor))
      return refuse(`"${descriptor}" is neither a width such as 480w nor a density such as 2x`);
    candidates.push({ url, descriptor });
  }
  const kinds = new Set(candidates.map(({ descriptor }) => (/w$/i.test(descriptor) ? "w" : "x")));
  if (candidates.length === 0) return refuse("there is no picture in it");
  if (kinds.size > 1) return refuse("widths (480w) and densities (2x) are mixed");
  const seen = candidates.map(({ descriptor }) => descriptor || "1x");
  const twice = seen.find((descriptor, index) => seen.indexOf(descriptor) < index);
  return twice ? refuse(`${twice} is given twice`) : success(candidates);
}

/** The value of the attribute; commas and spaces in URLs are escaped, since they separate candidates. */
export function srcsetOf(candidates: Candidate[]): string {
  return candidates
    .map(({ url, descriptor }) => `${url.replace(/,/g, "%2C").replace(/ /g, "%20")} ${descriptor}`.trim())
    .join(", ");
}
