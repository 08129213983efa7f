/** The share images of a site's pages: named while pages are rendered, drawn when all of them are known. */
import type { ShareImage, ShareLook, ShareText } from "../content/page-needs.ts";
import type { Cache } from "./cache.ts";
import { Canvas } from "./canvas.ts";
import { SHARE_HEIGHT, SHARE_WIDTH, shareImage, shareName } from "./share-image.ts";
import { legibleCard } from "./share-words.ts";
import type { Typeface } from "./typeface.ts";

/** So many are compressed and written while the next are drawn. */
const AT_ONCE = 8;

/** The words of a page's share image, and the site-relative path of its picture. */
export function shareImageOf(text: ShareText, typeface: Typeface, look?: ShareLook): ShareImage {
  const card = { ...legibleCard(text, typeface), look };
  return { card, path: `/assets/share/${shareName(card)}.png` };
}

/** Draws pictures, or takes them from an earlier build. `write` is given each file by its site-relative path, which has a digest. */
export async function writeShareImages(
  images: Iterable<ShareImage>,
  { cache, typeface }: { cache: Cache; typeface: Typeface },
  write: (path: string, make: () => Promise<Uint8Array>) => Promise<void>,
): Promise<void> {
  const canvas = new Canvas(SHARE_WIDTH, SHARE_HEIGHT);
  const cards = [...new Map([...images].map(({ path, card }) => [path, card]))];
  for (let from = 0; from < cards.length; from += AT_ONCE) {
    const batch = cards.slice(from, from + AT_ONCE);
    await Promise.all(batch.map(([path, card]) => write(path, () => shareImage(card, typeface, canvas, cache))));
  }
}
