/** Renditions: as large as promised, smaller than the original, made once, and without what a camera notes. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { crc32, gzipSync } from "node:zlib";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import type { Picture } from "../../src/content/picture.ts";
import { ContentError } from "../../src/content/problems/problem.ts";
import { failure } from "../../src/content/problems/result.ts";
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
    await writePictures([first.picture], missing, cache, async (path, make) => void again.set(path, await make()));
    expect(again).toEqual(first.written);
  });

  it("say nothing about where and with what they were taken", async () => {
    const { written } = await publish(file);
    for (const bytes of written.values()) expect((await sharp(bytes).metadata()).exif).toBeUndefined();
  });
});

describe("a picture that browsers don't show is refused, whatever its name says", () => {
  const bytes = (hex: string) => Buffer.from(hex.padEnd(80, "0"), "hex");
  const heic = readFileSync("tests/fixtures/with-metadata/photo.heic");
  it.each<[string, Uint8Array, string, string]>([
    ["photo.heic", heic, "is HEIC, which browsers don't show", "save it as JPEG or PNG"],
    ["photo.jpg", heic, "is HEIC, which browsers don't show", "save it as JPEG or PNG"],
    ["photo.heic", Buffer.from("text"), "is HEIC, which browsers don't show", "save it as JPEG or PNG"],
    [
      "scan.png",
      readFileSync("tests/fixtures/with-metadata/scan.tiff"),
      "is TIFF, which browsers don't show",
      "save it as JPEG or PNG",
    ],
    [
      "a.jxl",
      readFileSync("tests/fixtures/with-metadata/photo.jxl"),
      "is JPEG XL, which browsers don't show",
      "save it as JPEG or PNG",
    ],
    ["a.jxl", bytes("ff0a"), "is JPEG XL, which browsers don't show", "save it as JPEG or PNG"],
    ["a.jp2", bytes("0000000c6a5020200d0a870a"), "is JPEG 2000, which browsers don't show", "save it as JPEG or PNG"],
    ["a.bmp", bytes("424d46000000000000"), "is BMP, which browsers don't show", "save it as JPEG or PNG"],
    ["a.psd", bytes("38425053"), "is Photoshop's format, which browsers don't show", "save it as JPEG or PNG"],
    ["a.ico", bytes("0000010001"), "is ICO, which browsers don't show", "save it as JPEG or PNG"],
    ["a.dng", bytes("49492a00"), "is TIFF, which browsers don't show", "save it as JPEG or PNG"],
    [
      "film.png",
      readFileSync("tests/fixtures/with-metadata/film.mp4"),
      "is video or audio, which browsers don't show",
      "write <video>",
    ],
    [
      "a.png",
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      "is SVG, whatever its name says",
      "call it a.svg",
    ],
    ["a.svg", readFileSync(join(FIXTURES, "plan.png")), "is PNG, whatever its name says", "call it a.png"],
    ["a.svgz", gzipSync("<svg/>"), "is compressed, which not every host tells browsers", "save it as plain SVG"],
    ["a.png", Buffer.alloc(0), "is no picture that browsers show", "save it as JPEG or PNG"],
  ])("%s", async (name, content, message, hint) => {
    expect(await readPicture(name, content, cache)).toEqual(failure({ file: name, message, hint }));
  });
});

describe("a picture", () => {
  it("has the size that is seen, when the camera was turned", async () => {
    const turned = await sharp(join(FIXTURES, "harbour.jpg")).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    expect(await pictureOf("turned.jpg", turned)).toMatchObject({ width: 700, height: 1300 });
  });

  it("has colours of a wider gamut in all its renditions, and others in sRGB without a profile", async () => {
    const red = { create: { width: 64, height: 64, channels: 3, background: "red" } } as const;
    const wide = await sharp(red).withIccProfile("p3").png().toBuffer();
    const [pixel] = await sharp(wide, { ignoreIcc: true })
      .extract({ left: 9, top: 9, width: 1, height: 1 })
      .raw()
      .toBuffer();
    for (const bytes of (await publishBytes("wide.png", wide)).values()) {
      expect((await sharp(bytes).metadata()).icc).toBeDefined();
      const { data } = await sharp(bytes, { ignoreIcc: true }).raw().toBuffer({ resolveWithObject: true });
      expect(Math.abs((data[0] ?? 0) - (pixel ?? 0))).toBeLessThan(4);
    }
    const plain = await sharp(red).withIccProfile("srgb").png().toBuffer();
    for (const bytes of (await publishBytes("plain.png", plain)).values())
      expect((await sharp(bytes).metadata()).icc).toBeUndefined();
  });

  it("that is too tall for AVIF and WebP is published as PNG or JPEG alone", async () => {
    for (const [name, type] of [
      ["tall.png", "image/png"],
      ["tall.jpg", "image/jpeg"],
    ] as const) {
      const tall = sharp({ create: { width: 100, height: 16_500, channels: 3, background: "white" } });
      const bytes = await (name === "tall.png" ? tall.png() : tall.jpeg()).toBuffer();
      const picture = await pictureOf(name, bytes);
      expect(picture).toMatchObject({ renditions: [], fallback: { type, width: 100, height: 16_500 } });
      const [written] = (await publishBytes(name, bytes)).values();
      expect((await sharp(written).metadata()).height).toBe(16_500);
    }
  });

  it("that has room as AVIF alone is published as such, and as PNG", async () => {
    const bytes = await sharp({ create: { width: 10, height: 16_384, channels: 3, background: "white" } })
      .png()
      .toBuffer();
    const picture = await pictureOf("tall.png", bytes);
    expect(picture.renditions.map(({ type }) => type)).toEqual(["image/avif"]);
    expect((await publishBytes("tall.png", bytes)).size).toBe(2);
  });

  it("of more pixels than can be read is refused", async () => {
    const header = await sharp({ create: { width: 1, height: 1, channels: 3, background: "white" } })
      .png()
      .toBuffer();
    header.writeUInt32BE(30_000, 16);
    header.writeUInt32BE(30_000, 20);
    header.writeUInt32BE(crc32(header.subarray(12, 29)), 29);
    expect(await readPicture("huge.png", header, cache)).toMatchObject({ problems: [{ hint: "make it smaller" }] });
  });

  it("that moves is published as it is", async () => {
    for (const name of ["moving.png", "moving.gif", "moving.webp", "moving.avif"]) {
      const picture = await pictureOf(name, readFileSync(join("tests/fixtures/with-metadata", name)));
      expect(picture).toEqual({
        file: name,
        width: 32,
        height: 24,
        needsPaper: false,
        renditions: [],
        fallback: undefined,
      });
    }
  });

  it("is never made larger", async () => {
    const picture = await pictureOf("plan.png", readFileSync(join(FIXTURES, "plan.png")));
    expect(picture.renditions.map(({ width }) => width)).toEqual([480, 700, 480, 700]);
  });

  it("that breaks off is a problem with its file", async () => {
    const bytes = readFileSync(join(FIXTURES, "harbour.jpg")).subarray(0, 4000);
    writeFileSync(join(folder, "half.jpg"), bytes);
    const picture = await pictureOf("half.jpg", bytes);
    await expect(writePictures([picture], folder, cache, async (_path, make) => void (await make()))).rejects.toThrow(
      "half.jpg",
    );
  });
});

async function pictureOf(file: string, bytes: Uint8Array): Promise<Picture> {
  const picture = await readPicture(file, bytes, cache);
  if (!picture.ok) throw new ContentError(picture.problems);
  return picture.value;
}

async function publishBytes(name: string, bytes: Uint8Array) {
  writeFileSync(join(folder, name), bytes);
  const picture = await pictureOf(name, bytes);
  const written = new Map<string, Uint8Array>();
  await writePictures([picture], folder, cache, async (path, make) => void written.set(path, await make()));
  return written;
}

async function publish(file: string, kept = cache) {
  const picture = await pictureOf(file, readFileSync(join(FIXTURES, file)));
  const written = new Map<string, Uint8Array>();
  await writePictures(
    [picture],
    FIXTURES,
    kept,
    async (path, make) => void written.set(path, Buffer.from(await make())),
  );
  return { picture, written };
}

function all({ renditions, fallback }: Picture) {
  return fallback ? [...renditions, fallback] : renditions;
}
