/** `srcset` is read as browsers read it. */
import { expect, it } from "vitest";
import { success } from "../../src/content/problems/result.ts";
import { candidatesIn, srcsetOf } from "../../src/content/srcset.ts";

const read = (srcset: string) => candidatesIn(srcset, { file: "posts/x.md", line: 3 });

it.each<[string, [url: string, descriptor: string][]]>([
  ["a.png", [["a.png", ""]]],
  [
    "a.png 1x, b.png 2x",
    [
      ["a.png", "1x"],
      ["b.png", "2x"],
    ],
  ],
  [
    " ,\n a.png,b.png 1.5x ,, c.png , ",
    [
      ["a.png,b.png", "1.5x"],
      ["c.png", ""],
    ],
  ],
  [
    "a.png, b.png 2x",
    [
      ["a.png", ""],
      ["b.png", "2x"],
    ],
  ],
  [
    "a.png,, b.png 2x",
    [
      ["a.png", ""],
      ["b.png", "2x"],
    ],
  ],
  [
    "a.png 480w,b.png 960w",
    [
      ["a.png", "480w"],
      ["b.png", "960w"],
    ],
  ],
  ["data:image/png;base64,AAAA 2x", [["data:image/png;base64,AAAA", "2x"]]],
  ["https://example.com/w=1,h=2/a.png 1e0x", [["https://example.com/w=1,h=2/a.png", "1e0x"]]],
])("%j", (srcset, expected) => {
  expect(read(srcset)).toEqual(success(expected.map(([url, descriptor]) => ({ url, descriptor }))));
});

it.each([
  "",
  " , ",
  "a.png 2y",
  "a.png 1x 2x",
  "a.png -1x",
  "a.png 480w 300h",
  "a.png 1.5w",
  "a.png (1x, 2x)",
  "a.png 1x, b.png 300w",
  "a.png, b.png",
  "a.png 2x, b.png 2x",
])("%j is not understood", (srcset) => {
  expect(read(srcset)).toMatchObject({ ok: false, problems: [{ file: "posts/x.md", line: 3 }] });
});

it("is written so that a comma in an address ends nothing", () => {
  const written = srcsetOf([
    { url: "/a,b.png,", descriptor: "" },
    { url: "/c d.png", descriptor: "2x" },
  ]);
  expect(written).toBe("/a%2Cb.png%2C, /c%20d.png 2x");
  expect(read(written)).toMatchObject({ value: { length: 2 } });
});
