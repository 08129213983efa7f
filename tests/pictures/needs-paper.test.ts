/** Pictures get light paper behind them by night only where their lines would be lost on dark paper. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { expect, it } from "vitest";
import { needsPaper } from "../../src/pictures/needs-paper.ts";
import { FIXTURES } from "../support/render-post.ts";

const svg = (inner: string) =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="600" height="200">${inner}</svg>`);
const line = (colour: string) => `<path d="M20 100h500" stroke="${colour}" stroke-width="2"/>`;
const text = (colour: string) => `<text x="60" y="80" font-size="24" fill="${colour}">words in a box</text>`;
const box = (colour: string) => `<rect x="40" y="30" width="520" height="140" rx="8" fill="${colour}"/>`;

it.each([
  ["black lines on nothing", line("#000"), true],
  ["dark grey words on nothing", text("#444"), true],
  ["dark blue lines on nothing", line("#003"), true],
  ["a dark shape on nothing", '<circle cx="100" cy="100" r="60"/>', true],
  [
    "coloured boxes, and a black line between them on nothing",
    `<rect width="90" height="90" fill="#8ac"/>${line("#000")}`,
    true,
  ],
  ["white lines on nothing", line("#fff"), false],
  ["lines that are seen on both", line("#2a6fdb"), false],
  ["black words in a white box with nothing around it", box("#fff") + text("#000"), false],
  [
    "a window with its shadow",
    `<rect x="44" y="36" width="520" height="140" opacity=".2"/>${box("#fff")}${text("#000")}`,
    false,
  ],
  ["black lines on white", `<rect width="600" height="200" fill="#fff"/>${line("#000")}`, false],
  ["nothing at all", "", false],
])("%s", async (_, inner, expected) => {
  expect(await needsPaper(svg(inner))).toBe(expected);
  expect(await needsPaper(await sharp(svg(inner)).png().toBuffer())).toBe(expected);
});

it("a photograph needs none", async () => {
  expect(await needsPaper(readFileSync(join(FIXTURES, "harbour.jpg")))).toBe(false);
});
