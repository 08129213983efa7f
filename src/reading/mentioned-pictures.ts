/** Finds the pictures of `public/` that texts may show, before their Markdown is parsed, so that no others are read. */

import { darkName } from "../content/picture.ts";
import type { PublicFile } from "../content/public-file.ts";
import { PICTURE_FILE } from "../pictures/read-picture.ts";

const ENDING = new RegExp(PICTURE_FILE.source.replace(/\$$/, ""), "gi");
/** Longer addresses are not looked for. */
const LONGEST = 1000;

/** The files of all pictures that are shown, and perhaps of more. A dark picture is found by the light one beside it. */
export function mentionedPictures(texts: Iterable<string>, files: readonly PublicFile[]): string[] {
  const pictures = new Map(files.filter(({ path }) => PICTURE_FILE.test(path)).map(({ path, file }) => [path, file]));
  const mentioned = new Set<string>();
  if (pictures.size === 0) return [];
  for (const text of texts) {
    for (const { index, 0: ending } of text.matchAll(ENDING)) {
      for (const path of pathsEndingAt(text, index + ending.length)) {
        for (const one of [path, darkName(path)]) {
          const file = pictures.get(one);
          if (file) mentioned.add(file);
        }
      }
    }
  }
  return [...mentioned].sort();
}

/** The paths that may end at this place, percent-encoded, escaped by backslashes, or plain. */
function pathsEndingAt(text: string, end: number): string[] {
  const before = text.slice(Math.max(0, end - LONGEST), end);
  const line = before.slice(before.lastIndexOf("\n") + 1);
  const starts = [...line.matchAll(/\//g)].map(({ index }) => line.slice(index));
  return starts.flatMap((path) => [path, path.replaceAll("\\", "")].map((one) => decoded(one).normalize("NFC")));
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
