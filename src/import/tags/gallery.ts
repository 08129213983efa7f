/** The pictures in the text of a gallery's tag, as our directive. */
import { readHtml } from "../../markdown/html/html-reader.ts";
import type { TagUse } from "../rules.ts";
import { galleryLines, pictureOf } from "./shapes.ts";

const MARKDOWN = /!\[(?:[^\]\\]|\\.)*\]\((?:[^()\\\n]|\\.|\([^()\n]*\))*\)/y;
const HTML = /<img\b[^<>]*>/iy;
const BETWEEN = /(?:\s|<\/?(?:p|br)\s*\/?>)*/iy;

/** One picture is itself. Undefined where the text has anything else, or none: some name a folder instead. */
export function galleryOf({ named, body = "" }: TagUse): string | undefined {
  return asGallery(picturesIn(body) ?? [], named["caption"] ?? named["title"]);
}

/** Undefined for none. */
export function asGallery(pictures: readonly string[], label = ""): string | undefined {
  if (pictures.length < 2) return pictures[0];
  // With an empty line between them, for a text whose line ends are breaks.
  return galleryLines(pictures, label.replace(/[[\]]/g, "").trim()).join("\n\n");
}

function picturesIn(body: string): string[] | undefined {
  const pictures: string[] = [];
  for (let at = behind(BETWEEN, body, 0); at < body.length; at = behind(BETWEEN, body, at)) {
    const end = Math.max(behind(MARKDOWN, body, at), behind(HTML, body, at));
    if (end === at) return undefined;
    const written = body.slice(at, end);
    pictures.push(written.startsWith("<") ? pictureIn(written) : written.replace(/\n/g, " "));
    at = end;
  }
  return pictures;
}

/** Where the pattern ends that begins at `at`; `at` itself if it does not match there. */
function behind(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

function pictureIn(tag: string): string {
  const [img] = readHtml(tag);
  const attributes = new Map(typeof img === "object" ? img.attributes : []);
  return pictureOf(attributes.get("src") ?? "", attributes.get("alt"), attributes.get("title"));
}
