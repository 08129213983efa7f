/** Text in markup stays text, in an element as in an attribute. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { escapeMarkup, escapeText } from "../../../src/content/text/escape.ts";
import { attributeOf, elementsIn, parsePiece, textOf } from "../../support/html.ts";

it("is what was written, whatever it is", () => {
  const text = fc.oneof(
    fc.string(),
    fc.string({ unit: fc.constantFrom(..."<>&\"'=/;a #x3c") }),
    fc.string({ unit: "grapheme" }),
  );
  fc.assert(
    fc.property(text, (written) => {
      const escaped = escapeMarkup(written);
      const [element] = elementsIn(parsePiece(`<p title="${escaped}">${escapeText(written)}</p>`));
      // A parser of HTML makes one line end of CR and CRLF, and nothing or U+FFFD of NUL.
      const plain = written.replace(/[\r\0]/g, "");
      if (plain === written) expect([textOf(element), attributeOf(element, "title")]).toEqual([written, written]);
    }),
    { numRuns: 500 },
  );
});
