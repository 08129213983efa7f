import { appendFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { readKeptNumbers, writeKeptNumbers } from "../../src/cache/kept-numbers.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";

const folder = useTemporaryFolder();
const file = join(folder, "numbers");
const rows = [Uint32Array.of(7, 0, 2 ** 32 - 1), Uint32Array.of(), Uint32Array.of(1, 2, 3, 4).subarray(2)];

it("gives back the data and all rows, whatever the length of the data", () => {
  for (const head of ["", "a", "ä", { lengths: [3, 0, 2] }]) {
    writeKeptNumbers(file, "basis", head, rows);
    expect(readKeptNumbers(file, "basis")).toEqual({ head, numbers: Uint32Array.of(7, 0, 2 ** 32 - 1, 3, 4) });
  }
});

it("gives nothing of a file that was written for something else, is cut off, or has more", () => {
  expect(readKeptNumbers(file, "another basis")).toBeUndefined();
  const damages = [
    () => truncateSync(file, 200),
    () => writeFileSync(file, ""),
    () => appendFileSync(file, "\0\0\0\0"),
  ];
  for (const damage of damages) {
    writeKeptNumbers(file, "basis", {}, rows);
    damage();
    expect(readKeptNumbers(file, "basis")).toBeUndefined();
  }
});
