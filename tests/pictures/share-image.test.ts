/** Share images: the title in the site's own face on its paper, the same bytes wherever they are drawn. */
import fc from "fast-check";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { Cache } from "../../src/pictures/cache.ts";
import { Canvas } from "../../src/pictures/canvas.ts";
import { sharePath, writeShareImages } from "../../src/pictures/share-images.ts";
import { Typeface } from "../../src/pictures/typeface.ts";
import { readTextFont } from "../../src/theme/assets.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";

const typeface = new Typeface(await readTextFont());
const MARGIN = 96;

describe("a share image", () => {
  it("is 1200 by 630, ink on paper, and has nothing in its margins", async () => {
    for (const title of ["A", "Why SET LOCAL, not SET", "Wide ".repeat(80), "W".repeat(200)]) {
      const { width, height, at } = await pixelsOf(await draw(title));
      expect([width, height]).toEqual([1200, 630]);
      const dark = places(width, height).filter(([x, y]) => at(x, y) < 100);
      expect(dark.length).toBeGreaterThan(500);
      const outside = dark.filter(([x, y]) => x < MARGIN - 6 || x > width - MARGIN + 6 || y < 40 || y > height - 40);
      expect(outside).toEqual([]);
    }
  });

  it("is the same bytes when it is drawn anew, and others for another title", async () => {
    expect(await draw("One title")).toEqual(await draw("One title"));
    expect(await draw("One title")).not.toEqual(await draw("Another title"));
  });

  it("is not promised for signs that the face lacks", () => {
    expect(sharePath({ title: "行レベル", foot: "Site" }, typeface)).toBeUndefined();
    expect(sharePath({ title: "Rows", foot: "Site" }, typeface)).toMatch(/^\/assets\/share\/[0-9a-f]{16}\.png$/);
  });
});

describe("the canvas", () => {
  it("covers as much as a shape's area says", () => {
    const shape = fc.tuple(
      fc.double({ min: 1, max: 20 }),
      fc.double({ min: 1, max: 20 }),
      fc.double({ min: 0.5, max: 9 }),
    );
    fc.assert(
      fc.property(
        shape.filter((numbers) => numbers.every(Number.isFinite)),
        ([x, y, size]) => {
          const canvas = new Canvas(32, 32);
          const corners: [number, number][] = [
            [x, y],
            [x + size, y + size / 3],
            [x + size / 2, y + size],
          ];
          corners.forEach(([x0, y0], index) => {
            const [x1, y1] = corners[(index + 1) % 3] as [number, number];
            canvas.edge(x0, y0, x1, y1);
          });
          const covered = canvas.read(256).reduce((sum, value) => sum + value / 255, 0);
          const area = (size * size - (size / 3) * (size / 2)) / 2;
          expect(Math.abs(covered - area)).toBeLessThan(0.15);
        },
      ),
      // A corner a rounding error right of a pixel's side: what it covers of that pixel once fell to the next one.
      { examples: [[[1.0000000000000002, 1, 4.067234756417402]]] },
    );
  });
});

async function draw(title: string): Promise<Uint8Array> {
  const card = { title, foot: "A Site of Essays" };
  const tools = { typeface, cache: new Cache(useTemporaryFolder()) };
  const drawn: Uint8Array[] = [];
  await writeShareImages([{ path: "/x.png", card }], tools, async (_path, bytes) => {
    drawn.push(bytes);
  });
  return drawn[0] as Uint8Array;
}

async function pixelsOf(png: Uint8Array) {
  const { data, info } = await sharp(png).greyscale().raw().toBuffer({ resolveWithObject: true });
  const at = (x: number, y: number) => data[(y * info.width + x) * info.channels] as number;
  return { width: info.width, height: info.height, at };
}

function places(width: number, height: number): [number, number][] {
  return Array.from({ length: width * height }, (_, index) => [index % width, Math.floor(index / width)]);
}
