/** Metadata is removed from files without touching pixels and sound; the files are real, their metadata is by ExifTool. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { failure, success } from "../../../src/content/problems/result.ts";
import { publishedOf, publishFile, withoutMetadata } from "../../../src/pictures/metadata/published.ts";
import { useTemporaryFolder } from "../../support/temporary-folder.ts";

const FOLDER = "tests/fixtures/with-metadata";
/** Names, numbers and locations in them. */
const SECRETS = /SECRET|SERIAL123|Jana Owner|Wien|48\.2|ISO6709|GPSL|\u00a9xyz|loci/;
const folder = useTemporaryFolder();
const files = readdirSync(FOLDER).filter((file) => file !== "scan.tiff");
const still = files.filter((file) => /\.(jpg|png|webp|gif)$|photo\.avif/.test(file));

describe.each(files)("%s", (file) => {
  it("has no metadata", () => {
    expect(metadataIn(read(file))).not.toEqual([]);
    expect(metadataIn(publishedBytes(file))).toEqual([]);
  });

  it("does not change when it is published again, nor as a file", async () => {
    const once = publishedBytes(file);
    expect(withoutMetadata(once)).toEqual(once);
    const to = join(folder, file);
    await publishFile(FOLDER, file, to);
    expect(readFileSync(to).equals(once)).toBe(true);
  });

  it("is published or refused, wherever it is truncated or damaged", () => {
    const bytes = read(file);
    for (let end = 0; end < bytes.length; end += 7) withoutMetadata(bytes.subarray(0, end));
    const change = fc.tuple(fc.nat(bytes.length - 1), fc.constantFrom(0, 1, 0x7f, 0x80, 0xff));
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 6 }), (changes) => {
        const broken = Buffer.from(bytes);
        for (const [at, value] of changes) broken[at] = value;
        const published = withoutMetadata(broken);
        expect(published === undefined || published.length > 0).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});

describe("a picture", () => {
  it.each(still)("%s has the same pixels, colour profile and orientation", async (file) => {
    expect(await seen(publishedBytes(file))).toEqual(await seen(read(file)));
  });

  it("that is a progressive JPEG keeps all scans, and loses what is between and after them", () => {
    const photo = publishedBytes("photo.jpg");
    const scan = photo.indexOf(Buffer.from([0xff, 0xda]), photo.indexOf(Buffer.from([0xff, 0xda])) + 2);
    expect(scan).toBeGreaterThan(0);
    const comment = Buffer.concat([Buffer.from([0xff, 0xfe, 0, 8]), Buffer.from("SECRET")]);
    const between = Buffer.concat([photo.subarray(0, scan), comment, photo.subarray(scan)]);
    const film = Buffer.concat([between, read("film.mp4")]);
    expect(Buffer.from(withoutMetadata(film) ?? [])).toEqual(photo);
  });

  it("that is a JPEG without its end is refused", () => {
    expect(withoutMetadata(publishedBytes("photo.jpg").subarray(0, -2))).toBeUndefined();
  });

  it("of a screen keeps its colour profile without the display's serial number", () => {
    const file = join(folder, "screen.jpg");
    const profile = withTag("mmod", "SERIAL123");
    const segment = Buffer.concat([Buffer.from("ICC_PROFILE\0\x01\x01", "latin1"), profile]);
    const photo = publishedBytes("photo.jpg");
    const head = Buffer.from([0xff, 0xd8, 0xff, 0xe2, (segment.length + 2) >> 8, (segment.length + 2) & 255]);
    writeFileSync(file, Buffer.concat([head, segment, photo.subarray(2)]));
    const published = withoutMetadata(readFileSync(file));
    expect(metadataIn(Buffer.from(published ?? []))).toEqual([]);
    expect(Buffer.from(published ?? []).includes("mmod")).toBe(true);
  });
});

describe("a file of another kind", () => {
  it.each([
    ["scan.tiff", "contains metadata, such as Exif or XMP"],
    ["photo.pdf", "contains the location where a photograph was taken"],
    ["active.svg", "has a <script>, which a picture may not"],
  ])("whose metadata can't be removed is refused: %s", (name, message) => {
    const contents: Record<string, Buffer> = {
      "scan.tiff": read("scan.tiff"),
      "photo.pdf": Buffer.concat([Buffer.from("%PDF-1.7\n\0"), read("photo.jpg")]),
      "active.svg": Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'),
    };
    writeFileSync(join(folder, name), contents[name] ?? "");
    expect(publishedOf(folder, name)).toMatchObject(failure({ file: name, message }));
  });

  it("is published as it is, if it is a text about such things", () => {
    writeFileSync(join(folder, "exif.ts"), 'const tags = ["exif:GPSLatitude", "<svg>", "Exif"];');
    expect(publishedOf(folder, "exif.ts")).toEqual(success({ patches: [] }));
  });

  it("is no SVG because there is one in it", () => {
    writeFileSync(join(folder, "page.html"), "<!doctype html><p><svg viewBox='0 0 1 1'><script></script></svg>");
    expect(publishedOf(folder, "page.html")).toEqual(success({ patches: [] }));
  });

  it("is an SVG if it is called one", () => {
    writeFileSync(join(folder, "hidden.svg"), "\0<svg><script/></svg>");
    expect(publishedOf(folder, "hidden.svg")).toMatchObject(
      failure({ file: "hidden.svg", message: "is no well-formed SVG" }),
    );
  });
});

function read(file: string): Buffer {
  return readFileSync(join(FOLDER, file));
}

function publishedBytes(file: string): Buffer {
  return Buffer.from(withoutMetadata(read(file)) ?? []);
}

/** Includes Exif with more than an orientation, and pictures that are embedded in a drawing. */
function metadataIn(bytes: Buffer): string[] {
  const text = bytes.toString("latin1");
  const inner = [...text.matchAll(/base64,([^"]+)/g)].flatMap(([, data = ""]) =>
    metadataIn(Buffer.from(data.replace(/&#10;/g, ""), "base64")),
  );
  const heads = bytes.toString("hex").matchAll(/(?:4d4d002a00000008|49492a0008000000)(.{4})/g);
  const exif = [...heads].filter(([, count]) => count !== "0000" && count !== "0001");
  return [...(SECRETS.exec(text) ?? []), ...exif.map(([, count]) => `Exif with ${count} entries`), ...inner];
}

async function seen(bytes: Buffer) {
  const image = sharp(bytes, { animated: true, ignoreIcc: true });
  const { orientation, icc, pages, delay, loop } = await image.metadata();
  return { pixels: await image.raw().toBuffer(), orientation, icc, pages, delay, loop };
}

/** A profile of one tag. */
function withTag(tag: string, value: string): Buffer {
  const profile = Buffer.alloc(160 + value.length);
  profile.writeUInt32BE(1, 128);
  profile.write(tag, 132, "latin1");
  profile.writeUInt32BE(152, 136);
  profile.writeUInt32BE(value.length + 8, 140);
  profile.write("mmod", 152, "latin1");
  profile.write(value, 160, "latin1");
  return profile;
}
