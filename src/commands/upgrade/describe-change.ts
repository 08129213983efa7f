/** Says what is changed in a site's file, line by line. */
import type { SiteTexts, TextChange } from "../../upgrade/migration.ts";

/** How many lines of each side are shown. */
const SHOWN = 12;

/** The file and what is done, then the lines that go (`-`) and come (`+`). */
export function describeChange({ path, text, says }: TextChange, before: SiteTexts): string {
  const old = before.get(path);
  const lines = old === undefined || text === undefined ? [] : changedLines(old.split(/\r?\n/), text.split(/\r?\n/));
  return [`${path} ${says}`, ...lines.map((line) => `  ${line}`)].join("\n");
}

/** Of the part between the first and the last line that differ. */
function changedLines(old: readonly string[], now: readonly string[]): string[] {
  let start = 0;
  while (start < Math.min(old.length, now.length) && old[start] === now[start]) start += 1;
  let end = 0;
  while (end < Math.min(old.length, now.length) - start && old.at(-1 - end) === now.at(-1 - end)) end += 1;
  const part = (lines: readonly string[], sign: string) => {
    const changed = lines.slice(start, lines.length - end).map((line) => `${sign} ${line}`);
    const more = changed.length - SHOWN;
    return more > 0 ? [...changed.slice(0, SHOWN), `${sign} … ${more} more`] : changed;
  };
  return [...part(old, "-"), ...part(now, "+")];
}
