/** Characters that HTML and XML forbid are shown by others that they allow. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { withControlPictures } from "../../../src/content/text/control-characters.ts";

/** https://html.spec.whatwg.org/multipage/parsing.html#preprocessing-the-input-stream, and NUL with them. */
const PARSE_ERROR = /(?![\t\n\f\r])\p{Cc}|\p{Noncharacter_Code_Point}/u;

it.each([
  ["\u001b[31mred\u001b[0m", "␛[31mred␛[0m"],
  ["\0\u0007\u0008\u000b\u000c\u000e\u001f\u007f", "␀␇␈␋␌␎␟␡"],
  ["\u0080\u009f\ufdd0\uffff\u{1ffff}", "\ufffd\ufffd\ufffd\ufffd\ufffd"],
  ["a\tb\r\nc", "a\tb\r\nc"],
  ["é 漢字 🚀 \u200b\ufeff", "é 漢字 🚀 \u200b\ufeff"],
])("%j", (text, shown) => {
  expect(withControlPictures(text)).toBe(shown);
});

it("whatever the text, nothing is left that a parser of HTML stumbles over, and no more signs than before", () => {
  const unit = fc.oneof(fc.integer({ min: 0, max: 0xa0 }), fc.integer({ min: 0, max: 0x10ffff }));
  const text = fc.array(unit.map((code) => String.fromCodePoint(code).toWellFormed())).map((signs) => signs.join(""));
  fc.assert(
    fc.property(text, (written) => {
      const shown = withControlPictures(written);
      expect(shown).not.toMatch(PARSE_ERROR);
      expect([...shown]).toHaveLength([...written].length);
    }),
  );
});
