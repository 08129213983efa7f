/** Pictures are known by the end of their names. */
import { expect, it } from "vitest";
import { pictureTypeOf } from "../../../src/content/text/media-type.ts";

it.each([
  ["a.png", "image/png"],
  ["a.b.JPG", "image/jpeg"],
  ["folder.png/a.svg", "image/svg+xml"],
  ["a.txt", undefined],
  ["a", undefined],
  ["", undefined],
  ["a.constructor", undefined],
])("of %j the type is %j", (file, type) => {
  expect(pictureTypeOf(file)).toBe(type);
});
