/** Which pictures of `public/` some texts may show, found before their Markdown is read, so that only those are read. */

import { darkName } from "../content/picture.ts";
import type { PublicFile } from "../content/public-file.ts";
import { PICTURE_FILE } from "../pictures/read-picture.ts";

const ENDING = new RegExp(PICTURE_FILE.source.replace(/\$$/, ""), "gi");
/** The longest address that is looked for. */
const LONGEST = 1000;

/** Their files; more than are shown, and all that are. A dark picture is found by the light one beside it. */
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

/** Every reading of what stands before a place as a path, in percent signs, after backslashes, or plain. */
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
