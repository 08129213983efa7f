/** Films that stand alone, as HTML: they are written as pictures are here. */
import { posix } from "node:path";
import { isRecording } from "../../content/recording.ts";
import { readHtml } from "../../markdown/html/html-reader.ts";

export interface Film {
  readonly src: string;
  readonly title: string | undefined;
  readonly caption: string | undefined;
}

const SHAPE = /^(?:video (?:source )?\/video|figure video (?:source )?\/video (?:figcaption \/figcaption )?\/figure)$/;
/** What is known of a film anyway. One without an end, with captions or a still that lie elsewhere, stays HTML. */
const KNOWN = /^(src|controls|title|type|width|height|preload|playsinline|class)$/;

/** Undefined for what is anything else, or more. */
export function filmIn(html: string): Film | undefined {
  if (!/^\s*<(?:video|figure)\b/i.test(html)) return undefined;
  const pieces = readHtml(html);
  const tags = pieces.filter((piece) => typeof piece !== "string");
  if (!SHAPE.test(tags.map(({ name, closing }) => (closing ? `/${name}` : name)).join(" "))) return undefined;
  const at = pieces.findIndex((piece) => typeof piece !== "string" && piece.name === "figcaption");
  const caption = at === -1 ? undefined : pieces[at + 1];
  const words = pieces.filter((piece) => typeof piece === "string" && piece !== caption).join("");
  const attributes = tags.filter(({ name }) => name !== "figure").flatMap((tag) => tag.attributes);
  const sources = attributes.filter(([name]) => name === "src");
  const [[, src] = ["", ""]] = sources;
  const isPlain = attributes.every(([name]) => KNOWN.test(name)) && words.trim() === "" && sources.length === 1;
  if (!isPlain || !isRecording(src)) return undefined;
  const title = attributes.find(([name]) => name === "title")?.[1];
  return { src, title, caption: typeof caption === "string" ? caption : undefined };
}

/** What stands in the place of a picture's description: its title, or else the name of its file. */
export function titleOfFilm(src: string, title: string | undefined): string {
  return title?.trim() || posix.basename(src.replace(/[?#].*$/, ""));
}
