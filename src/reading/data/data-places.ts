/** Finds the values of a list in the source of a module, for problems: modules are run, which does not tell where a value stood. */
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
