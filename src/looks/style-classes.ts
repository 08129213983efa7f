/** Which classes the style sheets of a theme have, and those of the engine. */
import type { StyleClasses } from "../content/style-classes.ts";
import type { StyleSheet } from "../theme/style-sheets.ts";

/** What is no selector: comments, strings, and addresses of files. */
const OTHER = /\/\*[\s\S]*?\*\/|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|url\([^)]*\)/g;
const CLASS = /\.([A-Za-z][\w-]*)/g;

/** `own` are the site's own sheets, and `scripts` the names of its scripts, which a class of that name loads. */
export function styleClasses(
  sheets: readonly StyleSheet[],
  own: readonly string[] = [],
  scripts: readonly string[] = [],
): StyleClasses {
  return {
    theme: [...new Set([...own.flatMap(classesIn), ...scripts])],
    engine: [...new Set(sheets.flatMap(({ css }) => classesIn(css)))],
  };
}

function classesIn(css: string): string[] {
  return [...css.replace(OTHER, " ").matchAll(CLASS)].map(([, name = ""]) => name);
}
