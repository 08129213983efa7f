/** Share images: the title in the site's own face on its paper, the same bytes wherever they are drawn. */
import fc from "fast-check";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import type { Cover } from "../../src/content/cover.ts";
import { Cache } from "../../src/pictures/cache.ts";
import { Canvas } from "../../src/pictures/canvas.ts";
import { shareImageOf, writeShareImages } from "../../src/pictures/share-images.ts";
import { legibleCard } from "../../src/pictures/share-words.ts";
import { Typeface } from "../../src/pictures/typeface.ts";
import { readTextFonts } from "../../src/theme/assets.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";

const typeface = new Typeface(await readTextFonts());
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

  it("has an entry's cover between the title and the foot, whose words stay clear of it", async () => {
    const cover: Cover = {
      lanes: 4,
      strokes: [0, 1, 2, 3].flatMap((lane): Cover["strokes"] => [
        { kind: "lane", lane, from: 0, to: 1 },
        { kind: "held", lane, from: 0, to: 0.5 },
        { kind: "wait", lane, from: 0.5, to: 1 },
        { kind: "step", lane, from: 0, to: 0 },
        { kind: "step", lane, from: 1, to: 1 },
      ]),
    };
    for (const title of ["A", "Wide ".repeat(80), "שלום"]) {
      const [bare, covered] = [await draw(title), await draw(title, "example.org/", cover)];
      expect(covered).not.toEqual(bare);
      const { width, height, at } = await pixelsOf(covered);
      const dark = places(width, height).filter(([x, y]) => at(x, y) < 100);
      expect(dark.filter(([x]) => x < MARGIN - 6 || x > width - MARGIN + 6)).toEqual([]);
      // A point at either end of each line, and nothing dark between the title and the first of them.
      for (const y of [398, 432, 466, 500]) expect([at(MARGIN + 9, y), at(width - MARGIN - 9, y)]).toEqual([29, 29]);
      expect(dark.filter(([, y]) => y > 376 && y < 386)).toEqual([]);
    }
  });

  it("is the same for a letter in one character and in two", async () => {
    expect(await draw("Dvořák")).toEqual(await draw("Dvořák".normalize("NFD")));
  });
});

describe("what stands on a share image", () => {
  const address = "notes.example.org/posts/a-post/";
  const [PATH, HOST] = ["notes.example.org/\u200bposts/\u200ba-\u200bpost", "notes.example.org"];

  it.each([
    ["Dvořák in Łódź → Ağrı, Iași, Ηράκλειο, Чехов, Việt", "Dvořák in Łódź → Ağrı, Iași, Ηράκλειο, Чехов, Việt"],
    ["🚀 Launch day 👩‍💻🇨🇿 3️⃣ steps ✅", "Launch day 3 steps"],
    ["I ❤️ SQL™ ✓", "I SQL™ ✓"],
    ["Ａ ⇒ Ｂ ㎏ so\u00adft non‑breaking", "A → B kg soft non-breaking"],
    ["行レベルセキュリティ", PATH],
    ["PostgreSQL の 行", PATH],
    ["שלום עולם", PATH],
    ["مرحبا بالعالم", PATH],
    ["हिन्दी में", PATH],
    ["🎉🎉", PATH],
    ["x ∈ ℵ", PATH],
  ])("for %j", (title, expected) => {
    expect(legibleCard({ title, foot: "A Site", address }, typeface)).toEqual({ title: expected, foot: "A Site" });
  });

  it("is the host where neither the site's name nor the address can be set", () => {
    const words = { title: "記事", foot: "日記", address: "notes.example.org/%E8%A8%98/" };
    expect(legibleCard(words, typeface)).toEqual({ title: HOST, foot: HOST });
  });

  it("has letters that the face has, of any text at all", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "grapheme" }), fc.string({ unit: "binary" }), async (title, foot) => {
        const card = legibleCard({ title, foot, address }, typeface);
        expect(typeface.has(card.title.replaceAll("\u200b", "") + card.foot)).toBe(true);
        expect(card.title).not.toBe("");
      }),
    );
  });

  it("breaks a long address behind its slashes and hyphens", async () => {
    const { width, height, at } = await pixelsOf(
      await draw("字", `notes.example.org/posts/${"row-level-".repeat(9)}/`),
    );
    expect(places(width, height).filter(([x, y]) => x > width - MARGIN + 6 && at(x, y) < 100)).toEqual([]);
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

async function draw(title: string, address = "example.org/", cover?: Cover): Promise<Uint8Array> {
  const image = shareImageOf({ title, foot: "A Site of Essays", address, cover }, typeface);
  const tools = { typeface, cache: new Cache(useTemporaryFolder()) };
  const drawn: Uint8Array[] = [];
  await writeShareImages([image], tools, async (_path, make) => {
    const bytes = await make();
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
