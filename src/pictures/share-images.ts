/** The share images that a site's pages asked for while they were rendered; drawn when all pages are known. */
import type { Cache } from "./cache.ts";
import { Canvas } from "./canvas.ts";
import { SHARE_HEIGHT, SHARE_WIDTH, type ShareCard, shareImage, shareName } from "./share-image.ts";
import { legibleCard, type ShareText } from "./share-words.ts";
import type { Typeface } from "./typeface.ts";

/** So many are compressed and written while the next are drawn. */
const AT_ONCE = 8;

export class ShareImages {
  readonly #cache: Cache;
  readonly #typeface: Typeface;
  /** By site-relative path. */
  readonly #asked = new Map<string, ShareCard>();

  constructor(typeface: Typeface, cache: Cache) {
    this.#typeface = typeface;
    this.#cache = cache;
  }

  /** The site-relative path of a page's picture. */
  pathFor(text: ShareText): string {
    const card = legibleCard(text, this.#typeface);
    const path = `/assets/share/${shareName(card)}.png`;
    this.#asked.set(path, card);
    return path;
  }

  /** Draws all that was asked for, or takes it from an earlier build, and forgets it. */
  async write(write: (path: string, bytes: Uint8Array) => Promise<void>): Promise<void> {
    const canvas = new Canvas(SHARE_WIDTH, SHARE_HEIGHT);
    const asked = [...this.#asked];
    this.#asked.clear();
    for (let from = 0; from < asked.length; from += AT_ONCE) {
      const batch = asked.slice(from, from + AT_ONCE);
      await Promise.all(
        batch.map(async ([path, card]) => write(path, await shareImage(card, this.#typeface, canvas, this.#cache))),
      );
    }
  }
}
