/** Finds keys and values in the source of a module, for problems: modules are run, which does not tell where a value stood. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Place } from "../../content/problems/problem.ts";

const COMMENT_STRING_OR_KEY = /\/\/.*|\/\*[\s\S]*?\*\/|(?:(["'`])((?:\\[\s\S]|(?!\1)[^\\])*)\1|([\w$]+))(\s*:\s*)?/g;

/**
 * The places of a key's values, in their order, in a module that exports a list of `length` objects with that key. Empty unless each
 * value is written out once.
 */
export function placesOfValues(siteDir: string, file: string, key: string, length: number): Place[] {
  const source = readFileSync(join(siteDir, file), "utf8");
  const places = [...source.matchAll(COMMENT_STRING_OR_KEY)]
    .filter(([, , quoted, bare, colon]) => colon !== undefined && (quoted ?? bare) === key)
    .map(({ 0: text, index }) => {
      const before = source.slice(0, index + text.length).split(/\r\n|\r|\n/);
      return { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
    });
  return places.length === length ? places : [];
}

const PIECE =
  /\/\/.*|\/\*[\s\S]*?\*\/|(["'`])(?<quoted>(?:\\[\s\S]|(?!\1)[^\\])*)\1|(?<bare>[\p{L}\p{N}_$.-]+)|(?<sign>[{}[\],:])/gu;

/** An object or a list that is open, under the key of it that was read last. */
interface Open {
  isList: boolean;
  key: string;
}

/**
 * The place of the key that `path` leads to in what a module exports, or of the innermost one around it that is written out there. Of
 * two keys of one name the last counts, as it does when the module is run.
 */
export function placeOfKey(siteDir: string, file: string, path: readonly PropertyKey[]): Place {
  const source = readFileSync(join(siteDir, file), "utf8");
  const open: Open[] = [];
  let found = -1;
  let last = { word: "", index: 0 };
  const note = (index: number) => {
    const isOnTheWay = open.length <= path.length && open.every(({ key }, depth) => key === String(path[depth]));
    if (isOnTheWay) found = index;
  };
  for (const { index, groups: { quoted, bare, sign } = {} } of source.slice(exportIn(source)).matchAll(PIECE)) {
    const inner = open.at(-1);
    if (sign === ":" && inner && !inner.isList) {
      inner.key = last.word;
      note(last.index);
    }
    if (sign === "," && inner?.isList) inner.key = String(Number(inner.key) + 1);
    const word = quoted ?? bare;
    const isOpening = sign === "{" || sign === "[";
    if (inner?.isList && (isOpening || word !== undefined)) note(index);
    if (isOpening) open.push({ isList: sign === "[", key: sign === "[" ? "0" : "" });
    if (sign === "}" || sign === "]") open.pop();
    if (word !== undefined) last = { word, index };
  }
  if (found < 0) return { file };
  const before = source.slice(0, exportIn(source) + found).split(/\r\n|\r|\n/);
  return { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

function exportIn(source: string): number {
  return Math.max(0, source.search(/^export default\b/m));
}
