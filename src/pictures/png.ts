/** Writes a PNG of 16 colours (PNG specification, third edition), which is all that words on paper need. */
import { promisify } from "node:util";
import { crc32, deflate } from "node:zlib";

export type Colour = [red: number, green: number, blue: number];

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const BITS = 4;
const INDEXED = 3;
const compress = promisify(deflate);

/** `values` has a byte for each pixel, row by row: the index of its colour in the palette, from 0 to 15. */
export async function pngOf(width: number, height: number, values: Uint8Array, palette: Colour[]): Promise<Buffer> {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([BITS, INDEXED], 8);
  const data = await compress(packed(width, height, values), { level: 6 });
  const colours = Buffer.from(palette.flat());
  return Buffer.concat([
    SIGNATURE,
    chunk("IHDR", header),
    chunk("PLTE", colours),
    chunk("IDAT", data),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** Two pixels a byte; each row begins with the number of its filter, which is none. */
function packed(width: number, height: number, values: Uint8Array): Buffer {
  const stride = 1 + width / 2;
  const rows = Buffer.alloc(stride * height);
  for (let row = 0; row < height; row++) {
    let from = row * width;
    for (let to = row * stride + 1; to < (row + 1) * stride; to++) {
      rows[to] = ((values[from] ?? 0) << 4) | (values[from + 1] ?? 0);
      from += 2;
    }
  }
  return rows;
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}
