/** Diagrams in files of their own, for feed readers. */
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import type { DrawnPicture } from "../../src/content/drawing.ts";
import { ENGLISH } from "../../src/content/words/words.ts";
import { Cache } from "../../src/pictures/cache.ts";
import { drawDiagram } from "../../src/pictures/diagrams.ts";
import { writeDrawings } from "../../src/pictures/drawn-picture.ts";
import { outlinedSvg } from "../../src/pictures/outlined-svg.ts";
import { Typeface } from "../../src/pictures/typeface.ts";
import { readTextFonts } from "../../src/theme/assets.ts";
import { elementsOf } from "../support/elements.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";

const tools = {
  cache: new Cache(useTemporaryFolder()),
  typeface: new Typeface(await readTextFonts()),
  speech: ENGLISH,
};
const TEXT = 'flowchart LR\n subgraph s [Group]\n a["R&D <1>"]\n end\n a -->|over| b[(Table)]';

describe("a diagram as a picture", () => {
  it("is ink on paper, two pixels of it to one of the size that feeds give, with nothing at its edge", async () => {
    const drawing = pictureOf(TEXT) as DrawnPicture;
    const written = new Map<string, Uint8Array>();
    await writeDrawings([drawing, drawing], tools, async (path, make) => void written.set(path, await make()));
    const { data, info } = await sharp(written.get(drawing.path))
      .greyscale()
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect([info.width, info.height]).toEqual([2 * drawing.width, 2 * drawing.height]);
    const dark = [...data.keys()].filter((index) => (data[index * info.channels] ?? 255) < 128);
    const onEdge = ([x, y]: [number, number]) => x < 10 || y < 10 || x >= info.width - 10 || y >= info.height - 10;
    expect(dark.length).toBeGreaterThan(500);
    const places = dark.map((index): [number, number] => [index % info.width, Math.floor(index / info.width)]);
    expect(places.filter(onEdge)).toEqual([]);
  });

  it("has its words as outlines: no font of a machine takes part", () => {
    const svg = outlinedSvg(JSON.parse((pictureOf(TEXT) as DrawnPicture).sketch), tools.typeface);
    expect(elementsOf(svg).filter(({ name }) => /^(text|tspan|image|style)$/.test(name))).toEqual([]);
    expect(svg).not.toMatch(/font|var\(|NaN/);
    expect(svg.match(/fill="#1f1d1a"/g)?.length).toBe(4);
  });

  it("has another name when it shows something else", () => {
    expect(pictureOf(TEXT)?.path).toBe(pictureOf(TEXT)?.path);
    expect(pictureOf(TEXT)?.path).not.toBe(pictureOf(TEXT.replace("over", "under"))?.path);
  });

  it("is not made where the site's font lacks a sign of it", () => {
    expect(pictureOf("flowchart TD\n a[確認] --> b")).toBeUndefined();
  });
});

function pictureOf(text: string): DrawnPicture | undefined {
  const drawn = drawDiagram(text, { file: "posts/post.md", line: 1 }, tools);
  return drawn.ok ? drawn.value.picture : undefined;
}
