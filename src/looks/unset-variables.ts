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
  /** Reads the texts of modules and scripts, which may set what they name: called only where a sheet uses what no sheet sets. */
  readonly modules: () => Promise<readonly string[]>;
}

const COMMENT = /\/\*[\s\S]*?\*\//g;
/** `--size: 1rem`, `@property --size`. */
const SET = /(?:@property\s+)?(--[\w-]+)\s*[:{]/g;
/** What has another value for this case is meant for it. */
const USED_ALONE = /var\(\s*(--[\w-]+)\s*\)/g;
const NAMED = /--[A-Za-z][\w-]*/g;

/** A warning for the first use of each. */
export async function unsetVariables({ sheets, engine, modules }: Used): Promise<Problem[]> {
  const own = sheets.map(({ file, text }) => ({
    file,
    text: text.replace(COMMENT, (found) => found.replace(/[^\n]/g, " ")),
  }));
  const set = new Set([...engine, ...own.map(({ text }) => text)].flatMap((css) => namesIn(css, SET)));
  const firstUses = new Map<string, Problem>();
  for (const { file, text } of own) {
    for (const { 0: use, 1: name = "", index } of text.matchAll(USED_ALONE)) {
      if (set.has(name) || firstUses.has(name)) continue;
      const before = text.slice(0, index + use.indexOf(name));
      const place = { line: before.split("\n").length, column: before.length - before.lastIndexOf("\n") };
      firstUses.set(name, { file, ...place, message: `${name} is set nowhere`, hint: didYouMean(name, set) });
    }
  }
  if (firstUses.size === 0) return [];
  for (const text of await modules()) for (const name of text.match(NAMED) ?? []) firstUses.delete(name);
  return [...firstUses.values()];
}

function namesIn(css: string, pattern: RegExp): string[] {
  return [...css.matchAll(pattern)].map(([, name = ""]) => name);
}
