/** Detects transparent pictures that need light paper behind them by night, such as black lines on no background. */

/** Those of styles/colours.css, by day and by night. */
const DAY = [0xfb, 0xfa, 0xf6] as const;
const NIGHT = [0x17, 0x16, 0x14] as const;
/** The least contrast of graphics (WCAG 2.2, 1.4.11). */
const LEAST_CONTRAST = 3;
/** Pictures are examined at the size at which readers see them, in pixels. */
const LARGEST = { width: 1160, height: 2320 };
const WIDEST_LINE = 12;
const TRANSPARENT = 32;
/** Shares of all pixels: less is noise, more is an opaque picture with a transparent margin, such as a window with its shadow. */
const LEAST_OF_LINES = 0.0002;
const MOST_OF_SHAPES = 0.6;

/** Takes any format that sharp reads; rejects for others. */
export async function needsPaper(bytes: Uint8Array): Promise<boolean> {
  const { default: sharp } = await import("sharp");
  const image = sharp(bytes)
    .autoOrient()
    .resize({ ...LARGEST, fit: "inside", withoutEnlargement: true });
  const { data, info } = await image
    .toColourspace("srgb")
    .ensureAlpha()
    .raw({ depth: "uchar" })
    .toBuffer({ resolveWithObject: true });
  const isTransparent = (at: number) => (data[4 * at + 3] ?? 0) < TRANSPARENT;
  const pixels = info.width * info.height;
  let shown = 0;
  let lost = 0;
  let inLines = 0;
  for (let at = 0; at < pixels; at++) {
    if (isTransparent(at)) continue;
    shown++;
    if (!isLost(data, 4 * at)) continue;
    lost++;
    const x = at % info.width;
    const isThin =
      between(at, 1, x, info.width, isTransparent) ||
      between(at, info.width, (at - x) / info.width, info.height, isTransparent);
    if (isThin) inLines++;
  }
  const isShape = shown < MOST_OF_SHAPES * pixels && lost > shown / 2;
  return shown < pixels && (inLines > LEAST_OF_LINES * pixels || isShape);
}

/** True where a row or column is transparent on both sides of a pixel within a line's width; `place` is its index in it. */
function between(
  at: number,
  step: number,
  place: number,
  end: number,
  isTransparent: (at: number) => boolean,
): boolean {
  let before = 1;
  while (before <= WIDEST_LINE && place - before >= 0 && !isTransparent(at - before * step)) before++;
  if (before > WIDEST_LINE) return false;
  let after = 1;
  while (after <= WIDEST_LINE && place + after < end && !isTransparent(at + after * step)) after++;
  return before + after - 1 <= WIDEST_LINE;
}

/** Visible on the day's paper but not on the night's. */
function isLost(data: Buffer, at: number): boolean {
  return contrast(data, at, DAY) >= LEAST_CONTRAST && contrast(data, at, NIGHT) < LEAST_CONTRAST;
}

function contrast(data: Buffer, at: number, paper: readonly [number, number, number]): number {
  const alpha = (data[at + 3] ?? 0) / 255;
  const on = (channel: 0 | 1 | 2) => (data[at + channel] ?? 0) * alpha + paper[channel] * (1 - alpha);
  const [one, other] = [luminance(on(0), on(1), on(2)), luminance(...paper)];
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}

/** WCAG's relative luminance. */
function luminance(red: number, green: number, blue: number): number {
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

const LINEAR = Float64Array.from({ length: 256 }, (_, value) => {
  const share = value / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
});

function linear(value: number): number {
  return LINEAR[Math.round(value)] ?? 1;
}
