/**
 * Compressed copies beside the texts of a built site, such as `index.html.br`, where they are shorter. A copy has the time of its
 * text, from which servers make validators, and the same text gives the same bytes.
 */
import { createHash } from "node:crypto";
import { copyFile, mkdir, readdir, readFile, rename, stat, utimes, writeFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import * as zlib from "node:zlib";
import { mediaTypeOf } from "./hosts/media-types.ts";

/** In bytes: saving less does not pay for a header and one more file. */
const LEAST_SAVED = 64;

type Compress = (bytes: Uint8Array) => Promise<Uint8Array>;

/** By the ending of a copy's name. Node has no Zstandard before 22.15. */
const CODINGS = new Map<string, Compress>([
  [
    "br",
    (bytes) =>
      promisify(zlib.brotliCompress)(bytes, {
        params: {
          [zlib.constants.BROTLI_PARAM_QUALITY]: zlib.constants.BROTLI_MAX_QUALITY,
          [zlib.constants.BROTLI_PARAM_MODE]: zlib.constants.BROTLI_MODE_TEXT,
          [zlib.constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
        },
      }),
  ],
  ["gz", (bytes) => promisify(zlib.gzip)(bytes, { level: 9 })],
  ...("zstdCompress" in zlib
    ? [
        [
          "zst",
          (bytes: Uint8Array) =>
            promisify(zlib.zstdCompress)(bytes, { params: { [zlib.constants.ZSTD_c_compressionLevel]: 19 } }),
        ] as const,
      ]
    : []),
]);

export interface Copies {
  /** How many texts got copies. */
  readonly texts: number;
  readonly files: number;
}

/**
 * Writes the copies with these endings into `folder`, which has a site. `cache` keeps copies from one build to the next. A file of
 * the site that has the name of a copy stays.
 */
export async function writeCompressedCopies(
  folder: string,
  endings: readonly string[],
  cache: string,
): Promise<Copies> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  const texts = files.filter((file) => mediaTypeOf(file)?.isText);
  const writer = new CopyWriter(new Set(files), endings, cache);
  const left = texts[Symbol.iterator]();
  const counts = { texts: 0, files: 0 };
  const work = async () => {
    for (const text of left) {
      const made = await writer.write(text);
      counts.files += made;
      if (made > 0) counts.texts += 1;
    }
  };
  // The work is done by zlib's threads. A failure is reported when all have ended, since the folder may be removed then.
  const done = await Promise.allSettled(Array.from({ length: availableParallelism() }, work));
  const failed = done.find((result) => result.status === "rejected");
  if (failed) throw failed.reason;
  return counts;
}

class CopyWriter {
  readonly #own: ReadonlySet<string>;
  readonly #codings: readonly (readonly [ending: string, compress: Compress])[];
  readonly #cache: string;
  /** Files of the cache that exist or are being made: several files can have the same text. */
  readonly #kept = new Map<string, Promise<number>>();

  constructor(own: ReadonlySet<string>, endings: readonly string[], cache: string) {
    this.#own = own;
    this.#codings = [...CODINGS].filter(([ending]) => endings.includes(ending));
    this.#cache = cache;
  }

  /** Writes the copies of one text if each of them is worth it, and returns how many there are. */
  async write(text: string): Promise<number> {
    const bytes = await readFile(text);
    if (bytes.length <= LEAST_SAVED) return 0;
    const digest = createHash("sha256").update(bytes).digest("hex");
    const { atimeMs, mtimeMs } = await stat(text);
    const wanted = this.#codings
      .map(([ending, compress]) => ({ copy: `${text}.${ending}`, ending, compress }))
      .filter(({ copy }) => !this.#own.has(copy))
      .map((one) => ({ ...one, kept: join(this.#cache, one.ending, digest.slice(0, 2), digest) }));
    // nginx says that an answer varies only where there is a copy in gzip: a text has one in each coding, or none.
    for (const { kept, compress } of wanted)
      if ((await this.#sizeOf(kept, () => compress(bytes))) > bytes.length - LEAST_SAVED) return 0;
    for (const { copy, kept } of wanted) {
      await copyFile(kept, copy);
      await utimes(copy, atimeMs / 1000, mtimeMs / 1000);
    }
    return wanted.length;
  }

  #sizeOf(kept: string, make: () => Promise<Uint8Array>): Promise<number> {
    const known = this.#kept.get(kept) ?? sizeOrMade(kept, make);
    this.#kept.set(kept, known);
    return known;
  }
}

/** The size of a file of the cache, which is made if it is missing. */
async function sizeOrMade(kept: string, make: () => Promise<Uint8Array>): Promise<number> {
  const found = await stat(kept).catch(() => undefined);
  if (found) return found.size;
  const bytes = await make();
  await mkdir(dirname(kept), { recursive: true });
  await writeFile(`${kept}.${process.pid}`, bytes);
  await rename(`${kept}.${process.pid}`, kept);
  return bytes.length;
}
