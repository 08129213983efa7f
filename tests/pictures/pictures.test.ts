/** Renditions: as large as promised, smaller than the original, made once, and without what a camera notes. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import type { Picture } from "../../src/content/picture.ts";
import { Cache } from "../../src/pictures/cache.ts";
import { readPicture } from "../../src/pictures/read-picture.ts";
import { writePictures } from "../../src/pictures/write-pictures.ts";
import { FIXTURES } from "../support/render-post.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";

const cache = new Cache(useTemporaryFolder());
const folder = useTemporaryFolder();

describe.each(["harbour.jpg", "plan.png"])("the renditions of %s", (file) => {
  it("are as large as the page says, and in the formats that it says", async () => {
    const { picture, written } = await publish(file);
    for (const { path, width, height, type } of all(picture)) {
      const actual = await sharp(written.get(path)).metadata();
      const format = type === "image/avif" ? "heif" : type.slice("image/".length);
      expect({ width: actual.width, height: actual.height, format: actual.format }).toEqual({ width, height, format });
    }
    expect([...written.keys()].sort()).toEqual(
      all(picture)
        .map(({ path }) => path)
        .sort(),
    );
  });

  it("are each smaller than the next larger one, and than the original", async () => {
    const { picture, written } = await publish(file);
    const bytesOf = (type: string) =>
      picture.renditions.filter((one) => one.type === type).map(({ path }) => written.get(path)?.length ?? 0);
    for (const sizes of [bytesOf("image/avif"), bytesOf("image/webp")]) {
      expect(sizes).toEqual(sizes.toSorted((a, b) => a - b));
      expect(sizes.at(-1)).toBeLessThan(readFileSync(join(FIXTURES, file)).length);
    }
  });

  it("are the same bytes when they are made anew, and are made once", async () => {
    const first = await publish(file);
    expect(await publish(file)).toEqual(first);
    expect(await publish(file, new Cache(useTemporaryFolder()))).toEqual(first);
    const missing = join(folder, "nowhere");
    const again = new Map<string, Uint8Array>();
    await writePictures([first.picture], missing, cache, async (path, bytes) => void again.set(path, bytes));
    expect(again).toEqual(first.written);
  });

  it("say nothing about where and with what they were taken", async () => {
    const { written } = await publish(file);
    for (const bytes of written.values()) expect((await sharp(bytes).metadata()).exif).toBeUndefined();
  });
});

describe("a picture", () => {
  it("has the size that is seen, when the camera was turned", async () => {
    const turned = await sharp(join(FIXTURES, "harbour.jpg")).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    expect(await pictureOf("turned.jpg", turned)).toMatchObject({ width: 700, height: 1300 });
  });

  it("is never made larger", async () => {
    const picture = await pictureOf("plan.png", readFileSync(join(FIXTURES, "plan.png")));
    expect(picture.renditions.map(({ width }) => width)).toEqual([480, 700, 480, 700]);
  });

  it("that breaks off is a problem with its file", async () => {
    const bytes = readFileSync(join(FIXTURES, "harbour.jpg")).subarray(0, 4000);
    writeFileSync(join(folder, "half.jpg"), bytes);
    const picture = await pictureOf("half.jpg", bytes);
    await expect(writePictures([picture], folder, cache, async () => {})).rejects.toThrow("half.jpg");
  });
});

async function pictureOf(file: string, bytes: Uint8Array): Promise<Picture> {
  const picture = await readPicture(file, bytes);
  if (!picture.ok) throw new Error(picture.problems[0]?.message);
  return picture.value;
}

async function publish(file: string, kept = cache) {
  const picture = await pictureOf(file, readFileSync(join(FIXTURES, file)));
  const written = new Map<string, Uint8Array>();
  await writePictures([picture], FIXTURES, kept, async (path, bytes) => void written.set(path, Buffer.from(bytes)));
  return { picture, written };
}

function all({ renditions, fallback }: Picture) {
  return fallback ? [...renditions, fallback] : renditions;
}
