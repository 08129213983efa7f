/** Page weight: the first round trip of a connection brings enough to show the text. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { type BuiltPage, EXAMPLE, isOurs, pagesIn } from "../support/example-site.ts";
import { attributeOf, elementsIn, textOf } from "../support/html.ts";

/** Ten segments of 1,460 bytes: the initial congestion window (RFC 6928). */
const FIRST_ROUND_TRIP = 14_600;
/** What the engine may add to a page's words: so much, and twice what they weigh themselves, for markup. */
const ADDED = 6_600;

const compressed = (contents: string | Buffer) => brotliCompressSync(contents).length;

describe.each(pagesIn(EXAMPLE))("the page $path", (page) => {
  it("weighs no more than its words ask for", () => {
    const words = compressed(textOf(elementsIn(page.page, "main")[0]));
    expect(weightOf(page)).toBeLessThanOrEqual(Math.max(FIRST_ROUND_TRIP, ADDED + 3 * words));
  });

  it.skipIf(!isOurs)("arrives in the first round trip, which only the site promises that comes with the engine", () => {
    expect(weightOf(page)).toBeLessThanOrEqual(FIRST_ROUND_TRIP);
  });
});

/** Of a page and its scripts, in bytes on the line. */
function weightOf({ html, page }: BuiltPage): number {
  const scripts = elementsIn(page, "script").flatMap((script) => attributeOf(script, "src") ?? []);
  const files = scripts.map((src) => join(EXAMPLE.folder, src.slice(src.indexOf("/assets/"))));
  return files.reduce((sum, file) => sum + compressed(readFileSync(file)), compressed(html));
}
