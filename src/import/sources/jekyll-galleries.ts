/** Galleries of Minimal Mistakes: `{% include gallery id="trip" caption="…" %}`, whose pictures are in front matter. */
import { asGallery } from "../tags/gallery.ts";
import { destination, pictureOf } from "../tags/shapes.ts";
import { type Data, firstText } from "../trees/values.ts";

const PICTURE = /\.(avif|gif|jpe?g|png|webp)$/i;

/** In place of the theme's include, whose HTML is for its styles. */
export const GALLERY_INCLUDE =
  "{% if include.id %}{% assign images = page[include.id] %}{% else %}{% assign images = page.gallery %}{% endif %}" +
  "{{ images | gallery_of: include.caption }}";

/** False for a site without the theme, and for one whose include is another. `own` is the text of it, if the site has it. */
export function hasGalleries(config: Data, own: string | undefined): boolean {
  if (own !== undefined) return own.includes("gallery_layout");
  return ["theme", "remote_theme"].some((key) => firstText(config, key)?.includes("minimal-mistakes"));
}

/** The keys of front matter that a text shows so. */
export function galleryKeys(text: string): Set<string> {
  const uses = text.matchAll(/\{%-?\s*include\s+gallery\b([^%]*)%\}/g);
  return new Set([...uses].map(([, given = ""]) => /\bid\s*=\s*["']?([\w-]+)/.exec(given)?.[1] ?? "gallery"));
}

/**
 * The theme shows `image_path`, and leads to `url`, which mostly is the whole picture. Where one leads elsewhere, which a picture of a
 * gallery can't, each is by itself.
 */
export function galleryOf(images: unknown, caption: unknown): string {
  const rows: readonly unknown[] = Array.isArray(images) ? images : [];
  const pictures = rows.flatMap((row) => {
    const [shown, to] = [firstText(row, "image_path"), firstText(row, "url")];
    if (shown === undefined) return [];
    const isWhole = to !== undefined && PICTURE.test(to);
    const picture = pictureOf(isWhole ? to : shown, firstText(row, "alt"), firstText(row, "title"));
    return { picture, elsewhere: isWhole ? undefined : to };
  });
  const label = typeof caption === "string" ? caption : "";
  const shown = pictures.map(({ picture, elsewhere }) =>
    elsewhere === undefined ? picture : `[${picture}](${destination(elsewhere)})`,
  );
  const isLinked = pictures.some(({ elsewhere }) => elsewhere !== undefined);
  const blocks = isLinked || shown.length < 2 ? [...shown, label] : [asGallery(shown, label)];
  return `\n\n${blocks.filter(Boolean).join("\n\n")}\n\n`;
}
