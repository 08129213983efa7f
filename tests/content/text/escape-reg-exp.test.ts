/** Text as a pattern. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { escapeRegExp } from "../../../src/content/text/escape-reg-exp.ts";

it.each(["", "u", "gi"])("matches the text itself and nothing else, with the flags %j", (flags) => {
  const marks = fc.string({ unit: fc.constantFrom(..."\\^$.*+?()[]{}|/-a𝒳 \n") });
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: "grapheme" }), marks), (text) => {
      expect(`before${text}after`.search(new RegExp(`${escapeRegExp(text)}after$`, flags))).toBe(6);
      expect(new RegExp(`^(?:${escapeRegExp(text)})$`, flags).test(`${text}!`)).toBe(false);
    }),
  );
});
