/** Galleries of themes for Hugo that name files and hold no text. */
import { posix } from "node:path";
import { escapeRegExp } from "../../content/text/escape-reg-exp.ts";
import type { TagUse } from "../rules.ts";
import { asGallery } from "../tags/gallery.ts";
import { pictureOf } from "../tags/shapes.ts";

const PICTURE = /\.(avif|gif|jpe?g|png|webp)$/i;

/** Pictures beside the text that fit a pattern (`match="images/*"`), or those of a folder (`dir="/img/trip"`), in their order. */
export function galleryOf({ name, named, body }: TagUse, file: string, files: readonly string[]): string | undefined {
  if (name !== "gallery" || body?.trim()) return undefined;
  const folder = named["dir"] ?? named["folder"];
  const isStatic = folder?.startsWith("/") === true;
  const from = isStatic ? "static/" : `${posix.dirname(file)}/`;
  const isShown = folder === undefined ? matcherOf(named["match"] ?? "") : liesIn(folder);
  const paths = files.flatMap((one) => (one.startsWith(from) && PICTURE.test(one) ? one.slice(from.length) : []));
  const shown = paths.filter(isShown).sort();
  return asGallery(
    shown.map((path) => pictureOf(isStatic ? `/${path}` : path)),
    named["caption"] ?? named["title"],
  );
}

function liesIn(folder: string): (path: string) => boolean {
  const plain = posix.join("/", folder, "/").slice(1, -1);
  return (path) => posix.dirname(path) === (plain || ".");
}

/** Of a pattern with a few stars; any other fits nothing. */
function matcherOf(pattern: string): (path: string) => boolean {
  const parts = pattern.replace(/^\.?\//, "").split(/\*{1,2}/);
  if (parts.length > 4 || /[[\]{}?]/.test(pattern)) return () => false;
  const fitting = new RegExp(`^${parts.map(escapeRegExp).join(pattern.includes("**") ? ".*" : "[^/]*")}$`);
  return (path) => fitting.test(path);
}
