/** A site's icon in the forms that browsers, phones and feed readers ask for, all made of one SVG or PNG. */
import { parse } from "node:path";
import type { Problem } from "../content/problems/problem.ts";
import { failure, type Result, success } from "../content/problems/result.ts";
import { type Cache, digestOf } from "./cache.ts";
import { kindOf } from "./metadata/file-kind.ts";
import { pngWithoutMetadata } from "./metadata/png.ts";
import { svgWithoutMetadata } from "./metadata/svg.ts";
import { svgFault } from "./svg/svg-file.ts";
import { svgSize } from "./svg/svg-size.ts";
import { svgSource } from "./svg/svg-source.ts";

/** Goes up when the forms are to be made anew. */
const VERSION = 1;
/** Browsers and phones ask for these two whatever a page says. */
const FAVICON = "/favicon.ico";
const TOUCH_ICON = "/apple-touch-icon.png";
/** In pixels. */
const FAVICON_SIZES = [16, 32, 48];
const TOUCH_SIZE = 180;
const APP_SIZES = [192, 512];
const LARGEST = 512;
/** The share of an image that the icon fills where systems cut a shape out of it; a circle of 0.8 is always left (W3C, App Manifest). */
const INSET = { touch: 0.78, maskable: 0.56 };

export interface SiteIcon {
  /** The site-relative path of the icon that pages name. */
  readonly path: string;
  /** For the web app manifest. */
  readonly forApps: readonly { path: string; sizes: string; type: string; purpose: "any" | "maskable" }[];
  readonly files: readonly { path: string; contents: Uint8Array }[];
}

/** `paper` is the colour behind icons that can't be transparent; `file` is named in problems. */
export async function siteIcon(
  file: string,
  bytes: Uint8Array,
  paper: string,
  cache: Cache,
): Promise<Result<SiteIcon>> {
  const checked = file.endsWith(".svg") ? svgIcon(file, bytes) : await pngIcon(file, bytes);
  if (!checked.ok) return checked;
  const clean = checked.value;
  const png = (size: number, share: number, ground?: string) =>
    cache.bytes("icons", `${VERSION} ${digestOf(clean)} ${size} ${share} ${ground ?? ""}`, () =>
      drawn(clean, size, share, ground),
    );
  const favicon = icoOf(await Promise.all(FAVICON_SIZES.map(async (size) => ({ size, png: await png(size, 1) }))));
  const main = named(file, clean);
  const apps = await Promise.all(
    APP_SIZES.map(async (size) => ({ size, ...named(`icon-${size}.png`, await png(size, 1)) })),
  );
  const maskable = named("icon-maskable.png", await png(LARGEST, INSET.maskable, paper));
  const touch = { path: TOUCH_ICON, contents: await png(TOUCH_SIZE, INSET.touch, paper) };
  const type = "image/png";
  return success({
    path: main.path,
    forApps: [
      ...apps.map(({ path, size }) => ({ path, sizes: `${size}x${size}`, type, purpose: "any" as const })),
      { path: maskable.path, sizes: `${LARGEST}x${LARGEST}`, type, purpose: "maskable" },
    ],
    files: [
      main,
      ...apps.map(({ path, contents }) => ({ path, contents })),
      maskable,
      touch,
      { path: FAVICON, contents: favicon },
    ],
  });
}

function svgIcon(file: string, bytes: Uint8Array): Result<Uint8Array> {
  const source = svgSource(file, bytes);
  if (!source.ok) return source;
  const fault = svgFault(source.value);
  if (fault) return failure({ file, ...fault });
  if (!svgSize(source.value))
    return failure({ file, message: "does not say how large it is", hint: "give its <svg> a viewBox" });
  return success(Buffer.from(svgWithoutMetadata(source.value, (inner) => inner)));
}

async function pngIcon(file: string, bytes: Uint8Array): Promise<Result<Uint8Array>> {
  const clean = kindOf(bytes) === "png" ? pngWithoutMetadata(bytes) : undefined;
  if (!clean) return failure({ file, message: "is no PNG that can be read", hint: "save it again, as PNG or SVG" });
  const { default: sharp } = await import("sharp");
  const { width, height } = await sharp(clean).metadata();
  const problem = (message: string, hint: string): Result<Uint8Array> =>
    failure({ file, message, hint } satisfies Problem);
  if (width !== height) return problem(`has ${width} × ${height} pixels, and icons are square`, "cut it to a square");
  if (width < LARGEST)
    return problem(
      `has ${width} × ${height} pixels, and phones show more`,
      `save it with ${LARGEST} × ${LARGEST}, or as SVG`,
    );
  return success(clean);
}

/** A PNG of `size` pixels; the icon takes a share of its width, on a ground or on nothing. */
async function drawn(icon: Uint8Array, size: number, share: number, ground: string | undefined): Promise<Uint8Array> {
  const { default: sharp } = await import("sharp");
  const inner = Math.round(size * share);
  const before = Math.floor((size - inner) / 2);
  const after = size - inner - before;
  // sharp flattens before it extends, in whatever order the two are called: so both are given the ground.
  const background = ground ?? { r: 0, g: 0, b: 0, alpha: 0 };
  // An SVG is drawn at its own size unless its density says more.
  const image = sharp(icon, { density: densityFor(icon, inner) })
    .resize(inner, inner, { fit: "contain", background })
    .extend({ top: before, bottom: after, left: before, right: after, background });
  return (ground ? image.flatten({ background: ground }) : image).png({ compressionLevel: 9 }).toBuffer();
}

/** Dots per inch at which an SVG is as large as it will be; any for a PNG. */
function densityFor(icon: Uint8Array, size: number): number {
  const own = kindOf(icon) === "png" ? undefined : svgSize(Buffer.from(icon).toString("utf8"));
  const scale = own ? size / Math.max(1, Math.min(own.width, own.height)) : 1;
  return Math.min(2400, Math.max(72, Math.ceil(72 * scale)));
}

/** ICO with a PNG for each size, as every browser reads it: https://learn.microsoft.com/previous-versions/ms997538(v=msdn.10) */
function icoOf(images: readonly { size: number; png: Uint8Array }[]): Uint8Array {
  const [header, entry] = [6, 16];
  const head = Buffer.alloc(header + entry * images.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(images.length, 4);
  let offset = head.length;
  for (const [index, { size, png }] of images.entries()) {
    const at = header + entry * index;
    head.writeUInt8(size, at);
    head.writeUInt8(size, at + 1);
    head.writeUInt16LE(1, at + 4);
    head.writeUInt16LE(32, at + 6);
    head.writeUInt32LE(png.length, at + 8);
    head.writeUInt32LE(offset, at + 12);
    offset += png.length;
  }
  return Buffer.concat([head, ...images.map(({ png }) => png)]);
}

function named(file: string, contents: Uint8Array): { path: string; contents: Uint8Array } {
  const { name, ext } = parse(file);
  return { path: `/assets/${name}-${digestOf(contents).slice(0, 8)}${ext}`, contents };
}
