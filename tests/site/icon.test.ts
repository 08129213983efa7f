/** A site's icon, as SVG or PNG, becomes what tabs, phones and installed sites show. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { AT, copyFixture } from "../support/built-fixture.ts";
import { filesOf, readAt } from "../support/built-site.ts";
import { attributeOf, elementsWith, parsePage } from "../support/html.ts";
import { runBuild } from "../support/run-build.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";
import { writeFiles } from "../support/write-files.ts";

const folder = useTemporaryFolder();
const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><metadata>SECRET</metadata><circle cx="5" cy="5" r="5" fill="#00f"/></svg>';

async function build(name: string, files: Record<string, string | Buffer>, more: string[] = []) {
  const site = join(folder, name);
  copyFixture("no-posts", site);
  writeFiles(site, files);
  const out = join(site, "_site");
  return { out, ...(await runBuild(["--site", site, "--out", out, "--at", AT, "--no-search", ...more])) };
}

const square = (side: number, height = side) =>
  sharp({ create: { width: side, height, channels: 4, background: { r: 0, g: 0, b: 255, alpha: 1 } } })
    .png()
    .toBuffer();
/** The colour of a pixel of a PNG, with its opacity. */
async function pixel(png: Buffer, x: number, y: number): Promise<number[]> {
  const { data, info } = await sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return [...data.subarray((y * info.width + x) * 4, (y * info.width + x) * 4 + 4)];
}
const linked = (out: string, rel: string) =>
  elementsWith(parsePage(readAt(out, "/")), "link", "rel", rel).map((link) => attributeOf(link, "href"));

describe.each([
  ["SVG", "_data/icon.svg", async () => Buffer.from(SVG)],
  ["PNG", "_data/icon.png", () => square(600)],
])("an icon in %s", (kind, file, make) => {
  it("is in each form, in its own colours, without metadata", async () => {
    const { out, code, output } = await build(kind, { [file]: await make() });
    expect(code, output).toBe(0);
    const [icon = ""] = linked(out, "icon");
    expect(icon).toMatch(new RegExp(`^/assets/icon-\\w{8}\\.${kind.toLowerCase()}$`));
    expect(readFileSync(join(out, icon), "latin1")).not.toContain("SECRET");
    const { icons, ...manifest } = JSON.parse(readFileSync(join(out, linked(out, "manifest")[0] ?? ""), "utf8"));
    expect(manifest).toMatchObject({ start_url: "/", scope: "/" });
    expect(icons.map(({ sizes, purpose }: Record<string, string>) => [sizes, purpose])).toEqual([
      ["192x192", "any"],
      ["512x512", "any"],
      ["512x512", "maskable"],
    ]);
    for (const { src, sizes, purpose } of icons) {
      const png = readFileSync(join(out, src));
      const { width, height } = await sharp(png).metadata();
      expect(`${width}x${height}`).toBe(sizes);
      expect(await pixel(png, (width ?? 0) / 2, (height ?? 0) / 2)).toEqual([0, 0, 255, 255]);
      // What a phone may cut off has the colour of the page, and nothing is seen through it.
      if (purpose === "maskable") expect(await pixel(png, 2, 2)).toEqual([0xfb, 0xfa, 0xf6, 255]);
    }
    const touch = readFileSync(join(out, "apple-touch-icon.png"));
    expect(await sharp(touch).metadata()).toMatchObject({ width: 180, height: 180 });
    expect(await pixel(touch, 1, 1)).toEqual([0xfb, 0xfa, 0xf6, 255]);
  });

  it("is an ICO of three sizes, where browsers ask for one", async () => {
    const ico = readFileSync(join(folder, kind, "_site/favicon.ico"));
    expect([...ico.subarray(0, 6)]).toEqual([0, 0, 1, 0, 3, 0]);
    for (const [index, size] of [16, 32, 48].entries()) {
      const at = 6 + 16 * index;
      const [length, offset] = [ico.readUInt32LE(at + 8), ico.readUInt32LE(at + 12)];
      expect(await sharp(ico.subarray(offset, offset + length)).metadata()).toMatchObject({
        width: size,
        height: size,
      });
    }
  });
});

it("a site without one has ours, and each page the colours of its bars", async () => {
  const { out } = await build("none", {});
  expect(filesOf(out)).toEqual(expect.arrayContaining(["favicon.ico", "apple-touch-icon.png", "manifest.webmanifest"]));
  const colours = elementsWith(parsePage(readAt(out, "/")), "meta", "name", "theme-color");
  expect(colours.map((meta) => [attributeOf(meta, "content"), attributeOf(meta, "media")])).toEqual([
    ["#171614", "(prefers-color-scheme:dark)"],
    ["#fbfaf6", undefined],
  ]);
});

it("a file of public/ stands for the one of ours that has its address", async () => {
  const { out, code, output } = await build("own", {
    "public/favicon.ico": "theirs",
    "public/manifest.webmanifest": "{}",
  });
  expect(code, output).toBe(0);
  expect(readFileSync(join(out, "favicon.ico"), "utf8")).toBe("theirs");
  expect(readFileSync(join(out, "manifest.webmanifest"), "utf8")).toBe("{}");
});

it("a site in a subfolder says where phones find it, since they look at the top", async () => {
  const { out } = await build("below", {}, ["--path-prefix", "/blog/"]);
  expect(linked(out, "apple-touch-icon")).toEqual(["/blog/apple-touch-icon.png"]);
  expect(JSON.parse(readFileSync(join(out, "manifest.webmanifest"), "utf8"))).toMatchObject({ scope: "/blog/" });
});

const pictures = { small: await square(64), wide: await square(700, 600), fitting: await square(600) };

describe("an icon is refused", () => {
  it.each([
    [
      "small",
      { "_data/icon.png": pictures.small },
      "_data/icon.png has 64 × 64 pixels, and phones show more (save it with 512 × 512, or as SVG)",
    ],
    [
      "wide",
      { "_data/icon.png": pictures.wide },
      "_data/icon.png has 700 × 600 pixels, and icons are square (cut it to a square)",
    ],
    [
      "no PNG",
      { "_data/icon.png": "GIF89a" },
      "_data/icon.png is no PNG that can be read (save it again, as PNG or SVG)",
    ],
    ["running", { "_data/icon.svg": SVG.replace("<metadata>", "<script>x</script><metadata>") }, "_data/icon.svg "],
    [
      "without a size",
      { "_data/icon.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>' },
      "_data/icon.svg does not say how large it is",
    ],
    [
      "there twice",
      { "_data/icon.svg": SVG, "_data/icon.png": pictures.fitting },
      "_data/icon.png is the icon, and so is _data/icon.svg (delete one)",
    ],
    [
      "called otherwise",
      { "_data/favicon.ico": "x" },
      "_data/favicon.ico is not read as the site's icon (it is icon.svg, or icon.png)",
    ],
  ])("that is %s", async (name, files, problem) => {
    const { code, output } = await build(name, files);
    expect([code, output]).toEqual([1, expect.stringContaining(problem)]);
  });
});
