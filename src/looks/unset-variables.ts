/** Custom properties that a theme's styles use and nothing sets: a browser then drops the declaration without a word. */
import { didYouMean } from "../content/problems/nearest-name.ts";
import type { Problem } from "../content/problems/problem.ts";

export interface Source {
  /** From the site's folder. */
  readonly file: string;
  readonly text: string;
}

interface Used {
  /** The site's own sheets. */
  readonly sheets: readonly Source[];
  /** The engine's sheets, as CSS. */
  readonly engine: readonly string[];
  /** Modules and scripts, which may set what they name. */
  readonly modules: readonly Source[];
}

const COMMENT = /\/\*[\s\S]*?\*\//g;
/** `--size: 1rem`, `@property --size`. */
const SET = /(?:@property\s+)?(--[\w-]+)\s*[:{]/g;
/** What has another value for this case is meant for it. */
const USED_ALONE = /var\(\s*(--[\w-]+)\s*\)/g;
const NAMED = /--[A-Za-z][\w-]*/g;

/** A warning for the first use of each. */
export function unsetVariables({ sheets, engine, modules }: Used): Problem[] {
  const own = sheets.map(({ file, text }) => ({
    file,
    text: text.replace(COMMENT, (found) => found.replace(/[^\n]/g, " ")),
  }));
  const set = new Set([...engine, ...own.map(({ text }) => text)].flatMap((css) => namesIn(css, SET)));
  const named = new Set(modules.flatMap(({ text }) => text.match(NAMED) ?? []));
  const told = new Set<string>();
  return own.flatMap(({ file, text }) =>
    [...text.matchAll(USED_ALONE)].flatMap(({ 0: use, 1: name = "", index }): Problem[] => {
      if (set.has(name) || named.has(name) || told.has(name)) return [];
      told.add(name);
      const before = text.slice(0, index + use.indexOf(name));
      const place = { line: before.split("\n").length, column: before.length - before.lastIndexOf("\n") };
      return [{ file, ...place, message: `${name} is set nowhere`, hint: didYouMean(name, set) }];
    }),
  );
}

function namesIn(css: string, pattern: RegExp): string[] {
  return [...css.matchAll(pattern)].map(([, name = ""]) => name);
}
